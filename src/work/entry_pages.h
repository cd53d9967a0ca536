// The page of one figure: where an officer enters it, in two minutes and by keyboard alone.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& entry_routes();

}  // namespace work
