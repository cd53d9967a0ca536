// The link by which the first administrator begins, printed while nobody can sign in yet. There is no default password.
#pragma once
#include <string>

#include "kit/db.h"
#include "kit/moment.h"

namespace app {

std::string first_link(kit::Database& db, kit::Moment now);  // "/first?link=…"; empty once there is an account
int first_link_command(const std::string& folder, const std::string& database);

}  // namespace app
