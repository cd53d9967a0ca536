// The list of everything that can be asked of the server: each folder brings its own routes.
#pragma once
#include <vector>

#include "council/route.h"

namespace app {

std::vector<council::Route> all_routes();

}  // namespace app
