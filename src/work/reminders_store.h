// Letters about figures that are due: one a person, listing everything, with links. Only to those who may see what it lists, who
// have an address, and, but for what is escalated to them, who want reminders.
#pragma once
#include <string>

#include "assess/picture.h"
#include "kit/db.h"

namespace work {

void remind_officers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);
void remind_checkers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);
void chase(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);     // officers and their service managers
void escalate(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);  // heads of service

}  // namespace work
