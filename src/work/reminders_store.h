// Letters about figures that are due: one a person, listing everything, with links. Only to those who may see what it lists, who
// have an address, and, but for what is escalated to them, who want reminders.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"
#include "kit/db.h"

namespace work {

void remind_officers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);
void remind_checkers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address);
void chase(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now,
           const std::string& address);  // officers and their service managers
void escalate(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now,
              const std::string& address);  // heads of service

// At somebody's word, once a day for each reader: officers of what is to be entered or put right, checkers of what is to be checked.
struct Reminded {
  int letters = 0;
  int already = 0;   // had such a letter today
  int unwanted = 0;  // asked for none
};
Reminded remind_by_hand(kit::Transaction& tx, const assess::Picture& picture, const std::vector<collect::Due>& dues,
                        kit::Moment now, const std::string& address);

}  // namespace work
