#pragma once
#include "council/route.h"

namespace report {

const council::Routes& lists_routes();

}  // namespace report
