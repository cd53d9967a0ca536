// "Why may I not?": for whoever asks, which rule stands in the way, who may, why not they, and what to do. A page that refuses
// leads here; ?indicator=BBF07 asks it of one indicator.
#pragma once
#include <string>
#include <vector>

#include "council/council.h"
#include "council/may.h"
#include "council/route.h"

namespace app {

// An indicator as a sentence tells of it: "BBF07 Recycling rate".
struct AskedOf {
  std::string name;
  council::Subject subject;
  std::string service;  // its name
};

// Why, in sentences; `of` null asks of the rule alone.
std::vector<std::string> reasons(council::May may, const council::Asker& asker, const council::Council& council, const AskedOf* of);

const council::Routes& why_not_routes();

}  // namespace app
