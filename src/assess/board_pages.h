// The board: how is the plan doing, and what needs attention first.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& board_routes();

}  // namespace assess
