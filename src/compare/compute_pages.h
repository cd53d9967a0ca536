#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& compute_routes();

}  // namespace compare
