#pragma once
#include "council/route.h"

namespace explore {

const council::Routes& saved_views_routes();

}  // namespace explore
