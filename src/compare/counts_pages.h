#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& counts_routes();

}  // namespace compare
