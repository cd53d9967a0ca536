// What the clock brings about, each thing exactly once, in order: across restarts, several servers and a clock that jumps.
#pragma once
#include <string>
#include <vector>

#include "collect/due_dates.h"
#include "kit/db.h"

namespace work {

// Does what has fallen due by `now` and was not done. The first time only notes that the council begins now: nothing from before is
// caught up. `address` is how people reach the server, for links in letters. Answers what was done.
std::vector<collect::DueDate> do_what_is_due(kit::Database& db, kit::Moment now, const std::string& address);

}  // namespace work
