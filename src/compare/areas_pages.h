#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& areas_routes();

}  // namespace compare
