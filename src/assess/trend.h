// Direction of travel over several periods (rules.md 4, methods 3 and 4): by regression over the last periods, as Kent
// does, or by the trend marker of Fingertips for five years.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace assess {

enum class Trend : std::uint8_t { increasing, decreasing, no_clear_trend, no_significant_change, cannot_be_calculated };
std::string_view code(Trend trend);   // "no_clear_trend"
std::string_view words(Trend trend);  // "Rising", "No clear trend"

struct Regression {
  double slope = 0;              // a period
  std::optional<double> t;       // none for a series without any change, or without any scatter
  std::optional<double> chance;  // p: how often chance alone would give such a slope; none without any change
  Trend trend = Trend::no_clear_trend;
};
std::optional<Regression> regression(std::span<const double> figures);  // none below three figures

struct TrendMarker {
  Trend trend = Trend::cannot_be_calculated;
  std::optional<double> chi_squared, slope;
};

struct Proportion {
  std::optional<double> cases, of;
};
struct Estimate {
  std::optional<double> value, low, high;  // with its 95% interval
};

// A year each, oldest first; the last five count and none of them may be missing.
TrendMarker trend_marker(std::span<const Proportion> years);
TrendMarker trend_marker(std::span<const Estimate> years);

}  // namespace assess
