// The indicator set of a year: how many by priority and section, what is new, changed or gone, and the arithmetic between.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& set_routes();

}  // namespace assess
