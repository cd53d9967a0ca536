// How far the figures can be trusted: a line an indicator, and a page for each.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& quality_routes();

}  // namespace work
