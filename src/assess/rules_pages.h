// The page of the rules by which status is given: which is in force, in plain words, and its editions with who and why.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& rules_routes();

}  // namespace assess
