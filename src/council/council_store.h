// The council in the database: settings, units and people, each in editions.
#pragma once
#include <span>

#include "council/council.h"
#include "council/record.h"
#include "kit/db.h"

namespace council {

// The newest edition of each as it was known: what counts from `as_at` or before and was recorded by `upto`. What is
// gone is there too, and says so.
Council load_council(kit::Transaction& tx, kit::Moment as_at, RecordId upto);

// Each becomes the next edition of its name or code.
void add_settings(kit::Transaction& tx, std::span<const Setting> settings, RecordId record);
void add_units(kit::Transaction& tx, std::span<const Unit> units, RecordId record);
void add_people(kit::Transaction& tx, std::span<const Person> people, RecordId record);

}  // namespace council
