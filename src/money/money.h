// Money: what a directorate or service may spend in a month, what it spent, what it has ordered and not yet paid, and what it
// expects the month to come to. Pounds and pence, exact. A month that is told anew is a new edition; nothing is overwritten.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "kit/decimal.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace money {

using Pounds = std::optional<kit::Decimal>;  // none: not told

struct Month {
  std::string unit;         // code of a directorate or service
  calendar::Period month;
  std::int32_t edition = 1;
  Pounds budget, actual, committed, forecast;  // what is spent is above zero, what comes in below
  std::string reason;       // why the month was told anew
  kit::Moment at;
};
using Months = std::vector<Month>;  // every edition, by unit, month and edition

kit::Refusals faults(const Month& month);  // by field

// The newest edition of each unit's month.
std::vector<const Month*> newest(const Months& all);

std::string written(kit::Decimal pounds);       // "£1,234.50": exact
std::string in_whole_pounds(kit::Decimal pounds);  // "£1,235", "−£12": to the nearest pound, half away from zero

}  // namespace money
