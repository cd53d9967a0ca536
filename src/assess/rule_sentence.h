// The sentence of a status that a council's own rule gave: the figures that it asked for, the step that decided and the rule's name.
// Inside the folder only: pages read Judgement::why.
#pragma once
#include <string>

#include "assess/sentences.h"

namespace assess {

bool is_usual(const RatingRule& rule);  // its steps are those of the usual rule: its sentences need no step
// ", worse than 86.0% in June 2024": what the rule asked beside figure and target, and found; or empty.
std::string reasons(const Judgement& judgement, const Circumstances& circumstances);
std::string step_words(const Judgement& judgement);  // "step 2 of the rule ‘Two strikes’"

}  // namespace assess
