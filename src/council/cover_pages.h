// Deputies: one names one's own, heads of service and the performance team those of people within reach.
#pragma once
#include "council/route.h"

namespace council {

const Routes& cover_routes();

}  // namespace council
