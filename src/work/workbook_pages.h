// Many figures by a workbook: take it, fill it in, bring it back, look at what would change, and enter it.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& workbook_routes();

}  // namespace work
