// Targets in the database, each year's in editions.
#pragma once
#include <span>
#include <vector>

#include "council/record.h"
#include "indicator/target.h"
#include "kit/db.h"

namespace indicator {

// Every edition as known at a moment and up to a record, by indicator, year and edition.
std::vector<Target> load_targets(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);

// AlreadyThere when another edition of the same number was first.
void add_targets(kit::Transaction& tx, std::span<const Target> targets, council::RecordId record);

}  // namespace indicator
