// My figures: the page an officer and a checker come for.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& my_figures_routes();

}  // namespace work
