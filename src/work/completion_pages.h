// Who has entered and checked what: the board of a period by service, and one click to remind.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& completion_routes();

}  // namespace work
