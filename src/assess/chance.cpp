#include "assess/chance.h"

#include <array>
#include <cmath>

#include "assess/distributions.h"
#include "assess/equal.h"
#include "assess/sums.h"

namespace assess {
namespace {

constexpr std::array<std::string_view, 6> reaches = {"open", "out_of_reach", "already_secured",
                                                     "met",  "missed",       "no_data"};

bool is_met(double value, double target, Better better) {
  return better == Better::higher ? !below(value, target, target) : !above(value, target, target);
}

// The next whole number up or down, but for the noise of binary arithmetic: 30 * 0.9 needs 27 cases and not 28.
double at_least(double needed) { return std::ceil(needed - 1e-9 * std::max(1.0, std::fabs(needed))); }
double at_most(double allowed) { return std::floor(allowed + 1e-9 * std::max(1.0, std::fabs(allowed))); }

Reach reach_of(double required, Better better) {
  const bool higher = better == Better::higher;
  if (higher ? above(required, 1, 1) : below(required, 0, 1)) return Reach::out_of_reach;
  if (higher ? !above(required, 0, 1) : !below(required, 1, 1)) return Reach::already_secured;
  return Reach::open;
}

}  // namespace

std::optional<Better> read_better(std::string_view polarity) {
  if (polarity == "high_good") return Better::higher;
  return polarity == "low_good" ? std::optional(Better::lower) : std::nullopt;
}

std::string_view code(Reach reach) { return reaches[static_cast<std::size_t>(reach)]; }

std::string_view words(double chance) {
  if (chance >= 0.9) return "very likely";
  if (chance >= 0.66) return "likely";
  if (chance >= 0.33) return "about even";
  return chance >= 0.1 ? "unlikely" : "very unlikely";
}

Interval Outturn::within(Confidence confidence) const {
  const double reach = standard_deviations(confidence) * error;
  return {mean - reach, mean + reach};
}

double chance(const Outturn& outturn, double target, Better better) {
  if (outturn.error <= 0) return is_met(outturn.mean, target, better) ? 1 : 0;
  const double room = (outturn.mean - target) / outturn.error;
  return normal_below(better == Better::higher ? room : -room);
}

Outturn year_end(const YearSoFar& year, const Level& level) {
  Sum squares;
  for (double later = 0; later < year.left; ++later) squares.add(std::pow(1 + later * level.alpha, 2));
  const double divisor = year.as == YearAs::mean ? year.done + year.left : 1;
  return {(year.total + year.left * level.level) / divisor, level.sigma * std::sqrt(squares.value()) / divisor};
}

std::optional<double> required_per_month(const YearSoFar& year, double target) {
  if (year.left <= 0) return std::nullopt;
  const double needed = year.as == YearAs::mean ? target * (year.done + year.left) : target;
  return (needed - year.total) / year.left;
}

RatioChance ratio_chance(const RatioSoFar& ratio, double target, Better better) {
  const double all = ratio.of + ratio.left;
  if (all <= 0) return {};
  if (ratio.left <= 0) {
    const bool met = is_met(ratio.cases / ratio.of, target, better);
    return {met ? Reach::met : Reach::missed, met ? 1 : 0, {}};
  }
  const double needed = target * all - ratio.cases, required = needed / ratio.left;
  const auto reach = reach_of(required, better);
  if (reach != Reach::open) return {reach, reach == Reach::already_secured ? 1 : 0, required};
  // At least so many successes are at most so few failures, and no digits are lost in a small chance.
  const double found = better == Better::higher
                           ? binomial_at_most(ratio.left - at_least(needed), ratio.left, 1 - ratio.rate)
                           : binomial_at_most(at_most(needed), ratio.left, ratio.rate);
  return {reach, found, required};
}

double count_chance(double until_now, double expected, double target, Better better) {
  const double room = target - until_now;
  return better == Better::higher ? poisson_at_least(at_least(room), expected)
                                  : poisson_at_most(at_most(room), expected);
}

}  // namespace assess
