// The page of a hand-over.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& hand_over_routes();

}  // namespace work
