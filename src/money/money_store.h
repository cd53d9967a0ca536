// Money in the database: every edition of every month is kept.
#pragma once
#include <span>

#include "council/record.h"
#include "kit/db.h"
#include "money/money.h"

namespace money {

Months load_months(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);  // by unit, month and edition
void add_months(kit::Transaction& tx, std::span<const Month> months, council::RecordId record);

}  // namespace money
