#include "assess/rating_decision.h"

#include <algorithm>
#include <cmath>

#include "assess/equal.h"
#include "kit/number.h"

namespace assess {
namespace {

using indicator::Polarity;
using Kind = Condition::Kind;
using ToleranceKind = indicator::Tolerance::Kind;

std::optional<double> shown(std::optional<double> number, std::optional<int> decimals) {
  return number && decimals ? kit::rounded(*number, *decimals) : number;
}

// A zero without a minus.
double plain(double number) { return number == 0 ? 0.0 : number; }

bool is_met(const Situation& s) { return !below(s.better, 0, s.bound); }
double share(double percent, const Situation& s) { return percent / 100 * std::fabs(s.bound); }

// A limit of its own: the floor, or the ceiling where lower is better. Of a range it belongs to neither end.
bool clears(const std::optional<double>& limit, const Situation& s) {
  return limit && !s.is_range && !below(s.figure, s.way * *limit, s.bound);
}

bool is_within_tolerance(const Situation& s) {
  if (s.standard.kind == ToleranceKind::threshold) return clears(s.standard.tolerance, s);
  const double half = s.standard.kind == ToleranceKind::relative ? share(s.standard.tolerance, s) : s.standard.tolerance;
  return !below(s.better, -half, s.bound);
}

// A share of a target of zero is nothing to be better by, and within a range nothing is better than the rest.
bool is_better_by(double percent, const Situation& s) {
  return !s.is_range && s.bound != 0 && !below(s.better, share(percent, s), s.bound);
}

bool is_near(double percent, const Beside::Compared& then) {
  if (then.direction == Direction::improving || then.direction == Direction::no_change) return true;
  return then.direction == Direction::worsening && then.value && !below(then.better, -percent / 100 * std::fabs(*then.value), *then.value);
}

bool no_worse(Direction direction) { return direction == Direction::improving || direction == Direction::no_change; }

double outside(double figure, const Pair& range) {
  return std::max({0.0, range.low.value_or(figure) - figure, figure - range.high.value_or(figure)});
}

std::optional<Situation> in_range(double figure, const Standard& s, std::optional<int> decimals) {
  const auto low = shown(s.low, decimals), high = shown(s.high, decimals);
  if (!low || !high) return std::nullopt;
  const bool under = below(figure, *low, *low), over = above(figure, *high, *high);
  const double bound = under ? *low : over ? *high : 1;
  const double variance = under || over ? figure - bound : 0;
  return Situation{figure, 1, -std::fabs(variance), variance, bound, true, s, {}};
}

std::optional<Situation> against_target(double figure, const Standard& s, double way, std::optional<int> decimals) {
  const auto target = shown(s.target, decimals);
  if (!target) return std::nullopt;
  const double variance = figure - *target;
  return Situation{way * figure, way, way * variance, variance, *target, false, s, {}};
}

}  // namespace

Beside::Compared compared(const Pair& pair, Polarity polarity, const Threshold& threshold, std::optional<int> decimals) {
  Beside::Compared made;
  made.value = pair.comparator;
  if (!pair.current || !pair.comparator) return made;
  made.direction = direction(pair, polarity, threshold, decimals);
  const double now = *shown(pair.current, decimals), then = *shown(pair.comparator, decimals);
  if (polarity == Polarity::in_range) made.better = outside(then, pair) - outside(now, pair);
  else made.better = polarity == Polarity::low_good ? then - now : now - then;
  return made;
}

bool holds(const Condition& condition, const Situation& s) {
  const double by = condition.by.number();
  switch (condition.kind) {
    case Kind::on_target: return is_met(s);
    case Kind::off_target: return !is_met(s);
    case Kind::within_tolerance: return is_met(s) || is_within_tolerance(s);
    case Kind::within_percent: return is_met(s) || !below(s.better, -share(by, s), s.bound);
    case Kind::under_percent: return is_met(s) || above(s.better, -share(by, s), s.bound);
    case Kind::within_amount: return is_met(s) || !below(s.better, -by, s.bound);
    case Kind::minimum_met: return is_met(s) || clears(s.beside.minimum, s);
    case Kind::stretch_met: return is_met(s) && clears(s.beside.stretch, s);
    case Kind::well_above: return s.standard.well_above && is_better_by(*s.standard.well_above, s);
    case Kind::better_by_percent: return is_better_by(by, s);
    case Kind::better_than_before: return s.beside.before.direction == Direction::improving;
    case Kind::not_worse_than_before: return no_worse(s.beside.before.direction);
    case Kind::worse_than_before: return s.beside.before.direction == Direction::worsening;
    case Kind::better_than_year: return s.beside.year.direction == Direction::improving;
    case Kind::not_worse_than_year: return no_worse(s.beside.year.direction);
    case Kind::worse_than_year: return s.beside.year.direction == Direction::worsening;
    case Kind::near_year: return is_near(by, s.beside.year);
    case Kind::off_in_a_row: return !is_met(s) && s.beside.off_in_a_row >= static_cast<int>(by);
    case Kind::range_target: return s.is_range;
    case Kind::provisional: return s.beside.provisional;
    case Kind::overdue: return false;  // there is a figure
  }
  return false;
}

bool holds(const RuleStep& step, const Situation& situation) {
  return std::ranges::all_of(step.when, [&](const Condition& condition) { return holds(condition, situation); });
}

std::optional<std::size_t> deciding(const RatingRule& rule, const Situation& situation) {
  for (std::size_t i = 0; i < rule.steps.size(); ++i)
    if (holds(rule.steps[i], situation)) return i;
  return std::nullopt;
}

std::optional<Situation> situation_of(std::optional<double> figure, const Standard& standard, Polarity polarity,
                                      std::optional<int> decimals, const Beside& beside) {
  figure = shown(figure, decimals);
  if (!figure || polarity == Polarity::neutral) return std::nullopt;
  auto s = polarity == Polarity::in_range ? in_range(*figure, standard, decimals)
                                          : against_target(*figure, standard, polarity == Polarity::high_good ? 1 : -1, decimals);
  if (s) s->beside = beside;
  return s;
}

Rated rate(std::optional<double> figure, const Standard& standard, Polarity polarity, std::optional<int> decimals,
           const RatingRule& rule, const Beside& beside) {
  if (polarity == Polarity::neutral) return {.rating = Rating::data_only};
  if (!figure) return {.rating = Rating::no_data};
  const auto s = situation_of(figure, standard, polarity, decimals, beside);
  if (!s) return {.rating = Rating::no_target};

  const auto step = deciding(rule, *s).value_or(rule.steps.size() - 1);
  Rated rated{rule.steps[step].rating, plain(s->variance), {}, plain(s->better), static_cast<int>(step)};
  if (s->bound != 0) rated.variance_percent = plain(100 * s->variance / std::fabs(s->bound));
  return rated;
}

}  // namespace assess
