// What people do with their own account, in the record.
#pragma once
#include <string>

#include "council/desk.h"

namespace council {

void note_deed(kit::Transaction& tx, const Desk& desk, std::string what, std::string detail = {});

}  // namespace council
