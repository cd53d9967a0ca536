#pragma once
#include "council/route.h"

namespace explore {

const council::Routes& stands_out_routes();

}  // namespace explore
