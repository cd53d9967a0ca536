// The plan in the database: frameworks with their levels, priorities, and which indicator stands on which.
#pragma once
#include <span>

#include "council/record.h"
#include "kit/db.h"
#include "plan/plan.h"

namespace plan {

// The newest edition of each as it was known at a moment and up to a record, each list in its own order. What is gone
// is there too, and says so.
Plan load_plan(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);

void add_frameworks(kit::Transaction& tx, std::span<const Framework> frameworks, council::RecordId record);
void add_priorities(kit::Transaction& tx, std::span<const Priority> priorities, council::RecordId record);
void add_lines(kit::Transaction& tx, std::span<const Line> lines, council::RecordId record);

}  // namespace plan
