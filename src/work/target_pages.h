// The round of targets: the page that says whether they are ready, and the workbench of each.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& target_routes();

}  // namespace work
