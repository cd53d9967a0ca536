#include "assess/funnel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "assess/distributions.h"

namespace assess {
namespace {

constexpr std::array<std::string_view, 5> codes = {"Not significant", "High (0.025)", "High (0.001)", "Low (0.025)",
                                                   "Low (0.001)"};
constexpr int places_of_a_curve = 100;

Interval around(double average, double of, Confidence confidence) {
  const double reach = standard_deviations(confidence) * std::sqrt(average * (1 - average) / of);
  return {average - reach, average + reach};
}

}  // namespace

std::string_view code(Significance significance) { return codes[static_cast<std::size_t>(significance)]; }

Funnel proportion_funnel(double average, double of) {
  return {around(average, of, confidence_95), around(average, of, confidence_99_8)};
}

Significance significance(double value, const Funnel& funnel) {
  if (value > funnel.three.high) return Significance::very_high;
  if (value > funnel.two.high) return Significance::high;
  if (value < funnel.three.low) return Significance::very_low;
  return value < funnel.two.low ? Significance::low : Significance::none;
}

Significance count_significance(double count, double expected) {
  const auto two = count_interval(count, confidence_95), three = count_interval(count, confidence_99_8);
  if (three.low > expected) return Significance::very_high;
  if (two.low > expected) return Significance::high;
  if (three.high < expected) return Significance::very_low;
  return two.high < expected ? Significance::low : Significance::none;
}

Funnel expected_of(double events) {
  const auto expected = [events](Confidence confidence) {
    const double tail = confidence.outside();
    return Interval{chi_squared_quantile(tail, 2 * events) / 2, chi_squared_quantile(1 - tail, 2 * events + 2) / 2};
  };
  return {expected(confidence_95), expected(confidence_99_8)};
}

std::vector<double> places_of_curve(double largest) {
  std::vector<double> places = {1};
  for (int left = places_of_a_curve - 1; left > 0; --left) {
    const double last = places.back();
    places.push_back(std::max(std::round(std::pow(largest / last, 1.0 / left) * last), last + 1));
  }
  return places;
}

}  // namespace assess
