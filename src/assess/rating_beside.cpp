#include "assess/rating_beside.h"

#include "assess/judged_window.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Definition;

// What a minimum or a stretch target of the year comes to by the end of a period: reached in the same steps as the target itself.
std::optional<double> by_now(const std::optional<kit::Decimal>& of_year, const Judgement& j) {
  if (!of_year) return std::nullopt;
  auto target = *j.target;
  const auto whole = target.value;
  target.value = of_year;
  if (target.kind != indicator::TargetKind::by_period) return indicator::expected(target, *j.definition, j.period).value;
  const bool in_proportion = whole && whole->units() != 0 && j.expected.value;
  return of_year->number() * (in_proportion ? *j.expected.value / whole->number() : 1);
}

// The period before, like with like: what is added up over the year or twelve months stands beside the same a year before.
Period like_before(const Definition& d, const Period& period) {
  return d.judged == indicator::Judged::in_period && period.months <= 12 ? period.previous() : period.year_before();
}

Beside::Compared compared_with(const Judgement& j, const Series& series, const Period& then) {
  const Definition& d = *j.definition;
  const Window window = window_of(*j.kept, series, d, then);
  const auto comparable = break_between(*j.kept, then, j.period) ? Comparable::no : Comparable::yes;
  const Pair pair{j.value, window.complete() ? window.value : std::nullopt, j.expected.low, j.expected.high, comparable};
  auto made = compared(pair, d.polarity, {Threshold::Kind::absolute, d.no_change_within.number()}, d.decimals);
  made.period = then;
  return made;
}

bool is_off(const std::optional<double>& value, const indicator::Expected& expected, const Definition& d) {
  const auto rated = rate(value, standard(expected, {}), d.polarity, d.decimals);
  return rated.rating == Rating::red || rated.rating == Rating::amber;
}

bool was_off(const Kept& kept, const Series& series, const Period& period) {
  const Definition& d = kept.in(period);
  const auto* target = kept.target(period.financial_year());
  const Window window = window_of(kept, series, d, period);
  return target && window.complete() && is_off(window.value, indicator::expected(*target, d, period), d);
}

// Back from this period, until one was on target, is missing or lies before a change of the definition.
int off_in_a_row(const Judgement& j, const Series& series, int most) {
  const auto before = [](const Period& period) { return period.months > 12 ? period.year_before() : period.previous(); };
  if (!is_off(j.value, j.expected, *j.definition)) return 0;
  int row = 1;
  for (Period period = before(j.period); row < most; period = before(period)) {
    if (break_between(*j.kept, period, j.period) || !was_off(*j.kept, series, period)) break;
    ++row;
  }
  return row;
}

}  // namespace

Beside beside(const Judgement& j, const Series& series) {
  using Asks = Condition::Kind;
  const auto& rule = *j.rule;
  Beside made;
  made.provisional = j.provisional;
  if (j.target && rule.asks(Asks::minimum_met)) made.minimum = by_now(j.target->minimum, j);
  if (j.target && rule.asks(Asks::stretch_met)) made.stretch = by_now(j.target->stretch, j);
  if (rule.asks(Asks::better_than_before) || rule.asks(Asks::not_worse_than_before) || rule.asks(Asks::worse_than_before))
    made.before = compared_with(j, series, like_before(*j.definition, j.period));
  if (rule.asks(Asks::better_than_year) || rule.asks(Asks::not_worse_than_year) || rule.asks(Asks::worse_than_year) ||
      rule.asks(Asks::near_year))
    made.year = compared_with(j, series, j.period.year_before());
  if (const int most = rule.longest_row(); most > 0) made.off_in_a_row = off_in_a_row(j, series, most);
  return made;
}

}  // namespace assess
