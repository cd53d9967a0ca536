// "Cycle": the one page that leads to everything that keeps a period's work going, for whoever asks.
#pragma once
#include "council/route.h"

namespace app {

const council::Routes& cycle_routes();

}  // namespace app
