// The demo's review of the indicator set for 2026/27, as it stood in November 2025: some changes wait, some are agreed, one was refused.
#pragma once
#include "assess/picture.h"
#include "council/record.h"
#include "kit/db.h"

namespace app {

// On which days pages of indicators were opened, but for a few that nobody opens.
void begin_demo_page_days(kit::Transaction& tx, const assess::Picture& picture);
void begin_demo_review(kit::Transaction& tx, const assess::Picture& picture, council::RecordId record);

}  // namespace app
