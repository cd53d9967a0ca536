// Pages of the council's wards and other small areas.
#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& small_areas_routes();

}  // namespace compare
