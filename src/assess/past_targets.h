// Past targets, met or missed: what each year came to, put together from its periods, against what its target expected by the end.
#pragma once
#include <optional>
#include <vector>

#include "assess/whole_year.h"

namespace assess {

struct PastTarget {
  calendar::FinancialYear year;
  indicator::Expected expected;   // of the whole year
  std::optional<double> outturn;  // none: the year is not complete
  Rating rating = Rating::no_data;
  bool met() const { return rating == Rating::green || rating == Rating::blue; }
};

// Every year that has ended, or has a target, up to and without `before`; the oldest first.
std::vector<PastTarget> past_targets(const Picture& picture, const Kept& kept, calendar::FinancialYear before);

// "It was met in two of the last three years." Empty when no year can be judged.
std::string past_words(const std::vector<PastTarget>& past);

}  // namespace assess
