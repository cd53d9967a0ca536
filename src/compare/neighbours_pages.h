#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& neighbours_routes();

}  // namespace compare
