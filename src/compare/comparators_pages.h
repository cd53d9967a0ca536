#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& comparators_routes();

}  // namespace compare
