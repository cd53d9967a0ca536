// One indicator, as complete as it is known; and the list of all.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& indicator_routes();

}  // namespace assess
