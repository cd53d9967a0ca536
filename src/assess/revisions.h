// What was known on a day (rules.md 5.10): of each period the newest edition published by then, and the year to date
// from it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "kit/moment.h"

namespace assess {

struct Edition {
  calendar::Period period;
  int number = 1;
  kit::Date published_on{};
  std::optional<double> numerator, denominator;
  std::string standing;  // "provisional", "revised", "final"
};

struct Known {
  calendar::Period period;
  const Edition* edition = nullptr;  // null: nothing had been published
  std::optional<double> value;
};

struct KnownToDate {
  calendar::Period period;  // the newest with a value
  std::optional<double> value;
  std::string standing;     // "provisional" when any period in it is, else "final"
  int available = 0, expected = 0;
};

struct AsAt {
  std::vector<Known> periods;  // every period of the editions, published by then or not
  std::optional<KnownToDate> to_date;
};

AsAt as_at(const std::vector<Edition>& editions, kit::Date day, double multiplier);

}  // namespace assess
