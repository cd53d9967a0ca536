// Control checks by internal audit: which indicators were looked at, when and with what result, and which never.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& control_routes();

}  // namespace work
