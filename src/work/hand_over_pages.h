// The pages of a hand-over and of indicators that wait for nobody.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& hand_over_routes();

}  // namespace work
