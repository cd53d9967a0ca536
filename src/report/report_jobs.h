// Reports run by the clock, each exactly once, in order: across restarts, several servers and a clock that jumps.
#pragma once
#include <vector>

#include "kit/db.h"
#include "report/edition.h"

namespace report {

// Runs every pack whose moment has come. The first time only notes that reports begin now: nothing from before is run. Comes after
// what else is due, since a report shows what the run of figures has reported. Answers the editions that were made.
std::vector<Edition> run_what_is_due(kit::Database& db, kit::Moment now, const std::string& data_folder);

}  // namespace report
