// Someone leaves: everything they own, check or stand in for goes to someone else, as new editions of the definitions, all or
// nothing. And who answers for one indicator, named afresh.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "council/may.h"
#include "kit/verdict.h"

namespace work {

// What of one indicator is someone's.
struct Holding {
  const assess::Kept* kept = nullptr;
  bool owner = false, checker = false, deputy = false;
  std::string words() const;  // "owner", "checker and deputy"
};
// Of indicators in force, by code; only those within the asker's reach.
std::vector<Holding> holdings(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today);
// How many more there are that someone else has to hand over.
std::size_t out_of_reach(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today);

struct HandOver {
  std::string from, to;                  // codes of people
  std::vector<std::string> indicators;   // their codes
};
// The new editions: of each indicator those that apply now, applied to a period that is still open, or will apply.
kit::Verdict<std::vector<indicator::Definition>> hand_over(const assess::Picture& picture, const HandOver& wanted,
                                                           const council::Asker& by, kit::Moment now);

// Who enters, checks and stands in for one indicator, named afresh: where there was nobody, or where one person did both.
struct Named {
  std::string indicator;              // its code
  std::string owner, checker, deputy; // codes of people; the deputy may be empty
};
kit::Verdict<std::vector<indicator::Definition>> name_people(const assess::Picture& picture, const Named& named,
                                                             const council::Asker& by, kit::Moment now);

}  // namespace work
