#pragma once
#include "council/route.h"

namespace explore {

const council::Routes& standings_routes();

}  // namespace explore
