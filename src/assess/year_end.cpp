#include "assess/year_end.h"

#include <algorithm>
#include <cmath>

#include "assess/possible_paths.h"
#include "assess/sums.h"

namespace assess {
namespace {

using indicator::Aggregation;
using Numbers = std::span<const double>;

double ratio_of(const YearParts& parts, Numbers rates) {
  Sum numerator, denominator;
  numerator.add(parts.numerator);
  denominator.add(parts.denominator);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const double cases = i < parts.denominators_to_come.size() ? parts.denominators_to_come[i] : 0;
    numerator.add(rates[i] / parts.multiplier * cases);
    denominator.add(cases);
  }
  return parts.multiplier * numerator.value() / denominator.value();
}

bool is_possible(const YearParts& parts, std::size_t to_come) {
  if (indicator::has_parts(parts.aggregation))
    return parts.denominator + sum(parts.denominators_to_come) > 0 && parts.denominators_to_come.size() == to_come;
  const bool from_records = parts.aggregation == Aggregation::median || parts.aggregation == Aggregation::percentile;
  return !from_records && (!parts.done.empty() || to_come > 0);
}

double sum_of(Numbers a, Numbers b) {
  Sum all;
  for (const double each : a) all.add(each);
  for (const double each : b) all.add(each);
  return all.value();
}

double extreme(const YearParts& parts, Numbers to_come) {
  std::optional<double> found;
  const bool greatest = parts.aggregation == Aggregation::max;
  for (const auto& some : {Numbers(parts.done), to_come})
    for (const double each : some) found = !found ? each : greatest ? std::max(*found, each) : std::min(*found, each);
  return *found;
}

// What the periods that are in and those to come make together.
double together(const YearParts& parts, Numbers to_come) {
  switch (parts.aggregation) {
    case Aggregation::sum:
      return sum_of(parts.done, to_come);
    case Aggregation::mean_of_snapshots:
      return sum_of(parts.done, to_come) / static_cast<double>(parts.done.size() + to_come.size());
    case Aggregation::snapshot:
      return to_come.empty() ? parts.done.back() : to_come.back();
    case Aggregation::max:
    case Aggregation::min:
      return extreme(parts, to_come);
    default:
      return ratio_of(parts, to_come);
  }
}

std::vector<double> points_of(const Forecast& forecast, std::size_t before) {
  std::vector<double> points;
  for (std::size_t i = before; i < forecast.steps.size(); ++i) points.push_back(forecast.steps[i].point);
  return points;
}

// The year that each possible path makes.
std::vector<double> years(const YearParts& parts, const PossiblePaths& paths, PossiblePaths::Holding holding,
                          std::size_t steps) {
  std::vector<double> made(paths.count()), path(steps);
  for (std::size_t i = 0; i < made.size(); ++i) {
    paths.follow(i, holding, path);
    made[i] = parts.bounds.within(together(parts, Numbers(path).subspan(parts.before)));
  }
  return made;
}

double share_below(std::vector<double>& years, double share) {
  const auto place = years.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(years.size() - 1) + 0.5);
  std::nth_element(years.begin(), place, years.end());
  return *place;
}

double deviation(const std::vector<double>& years) {
  const double middle = mean(years);
  Sum squares;
  for (const double year : years) squares.add((year - middle) * (year - middle));
  return std::sqrt(squares.value() / static_cast<double>(years.size()));
}

// Never leaves out the value itself: a path that is cut at a bound can pull both ends to one side.
Interval between(std::vector<double>& years, double outside, double value) {
  return {std::min(share_below(years, outside), value), std::max(share_below(years, 1 - outside), value)};
}

}  // namespace

std::optional<YearEnd> year_end(const YearParts& parts, const Forecast* forecast) {
  const auto points = forecast ? points_of(*forecast, parts.before) : std::vector<double>();
  if (!is_possible(parts, points.size())) return std::nullopt;
  YearEnd made{parts.bounds.within(together(parts, points)), {}, {}, 0};
  if (points.empty() || forecast->constant) {
    made.likely = made.nearly_certain = Interval{made.value, made.value};
    return made;
  }
  if (!forecast->steps.front().likely) return made;

  const PossiblePaths paths(*forecast);
  auto usual = years(parts, paths, PossiblePaths::Holding::likely, forecast->steps.size());
  auto wide = years(parts, paths, PossiblePaths::Holding::nearly_certain, forecast->steps.size());
  made.likely = between(usual, 0.1, made.value);
  made.nearly_certain = between(wide, 0.025, made.value);
  made.error = deviation(usual);
  return made;
}

}  // namespace assess
