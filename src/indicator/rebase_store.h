// Fresh starts of process charts in the database: every edition is kept.
#pragma once
#include <span>
#include <vector>

#include "council/record.h"
#include "indicator/rebase.h"
#include "kit/db.h"

namespace indicator {

std::vector<Rebase> load_rebases(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);  // by indicator, day, edition
void add_rebases(kit::Transaction& tx, std::span<const Rebase> rebases, council::RecordId record);

}  // namespace indicator
