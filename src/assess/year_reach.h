// The best that a year can still come to: what is in, and the best figure that there can be in every period that is to
// come. A target beyond it is out of reach (rules.md 10 and 11), whatever anybody does.
#pragma once
#include <optional>

#include "assess/indicator_forecast.h"

namespace assess {

struct YearReach {
  double best = 0;          // for the year
  double each = 0;          // in every period to come
  int left = 0;             // how many those are
  bool is_out_of_reach = false;
};

// To the end of the forecast's year, against what its target expects. None where no figure is the best that there can be, where the
// year's figure cannot be put together, and where nothing is left of the year.
std::optional<YearReach> year_reach(const Kept& kept, const IndicatorForecast& forecast);

}  // namespace assess
