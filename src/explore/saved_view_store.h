// Saved views in the database, in editions.
#pragma once
#include <vector>

#include "council/record.h"
#include "explore/saved_view.h"
#include "kit/db.h"

namespace explore {

std::vector<SavedView> saved_views(kit::Transaction& tx, kit::Moment as_at);  // the newest edition of each, by name; those taken away too
std::int64_t add_saved_view(kit::Transaction& tx, const SavedView& view, council::RecordId record);  // answers its number

}  // namespace explore
