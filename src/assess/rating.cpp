#include "assess/rating.h"

#include <cmath>

#include "assess/equal.h"
#include "kit/number.h"

namespace assess {
namespace {

using indicator::Polarity;
using Kind = indicator::Tolerance::Kind;

struct Row {
  std::string_view code, words;
};
constexpr std::array<Row, 7> rows = {{{"blue", "Better than target"},
                                      {"green", "On target"},
                                      {"amber", "Close to target"},
                                      {"red", "Off target"},
                                      {"no_data", "No figure yet"},
                                      {"no_target", "No target"},
                                      {"data_only", "Information only"}}};

std::optional<double> shown(std::optional<double> number, std::optional<int> decimals) {
  return number && decimals ? kit::rounded(*number, *decimals) : number;
}

// A zero without a minus.
double plain(double number) { return number == 0 ? 0.0 : number; }

Rated measured(Rating rating, double variance, double bound, double favourable) {
  Rated rated{rating, plain(variance), {}, plain(favourable)};
  if (bound != 0) rated.variance_percent = plain(100 * variance / std::fabs(bound));
  return rated;
}

double half_width(const Standard& s, double bound) {
  return s.kind == Kind::relative ? s.tolerance / 100 * std::fabs(bound) : s.tolerance;
}

Rated rate_in_range(double figure, double low, double high, const Standard& s) {
  const bool under = below(figure, low, low), over = above(figure, high, high);
  if (!under && !over) return measured(Rating::green, 0, 1, 0);
  const double bound = under ? low : high;
  const double variance = figure - bound;
  // A range with a limit of its own has no half-width: the limit belongs to one side only.
  const bool close = s.kind != Kind::threshold && !above(std::fabs(variance), half_width(s, bound), bound);
  return measured(close ? Rating::amber : Rating::red, variance, bound, -std::fabs(variance));
}

// `way` is 1 where higher is better and -1 where lower is: all is compared as if higher were better.
Rating colour(double figure, double target, const Standard& s, double way) {
  const double better = way * (figure - target);
  const bool may_be_blue = s.well_above && target != 0;
  if (may_be_blue && !below(better, *s.well_above / 100 * std::fabs(target), target)) return Rating::blue;
  if (!below(better, 0, target)) return Rating::green;
  const double floor = s.kind == Kind::threshold ? way * s.tolerance : way * target - half_width(s, target);
  return below(way * figure, floor, target) ? Rating::red : Rating::amber;
}

}  // namespace

std::string_view code(Rating rating) { return rows[static_cast<std::size_t>(rating)].code; }
std::string_view words(Rating rating) { return rows[static_cast<std::size_t>(rating)].words; }

Standard standard(const indicator::Expected& expected, const indicator::Tolerance& tolerance) {
  Standard s{expected.value, expected.low, expected.high, tolerance.kind, tolerance.size.number(), {}};
  if (tolerance.well_above) s.well_above = tolerance.well_above->number();
  return s;
}

Rated rate(std::optional<double> figure, const Standard& s, Polarity polarity, std::optional<int> decimals) {
  if (polarity == Polarity::neutral) return {Rating::data_only, {}, {}, {}};
  figure = shown(figure, decimals);
  if (!figure) return {Rating::no_data, {}, {}, {}};
  const auto target = shown(s.target, decimals), low = shown(s.low, decimals), high = shown(s.high, decimals);
  if (polarity == Polarity::in_range) {
    if (!low || !high) return {Rating::no_target, {}, {}, {}};
    return rate_in_range(*figure, *low, *high, s);
  }
  if (!target) return {Rating::no_target, {}, {}, {}};
  const double way = polarity == Polarity::high_good ? 1 : -1;
  const double variance = *figure - *target;
  return measured(colour(*figure, *target, s, way), variance, *target, way * variance);
}

}  // namespace assess
