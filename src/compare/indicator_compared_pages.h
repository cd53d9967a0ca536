#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& indicator_compared_routes();

}  // namespace compare
