// Checking: what waits for a person's check, each figure with what changed and why, approved or given back.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& check_routes();

}  // namespace work
