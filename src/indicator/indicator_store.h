// Indicators in the database: their permanent identities, their definitions in editions, and where they come from.
#pragma once
#include <span>
#include <vector>

#include "council/record.h"
#include "indicator/indicator.h"
#include "kit/db.h"

namespace indicator {

// Every edition as known at a moment and up to a record, by indicator and edition.
std::vector<Definition> load_definitions(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);
std::vector<Lineage> load_lineage(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);

// A new identity, numbered by the writer, who is alone.
IndicatorId add_indicator(kit::Transaction& tx, kit::Moment at, council::RecordId record);
// AlreadyThere when another edition of the same number was first.
void add_definitions(kit::Transaction& tx, std::span<const Definition> definitions, council::RecordId record);
void add_lineage(kit::Transaction& tx, std::span<const Lineage> lineage, council::RecordId record);

}  // namespace indicator
