// The outturn: what a whole year will come to, from the periods that are in and the forecast of those that are not, put
// together as the indicator's periods are (rules.md 9.6). Its range is that of 5,000 possible years, in which months
// err together: a level that has shifted stays shifted.
#pragma once
#include <optional>
#include <vector>

#include "assess/chance.h"
#include "assess/forecast.h"
#include "indicator/indicator.h"

namespace assess {

struct YearParts {
  indicator::Aggregation aggregation = indicator::Aggregation::sum;
  std::vector<double> done;                  // figures of the year's periods that are in
  double numerator = 0, denominator = 0;     // of a ratio: what those periods add up to
  std::vector<double> denominators_to_come;  // of a ratio: one for each period of the year that is to come
  std::size_t before = 0;                    // steps of the forecast that end before the year begins
  double multiplier = 1;
  Bounds bounds;  // of the year's figure
};

struct YearEnd {
  double value = 0;
  std::optional<Interval> likely, nearly_certain;  // 80% and 95%; none where the forecast has none
  double error = 0;                                // about one standard deviation; 0 when nothing is left to chance
  Outturn outturn() const { return {value, error}; }
};

// The forecast reaches to the year's end; there is none when the year is over. No answer for a median or percentile,
// which cannot be put together from its periods, and when no period is in or to come.
std::optional<YearEnd> year_end(const YearParts& parts, const Forecast* forecast);

}  // namespace assess
