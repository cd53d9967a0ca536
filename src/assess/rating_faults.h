// What is wrong with a rating rule, each in a sentence. Found by trying the rule in every sort of situation that its own conditions
// tell apart: a step that never decides, a situation in which none does, a status that contradicts its own word.
#pragma once
#include "assess/rating_rule.h"

namespace assess {

// Fields are "name", "steps", or "step_2" for one step.
kit::Refusals faults(const RatingRule& rule);

}  // namespace assess
