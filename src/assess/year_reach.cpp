#include "assess/year_reach.h"

#include <algorithm>
#include <numeric>

#include "assess/indicator_past.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;
using indicator::Polarity;

struct SoFar {
  std::vector<double> figures;
  double cases = 0, of = 0;  // of a ratio
};

SoFar so_far(const IndicatorPast& past, const Period& year, double multiplier) {
  SoFar made;
  Period period = past.first();
  for (std::size_t i = 0; i < past.figures.size(); ++i, period = period.next()) {
    if (!year.holds(period)) continue;
    made.figures.push_back(past.figures[i]);
    if (past.denominators.empty()) continue;
    made.cases += past.figures[i] / multiplier * past.denominators[i];
    made.of += past.denominators[i];
  }
  return made;
}

double sum(const std::vector<double>& figures) { return std::accumulate(figures.begin(), figures.end(), 0.0); }

// As many cases in each period to come as there were on average in the last twelve months.
double cases_to_come(const IndicatorPast& past, int left) {
  const auto year = std::min<std::ptrdiff_t>(12 / past.newest.months, std::ssize(past.denominators));
  return std::accumulate(past.denominators.end() - year, past.denominators.end(), 0.0) / static_cast<double>(year) * left;
}

std::optional<double> best_of(const Definition& d, const IndicatorPast& past, const SoFar& done, double each, int left) {
  const double periods = static_cast<double>(done.figures.size()) + left, multiplier = d.multiplier.number();
  switch (aggregation_to_year(d)) {
    case Aggregation::sum: return sum(done.figures) + left * each;
    case Aggregation::mean_of_snapshots: return (sum(done.figures) + left * each) / periods;
    case Aggregation::max: return done.figures.empty() ? each : std::max(each, *std::ranges::max_element(done.figures));
    case Aggregation::min: return done.figures.empty() ? each : std::min(each, *std::ranges::min_element(done.figures));
    case Aggregation::ratio:
    case Aggregation::weighted_mean: {
      if (past.denominators.empty() || multiplier == 0) return std::nullopt;
      const double more = cases_to_come(past, left), all = done.of + more;
      if (all <= 0) return std::nullopt;
      return (done.cases + more * each / multiplier) / all * multiplier;
    }
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<YearReach> year_reach(const Kept& kept, const IndicatorForecast& forecast) {
  const Definition& d = kept.now();
  const auto past = indicator_past(kept);
  const bool one_way = d.polarity == Polarity::high_good || d.polarity == Polarity::low_good;
  if (!past || !one_way || !forecast.outturn || forecast.periods.empty() || !forecast.expected.value) return std::nullopt;
  const auto bounds = bounds_of(d, past->figures);
  const auto each = d.polarity == Polarity::high_good ? bounds.most : bounds.least;
  if (!each) return std::nullopt;

  const Period year = Period::year(forecast.year);
  const int left = static_cast<int>(std::ranges::count_if(forecast.periods, [&](const Period& period) { return year.holds(period); }));
  const auto best = best_of(d, *past, so_far(*past, year, d.multiplier.number()), *each, left);
  if (!best) return std::nullopt;
  const double can_be = kit::rounded(*best, d.decimals), wanted = kit::rounded(*forecast.expected.value, d.decimals);
  return YearReach{*best, *each, left, d.polarity == Polarity::high_good ? can_be < wanted : can_be > wanted};
}

}  // namespace assess
