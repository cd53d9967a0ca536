#pragma once
#include "council/route.h"

namespace explore {

const council::Routes& boundaries_routes();

}  // namespace explore
