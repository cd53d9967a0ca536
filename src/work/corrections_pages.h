// Corrections and late figures: what changed after the reports ran, with both values.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& corrections_routes();

}  // namespace work
