#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& mapping_routes();

}  // namespace compare
