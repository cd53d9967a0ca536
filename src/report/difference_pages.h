// Two editions of a report side by side: what differs, and why.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& difference_routes();

}  // namespace report
