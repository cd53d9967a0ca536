// Mappings in the database, each indicator's in editions.
#pragma once
#include <vector>

#include "compare/mapping.h"
#include "council/record.h"
#include "kit/db.h"

namespace compare {

std::vector<Mapping> load_mappings(kit::Transaction& tx, kit::Moment as_at);  // the newest edition of each, those taken back too
const Mapping* mapping_of(const std::vector<Mapping>& all, indicator::IndicatorId indicator);  // null: none, or it was taken back
void add_mapping(kit::Transaction& tx, const Mapping& mapping, council::RecordId record);

}  // namespace compare
