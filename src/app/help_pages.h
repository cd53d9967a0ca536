// The help: short pages in plain English that travel inside the program, and the lists of rules and addresses.
#pragma once
#include "council/route.h"

namespace app {

const council::Routes& help_routes();

}  // namespace app
