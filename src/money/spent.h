// What a directorate or service spent month by month, as it was known at each moment at which it was told. That of a directorate
// holds its services; while one of them that has money in the year has no actual, the month's sum is not known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "council/council.h"
#include "money/money.h"

namespace money {

struct Spent {
  calendar::Period month;
  std::int32_t edition = 1;
  kit::Moment at;
  Pounds sum;  // none: an actual is missing
};
std::vector<Spent> spent_by(const council::Council& council, const Months& all, std::string_view unit);  // by month and edition

const council::Unit* find_unit(const council::Council& council, std::string_view code);  // without regard to case; null when there is none
std::vector<std::string> unit_codes(const council::Council& council);                    // of today, in the council's order

}  // namespace money
