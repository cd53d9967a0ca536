// The demo: sign in as anybody by one click, and move the clock on to see a period come and go. Only in a demo that is served
// on this machine alone.
#pragma once
#include "council/route.h"

namespace app {

const council::Routes& demo_routes();

}  // namespace app
