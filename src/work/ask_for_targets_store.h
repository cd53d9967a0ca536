// Letters on the morning when a round of targets opens: to each owner, with the indicators that need a target.
#pragma once
#include <string>

#include "assess/picture.h"
#include "kit/db.h"

namespace work {

// Nobody is asked for a target that is proposed or in force already, nor once the round is sealed.
void ask_for_targets(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year,
                     kit::Moment now, const std::string& address);

}  // namespace work
