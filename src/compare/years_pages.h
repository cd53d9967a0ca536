#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& years_routes();

}  // namespace compare
