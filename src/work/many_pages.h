// Many figures at once: the grid.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& many_routes();

}  // namespace work
