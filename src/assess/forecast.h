// A forecast: what the past of a series says of the periods to come, with two ranges, one in which four in five such
// figures come to lie and one for nineteen in twenty (rules.md 9). What can be said depends on how much is known: below
// two figures nothing, below four their mean without a range, and seasons only after two years.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "assess/forecast_fit.h"
#include "assess/forecast_ranges.h"
#include "assess/rates.h"

namespace assess {

std::string_view code(ForecastMethod method);   // "thetaf", "default": as in files
std::string_view words(ForecastMethod method);  // "the mean of Theta and exponential smoothing"
std::optional<ForecastMethod> read_forecast_method(std::string_view text);
inline constexpr std::array forecast_methods = {
    ForecastMethod::mean,  ForecastMethod::naive, ForecastMethod::seasonal_naive, ForecastMethod::naive2,
    ForecastMethod::ses,   ForecastMethod::holt,  ForecastMethod::damped,         ForecastMethod::comb,
    ForecastMethod::theta, ForecastMethod::ets,   ForecastMethod::usual};

struct Bounds {
  std::optional<double> least, most;
  double within(double figure) const;
};

struct Past {
  std::span<const double> figures;  // oldest first, none missing
  int season = 1;                   // periods in a year
  Bounds bounds;                    // no forecast goes beyond
};

struct Step {
  double point = 0;
  std::optional<Interval> likely, nearly_certain;  // 80% and 95%; none below four figures
};

struct Forecast {
  ForecastMethod method = ForecastMethod::usual;  // with few figures a simpler one than was asked for
  std::vector<Step> steps;
  std::size_t figures = 0;  // it rests on
  bool constant = false;    // all figures were the same: so is the forecast, and its range has no width
  // What possible years are made from: how figures move about the points, how far, and where they end.
  Dynamics dynamics;
  std::vector<Margin> margins;
  Bounds bounds;
};
std::optional<Forecast> forecast(const Past& past, int steps, ForecastMethod method = ForecastMethod::usual);

}  // namespace assess
