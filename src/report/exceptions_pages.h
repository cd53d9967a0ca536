// Exceptions: what needs attention, and why?
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& exceptions_routes();

}  // namespace report
