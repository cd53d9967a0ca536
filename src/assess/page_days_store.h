// The days on which pages of indicators were opened, in the database: by indicator and month, and by nobody.
#pragma once
#include <vector>

#include "assess/page_days.h"
#include "kit/db.h"

namespace assess {

void add_page_days(kit::Transaction& tx, const std::vector<PageDay>& days);
PageDays load_page_days(kit::Transaction& tx, kit::Date today);

// Writes down what the counter holds, in a transaction of its own; nothing is lost when that fails.
void write_down(kit::Database& db, PageCounter& counter);

}  // namespace assess
