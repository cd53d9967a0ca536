#include "assess/travel.h"

#include <algorithm>
#include <cmath>

#include "assess/interval.h"
#include "assess/judged_window.h"
#include "assess/period_words.h"
#include "assess/process_words.h"
#include "assess/trend.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Definition;
using indicator::DirectionMethod;
using indicator::Polarity;

constexpr int years_of_trend = 5;

int periods_of_line(const Definition& d) { return d.frequency == calendar::Frequency::monthly ? 12 : 6; }

Direction by_polarity(bool rises, Polarity polarity) {
  if (polarity == Polarity::high_good) return rises ? Direction::improving : Direction::worsening;
  if (polarity == Polarity::low_good) return rises ? Direction::worsening : Direction::improving;
  return rises ? Direction::rising : Direction::falling;
}

std::string_view and_so(Direction direction) {
  switch (direction) {
    case Direction::improving: return ", so improving.";
    case Direction::worsening: return ", so worsening.";
    default: return ".";
  }
}

Direction direction_of(Variation variation) {
  switch (variation) {
    case Variation::improvement: return Direction::improving;
    case Variation::concern: return Direction::worsening;
    case Variation::neutral_high: return Direction::rising;
    case Variation::neutral_low: return Direction::falling;
    case Variation::common_cause: break;
  }
  return Direction::no_change;
}

Travel by_process(const Kept& kept, const Definition& d, const Period& period) {
  const auto process = process_of(kept, period);
  if (process.why_not) return {Direction::not_comparable, *process.why_not};
  if (process.periods.back() != period)
    return {Direction::not_comparable, "There is no figure for " + period.words() + " on the process chart."};
  const Travel found{direction_of(process.chart.variation), signal_finding(process, d).value_or("")};
  if (!found.why.empty()) return {found.direction, found.why + '.'};
  const auto& limits = process.newest().limits;
  if (!limits) return {found.direction, "The figures do not vary, so there is no significant change."};
  return {found.direction, "Within the usual " + indicator::written(limits->lower, d) + " to " +
                               indicator::written(limits->upper, d) +
                               ", without a run or a trend, so no significant change."};
}

// The figures of the last so many periods, oldest first; none when one is missing or the definition broke among them.
std::optional<std::vector<double>> last_figures(const Kept& kept, const Definition& d, const Period& period, int count) {
  const Series series = series_of(kept);
  std::vector<double> figures;
  Period each{period.start - (count - 1) * period.months, period.months};
  const Period first = each;
  for (; each.end() <= period.end(); each = each.next()) {
    const auto found = in_period(series, method(kept.in(each)), each).value;
    if (!found) return std::nullopt;
    figures.push_back(*found);
  }
  for (std::size_t i = 1; i < kept.definitions.size(); ++i) {
    const auto& from = kept.definitions[i].applies_from;
    if (kept.definitions[i].breaks_series && from > first.last() && from <= period.last()) return std::nullopt;
  }
  if (const auto own = own_figures_from(kept); own && *own > first.last() && *own <= period.last()) return std::nullopt;
  if (!period.fits(d.frequency)) return std::nullopt;
  return figures;
}

Travel by_line(const Kept& kept, const Definition& d, const Period& period) {
  const int count = periods_of_line(d);
  const std::string length(length_words(period.months)), over = " over the last " + kit::in_words(count) + ' ' + length + 's';
  const auto figures = last_figures(kept, d, period, count);
  if (!figures)
    return {Direction::not_comparable,
            "A line needs the last " + kit::in_words(count) + ' ' + length + "s without a gap or a break."};
  const auto found = regression(*figures);
  if (found->trend == Trend::no_clear_trend) return {Direction::no_change, "No clear trend" + over + "."};
  const bool rises = found->trend == Trend::increasing;
  const auto direction = by_polarity(rises, d.polarity);
  Definition finer = d;
  finer.decimals = std::min(4, d.decimals + 1);
  return {direction, std::string(rises ? "Up" : "Down") + " by about " +
                         indicator::written_difference(found->slope, finer) + " a " + length + over +
                         ", more than chance explains" + std::string(and_so(direction))};
}

std::optional<double> number(const std::optional<kit::Decimal>& exact) { return exact ? std::optional(exact->number()) : std::nullopt; }

// The last five years up to `period`, each its newest edition; fewer where one is missing.
std::vector<const collect::Figure*> last_years(const Kept& kept, const Period& period) {
  std::vector<const collect::Figure*> years;
  for (const auto* figure : collect::newest(kept.figures))
    if (figure->period.months == 12 && figure->period.end() <= period.end() &&
        figure->period.end() > period.end() - 12 * years_of_trend)
      years.push_back(figure);
  return years;
}

TrendMarker marker_of(const std::vector<const collect::Figure*>& years, const Definition& d) {
  if (counts_as(d) == Counting::share) {
    std::vector<Proportion> shares;
    for (const auto* year : years) shares.push_back({number(year->numerator), number(year->denominator)});
    return trend_marker(shares);
  }
  std::vector<Estimate> estimates;
  for (const auto* year : years) {
    const auto interval = interval_of(*year, d);
    if (interval) estimates.push_back({collect::number_of(*year, d), interval->low, interval->high});
    else estimates.push_back({});
  }
  return trend_marker(estimates);
}

Travel by_years(const Kept& kept, const Definition& d, const Period& period) {
  const auto years = last_years(kept, period);
  const auto found = years.size() == years_of_trend ? marker_of(years, d) : TrendMarker{};
  switch (found.trend) {
    case Trend::increasing:
    case Trend::decreasing: {
      const bool rises = found.trend == Trend::increasing;
      const auto direction = by_polarity(rises, d.polarity);
      return {direction, std::string(rises ? "Rising" : "Falling") +
                             " over the last five years, more than chance explains and whichever year is left out" +
                             std::string(and_so(direction))};
    }
    case Trend::no_significant_change: return {Direction::no_change, "No significant change over the last five years."};
    default:
      return {Direction::not_comparable,
              "The trend over five years needs five years in a row, each with its numerator and denominator" +
                  std::string(counts_as(d) == Counting::average ? " and its standard deviation." : ".")};
  }
}

}  // namespace

Travel travel(const Kept& kept, const Definition& d, const Period& period) {
  switch (d.direction_method) {
    case DirectionMethod::spc: return by_process(kept, d, period);
    case DirectionMethod::regression: return by_line(kept, d, period);
    case DirectionMethod::trend_marker: return by_years(kept, d, period);
    case DirectionMethod::two_point: break;
  }
  return {};
}

std::string method_words(const Definition& d) {
  if (d.direction_method != DirectionMethod::two_point) return "by " + std::string(words(d.direction_method));
  if (d.comparator != indicator::Comparator::previous) return "by comparing with " + std::string(words(d.comparator));
  return "by comparing with the " + std::string(length_words(calendar::months_in(d.frequency))) + " before";
}

std::string direction_words(const Judgement& j) {
  const auto method = j.definition->direction_method;
  const std::string said(words(j.direction, method));
  return method == DirectionMethod::two_point ? said : said + ", " + method_words(*j.definition);
}

std::string_view words(Direction direction, DirectionMethod method) {
  if (direction != Direction::no_change || method == DirectionMethod::two_point) return words(direction);
  return method == DirectionMethod::regression ? words(Trend::no_clear_trend) : words(Trend::no_significant_change);
}

}  // namespace assess
