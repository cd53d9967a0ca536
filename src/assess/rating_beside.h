// What a rating rule asks of a figure beside its target: the period before, a year before, how long it has been off target. Only what
// the rule asks for is worked out. Inside the folder only.
#pragma once
#include "assess/judgement.h"

namespace assess {

Beside beside(const Judgement& judgement, const Series& series);

}  // namespace assess
