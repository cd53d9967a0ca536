// The council's rating rules in the database, in editions.
#pragma once
#include <span>

#include "assess/rule_editions.h"
#include "council/record.h"
#include "kit/db.h"

namespace assess {

// As they were known: what was recorded by `as_at` and `upto`. In order of scope and edition.
RuleEditions load_rules(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);
// Each becomes the next edition of its scope.
void add_rules(kit::Transaction& tx, std::span<const RuleEdition> editions, council::RecordId record);

}  // namespace assess
