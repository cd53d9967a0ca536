// The demo begins in the middle of a month's work: of the figures for October 2025 some are entered, some checked, some came back
// and some have not been started. They were typed by the demo's own people and went through the rules that hold for everybody.
#pragma once
#include "kit/db.h"
#include "kit/moment.h"

namespace app {

void begin_demo_work(kit::Database& db, kit::Moment now);

}  // namespace app
