#include "assess/trend.h"

#include <array>
#include <cmath>
#include <vector>

#include "assess/distributions.h"
#include "assess/equal.h"
#include "assess/sums.h"

namespace assess {
namespace {

constexpr std::size_t years_needed = 5;
constexpr double critical = 9.54953570608324;  // chi-squared with one degree of freedom, 99.8%
constexpr double chance_allowed = 0.05;

struct Row {
  std::string_view code, words;
};
constexpr std::array<Row, 5> rows = {{{"increasing", "Rising"},
                                      {"decreasing", "Falling"},
                                      {"no_clear_trend", "No clear trend"},
                                      {"no_significant_change", "No significant change"},
                                      {"cannot_be_calculated", "Cannot be calculated"}}};

// One year: when, what, and how much it weighs in the line.
struct Weighed {
  double t, y, weight;
};

struct Line {
  double slope, variance;  // the variance holds where the weights are one over the squared standard errors
};

Line line(std::span<const Weighed> years) {
  Sum w, wt, wy;
  for (const auto& [t, y, weight] : years) w.add(weight), wt.add(weight * t), wy.add(weight * y);
  const double middle = wt.value() / w.value(), height = wy.value() / w.value();
  Sum across, both;
  for (const auto& [t, y, weight] : years) {
    across.add(weight * (t - middle) * (t - middle));
    both.add(weight * (t - middle) * (y - height));
  }
  return {both.value() / across.value(), 1 / across.value()};
}

int sign(double slope) { return equal(slope, 0, 0) ? 0 : slope > 0 ? 1 : -1; }

// One unusual year must not make a trend: the slope keeps its direction whichever of the five is left out.
bool holds_without_any(std::span<const Weighed> years) {
  const int way = sign(line(years).slope);
  for (std::size_t out = 0; out < years.size(); ++out) {
    std::vector<Weighed> others(years.begin(), years.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(out));
    if (sign(line(others).slope) != way) return false;
  }
  return way != 0;
}

TrendMarker marker(double chi_squared, std::span<const Weighed> years) {
  const double slope = line(years).slope;
  if (!(chi_squared > critical) || !holds_without_any(years)) return {Trend::no_significant_change, chi_squared, slope};
  return {slope > 0 ? Trend::increasing : Trend::decreasing, chi_squared, slope};
}

// Cochran (1954) and Armitage (1955). None when nobody, or everybody, is a case.
std::optional<double> cochran_armitage(std::span<const Proportion> years) {
  Sum n, r, rt, nt, ntt;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const double t = static_cast<double>(i + 1), cases = *years[i].cases, of = *years[i].of;
    n.add(of), r.add(cases), rt.add(cases * t), nt.add(of * t), ntt.add(of * t * t);
  }
  const double all = n.value(), cases = r.value();
  const double lean = all * rt.value() - cases * nt.value();
  const double spread = cases * (all - cases) * (all * ntt.value() - nt.value() * nt.value());
  if (!(spread > 0)) return std::nullopt;
  return all * lean * lean / spread;
}

template <class Year>
std::optional<std::span<const Year>> last_five(std::span<const Year> years, bool (*is_usable)(const Year&)) {
  if (years.size() < years_needed) return std::nullopt;
  years = years.last(years_needed);
  for (const auto& year : years)
    if (!is_usable(year)) return std::nullopt;
  return years;
}

}  // namespace

std::string_view code(Trend trend) { return rows[static_cast<std::size_t>(trend)].code; }
std::string_view words(Trend trend) { return rows[static_cast<std::size_t>(trend)].words; }

std::optional<Regression> regression(std::span<const double> figures) {
  if (figures.size() < 3) return std::nullopt;
  const double middle = (static_cast<double>(figures.size()) + 1) / 2,
               freedom = static_cast<double>(figures.size()) - 2;
  const double height = mean(figures);
  std::vector<Weighed> points;
  bool constant = true;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    points.push_back({static_cast<double>(i + 1) - middle, figures[i] - height, 1});
    constant = constant && equal(figures[i], height, height);
  }
  if (constant) return Regression{};

  const auto [slope, variance] = line(points);
  Sum left;
  for (const auto& [t, y, weight] : points) left.add((y - slope * t) * (y - slope * t));
  const double error = std::sqrt(left.value() / freedom * variance), t = slope / error;
  Regression found{slope, {}, t_beyond(t, freedom), Trend::no_clear_trend};
  if (std::isfinite(t)) found.t = t;
  if (*found.chance < chance_allowed) found.trend = slope > 0 ? Trend::increasing : Trend::decreasing;
  return found;
}

TrendMarker trend_marker(std::span<const Proportion> years) {
  const auto five = last_five<Proportion>(years, [](const Proportion& year) {
    return year.cases && year.of && *year.of > 0 && *year.cases >= 0 && *year.cases <= *year.of;
  });
  const auto chi_squared = five ? cochran_armitage(*five) : std::nullopt;
  if (!chi_squared) return {};
  std::vector<Weighed> logits;
  for (const auto& [cases, of] : *five) {
    if (*cases == 0 || *cases == *of) return {Trend::cannot_be_calculated, chi_squared, {}};
    logits.push_back({static_cast<double>(logits.size() + 1), std::log(*cases / (*of - *cases)), 1});
  }
  return marker(*chi_squared, logits);
}

TrendMarker trend_marker(std::span<const Estimate> years) {
  const auto five = last_five<Estimate>(
      years, [](const Estimate& year) { return year.value && year.low && year.high && *year.high > *year.low; });
  if (!five) return {};
  std::vector<Weighed> weighed;
  for (const auto& [value, low, high] : *five) {
    const double error = (*high - *low) / 3.92;
    weighed.push_back({static_cast<double>(weighed.size() + 1), *value, 1 / (error * error)});
  }
  const auto [slope, variance] = line(weighed);
  return marker(slope * slope / variance, weighed);
}

}  // namespace assess
