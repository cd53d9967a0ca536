// The newest figures of every council in everything that a load counts, found by the engine in one question.
#pragma once
#include "compare/load.h"
#include "explore/everyone.h"
#include "kit/duck.h"

namespace explore {

// Of the areas of these codes; by title. Where two periods end on one day, that in which more of them have figures.
std::vector<NewestFigures> newest_figures_of(kit::Duck& duck, const compare::Load& load, const std::vector<std::string>& codes);

}  // namespace explore
