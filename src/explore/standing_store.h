// How the council stands in everything that a load counts, found by the engine in one question.
#pragma once
#include "explore/standing.h"
#include "kit/duck.h"

namespace explore {

std::vector<Standing> standings_of(kit::Duck& duck, const compare::Load& load, const std::string& own,
                                   const std::vector<std::string>& areas);  // by title

}  // namespace explore
