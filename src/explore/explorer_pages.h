#pragma once
#include "council/route.h"

namespace explore {

const council::Routes& explorer_routes();

}  // namespace explore
