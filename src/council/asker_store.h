// Who asks: from the session's cookie to the person, the role and what is within reach, as the rules of council/may want it.
#pragma once
#include <string>

#include "council/council.h"
#include "council/may.h"
#include "kit/db.h"
#include "kit/moment.h"

namespace council {

// What a person may reach, worked out from the role, the unit and what is granted. Someone who has left is nobody.
Asker asker_of(kit::Transaction& tx, const Council& council, const std::string& person, kit::Date today);

}  // namespace council
