#include "assess/process_fitness.h"

#include <algorithm>
#include <cmath>

#include "assess/equal.h"
#include "assess/sums.h"

namespace assess {
namespace {

using indicator::Aggregation;
using indicator::Submitted;

constexpr double rare = 3;               // events a period
constexpr double one_in_twenty = 1.645;  // standard deviations, one-sided
constexpr std::size_t long_enough = 9;   // figures on one side before a new start is worth a thought

double autocorrelation(const std::vector<double>& deviations, std::size_t lag) {
  Sum together, all;
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    all.add(deviations[i] * deviations[i]);
    if (i >= lag) together.add(deviations[i] * deviations[i - lag]);
  }
  return together.value() / all.value();
}

std::vector<double> deviations(const ProcessChart& chart) {
  std::vector<double> figures;
  for (const auto& point : chart.points) figures.push_back(point.figure);
  const double middle = figures.empty() ? 0 : mean(figures);
  for (auto& figure : figures) figure = equal(figure, middle, middle) ? 0 : figure - middle;
  return figures;
}

bool counts_rare_events(const ProcessChart& chart, const indicator::Definition& definition) {
  return definition.aggregation == Aggregation::sum && chart.stretches.back().mean >= 0 &&
         below(chart.stretches.back().mean, rare, rare);
}

}  // namespace

std::optional<std::string> why_unfit(const indicator::Definition& definition, const ProcessChart& chart) {
  if (definition.submitted == Submitted::rolling_12)
    return "Each figure covers 12 months and shares 11 of them with the one before, so limits would mean nothing.";
  if (definition.submitted == Submitted::cumulative_over_annual)
    return "The figures add up through the year, so each contains the one before, and limits would mean nothing.";
  if (definition.frequency == calendar::Frequency::annual)
    return "One figure a year is too few to tell a change from chance: the trend over five years says more.";
  if (chart.points.size() < 2) return "Limits need two figures at least.";
  return std::nullopt;
}

bool is_seasonal(const ProcessChart& chart, calendar::Frequency frequency) {
  const auto season = static_cast<std::size_t>(12 / calendar::months_in(frequency));
  const auto series = deviations(chart);
  if (season < 2 || series.size() < 2 * season) return false;
  if (std::all_of(series.begin(), series.end(), [](double each) { return each == 0; })) return false;
  double squares = 0;
  for (std::size_t lag = 1; lag < season; ++lag) squares += std::pow(autocorrelation(series, lag), 2);
  const double chance = one_in_twenty * std::sqrt((1 + 2 * squares) / static_cast<double>(series.size()));
  return autocorrelation(series, season) > chance;
}

std::optional<kit::Date> lasting_shift(const ProcessChart& chart) {
  if (chart.points.empty() || chart.points.back().side == 0) return std::nullopt;
  const auto& last = chart.points.back();
  const auto run = std::find_if(chart.points.rbegin(), chart.points.rend(), [&](const Charted& point) {
    return point.side != last.side || point.stretch != last.stretch;
  });
  if (static_cast<std::size_t>(run - chart.points.rbegin()) < long_enough) return std::nullopt;
  return run.base()->on;
}

std::vector<std::string> cautions(const ProcessChart& chart, const indicator::Definition& definition) {
  std::vector<std::string> all;
  if (chart.points.empty()) return all;
  const auto& last = chart.stretches.back();
  if (last.limits && last.is_trial()) all.push_back("Trial limits: fewer than 13 points, so they will still move.");
  if (last.limits && last.has_gaps()) all.push_back("More than a fifth of the figures behind the limits are missing.");
  if (is_seasonal(chart, definition.frequency))
    all.push_back("The figures follow the seasons: compare each with the same period last year.");
  if (counts_rare_events(chart, definition))
    all.push_back("Fewer than three events a period: small numbers move much by chance.");
  if (const auto since = lasting_shift(chart))
    all.push_back("On one side of the average since " + calendar::Period::containing(*since, definition.frequency).words() +
                  ". If the cause is known, begin the chart afresh there.");
  return all;
}

}  // namespace assess
