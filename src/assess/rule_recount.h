// What a rule that is tried out would change: every indicator of the newest quarters judged by the rules in force and again as if the
// other counted already.
#pragma once
#include <string>
#include <vector>

#include "assess/judgement.h"
#include "assess/marks.h"

namespace assess {

struct QuarterRecount {
  calendar::Period quarter;
  parts::StatusCounts now, would;
  int changes = 0;
};

struct Recount {
  std::vector<QuarterRecount> quarters;    // the newest first
  std::vector<Judgement> now, would;       // of the newest quarter, beside one another, in the order of the picture
  std::vector<std::size_t> changed;        // places in these two whose status would be another, worst first
  std::vector<std::string> cautions;       // what the rule asks for and some indicators do not have
};

// The rules in force with one more, that counts for every period.
RuleEditions with_tried(const RuleEditions& rules, Scope scope, RatingRule tried);

Recount recount(const Picture& picture, const calendar::Period& newest, Scope scope, const RatingRule& tried);

}  // namespace assess
