#include "assess/ets_likelihood.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assess {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double nothing = 1e-8;  // the search sees figures of about 1

// n log(sum of squares), and for relative errors twice the sum of the logs of what was expected. The innermost loop of
// all forecasts: no memory asked for, one division a figure, a logarithm only when the product grows out of hand.
template <Errors errors, Seasons seasons>
double unlikely(std::span<const double> figures, const Smoothing& how, Standing& start) {
  double level = start.level, slope = start.slope, squares = 0, product = 1, logs = 0;
  int part = 0;
  for (const double figure : figures) {
    const double trend = level + how.phi * slope;
    double& season = start.seasons[static_cast<std::size_t>(part)];
    const double expected = seasons == Seasons::multiplicative ? trend * season
                            : seasons == Seasons::additive     ? trend + season
                                                               : trend;
    double error = figure - expected, counted = error;
    if constexpr (errors == Errors::multiplicative) {
      if (!(expected > nothing)) return never;
      counted = error / expected;
      product *= expected;
      if (product > 1e100 || product < 1e-100) logs += std::log(product), product = 1;
    }
    squares += counted * counted;
    if constexpr (seasons == Seasons::multiplicative) {
      error = trend * counted;
      season += how.gamma * season * counted;
    } else if constexpr (seasons == Seasons::additive) {
      season += how.gamma * error;
    }
    level = trend + how.alpha * error;
    slope = how.phi * slope + how.beta * error;
    if constexpr (seasons != Seasons::none)
      if (++part == how.season) part = 0;
  }
  const double n = static_cast<double>(figures.size());
  return n * std::log(std::max(squares, 1e-300)) + 2 * (logs + std::log(product));
}

}  // namespace

double unlikelihood(std::span<const double> figures, const Smoothing& how, Standing start) {
  const bool relative = how.errors == Errors::multiplicative;
  switch (how.seasons) {
    case Seasons::none:
      return relative ? unlikely<Errors::multiplicative, Seasons::none>(figures, how, start)
                      : unlikely<Errors::additive, Seasons::none>(figures, how, start);
    case Seasons::additive:
      return relative ? unlikely<Errors::multiplicative, Seasons::additive>(figures, how, start)
                      : unlikely<Errors::additive, Seasons::additive>(figures, how, start);
    default:
      return unlikely<Errors::multiplicative, Seasons::multiplicative>(figures, how, start);
  }
}

}  // namespace assess
