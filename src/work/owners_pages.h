// Indicators that nobody looks after, and who is to look after one.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& owners_routes();

}  // namespace work
