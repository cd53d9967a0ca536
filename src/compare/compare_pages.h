#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& compare_routes();

}  // namespace compare
