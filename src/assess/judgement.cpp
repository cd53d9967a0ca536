#include "assess/judgement.h"

#include <algorithm>

#include "assess/judged_window.h"
#include "assess/rating_beside.h"
#include "assess/sentences.h"
#include "assess/travel.h"

namespace assess {
namespace {

using calendar::Frequency;
using calendar::Period;
using collect::Figure;
using indicator::Definition;

constexpr int longest_look_back = 36;  // months: twelve rolling ones, a year before, from the March before that
constexpr int reports_run_after = 31;  // days after a period's end; until then its figure is not overdue

// The newest figure that ends by the end of `asked`. One as short or shorter must lie within it; of a year that does
// not begin in April the end is enough.
const Figure* newest_for(const Kept& kept, const Period& asked) {
  const Figure* newest = newest_until(kept, asked.end());
  if (!newest) return nullptr;
  const Period& period = newest->period;
  const bool other_year = period.months == 12 && !period.fits(Frequency::annual) && period.end() > asked.start;
  return period.months > asked.months || asked.holds(period) || other_year ? newest : nullptr;
}

// The last whole period of the indicator that ends by the end of `asked`.
Period awaited(const Definition& d, const Period& asked) {
  const Period holding = Period::containing(asked.last(), d.frequency);
  return holding.end() > asked.end() ? holding.previous() : holding;
}

std::optional<double> number(const std::optional<kit::Decimal>& decimal) {
  return decimal ? std::optional(decimal->number()) : std::nullopt;
}

Part part_of(const Figure& figure) {
  if (figure.state == collect::State::not_applicable) return {{}, {}, {}, true};
  if (figure.state != collect::State::given) return {};
  return {number(figure.value), number(figure.numerator), number(figure.denominator)};
}

Period comparator_of(const Definition& d, const Period& period) {
  if (d.comparator == indicator::Comparator::baseline) return {0, 0};
  const bool a_year_before =
      d.comparator != indicator::Comparator::previous || d.judged != indicator::Judged::in_period;
  return a_year_before || period.months > 12 ? period.year_before() : period.previous();
}

indicator::Tolerance council_tolerance(const Picture& picture) {
  const auto read = indicator::read_tolerance(picture.council.setting("tolerance"));
  return read ? *read : indicator::Tolerance{};
}

class Judge {
 public:
  explicit Judge(const Picture& picture) : Judge(picture, picture.rules) {}
  Judge(const Picture& picture, const RuleEditions& rules)
      : rules_(rules), usual_(council_tolerance(picture)), today_(picture.as_at.date()) {}

  Judgement judge(const Kept& kept, const Period& asked) const {
    const Figure* figure = newest_for(kept, asked);
    Judgement j = stand(kept, figure ? figure->period : awaited(kept.in(asked), asked), figure);
    j.overdue = is_overdue(j, asked);
    const int row = j.rule->longest_row() * calendar::months_in(j.definition->frequency);
    const Series series = series_of(kept, j.period.start - longest_look_back - row);
    weigh(j, series);
    if (j.rating == Rating::no_data && j.overdue) rate_overdue(j);
    const auto broke = find_direction(j, series);
    j.why = why(j, {asked, tolerance(j), today_});
    j.direction_why = direction_why(j, broke);
    if (j.definition->direction_method != indicator::DirectionMethod::two_point) look_further(j);
    return j;
  }

  std::vector<Point> points(const Kept& kept) const {
    std::vector<Point> line;
    const Series series = series_of(kept);
    for (const Figure* figure : collect::newest(kept.figures)) {
      Judgement j = stand(kept, figure->period, figure);
      weigh(j, series);
      const bool breaks = !line.empty() && break_between(kept, line.back().period, figure->period).has_value();
      line.push_back({figure->period, figure, j.value, j.expected, j.rating, j.provisional, breaks});
    }
    return line;
  }

  indicator::Tolerance tolerance(const Judgement& j) const {
    if (j.target && j.target->tolerance) return *j.target->tolerance;
    return j.definition->tolerance.value_or(usual_);
  }

 private:
  Judgement stand(const Kept& kept, const Period& period, const Figure* figure) const {
    Judgement j;
    j.kept = &kept;
    j.definition = &kept.in(period);
    j.period = period;
    j.figure = figure;
    j.target = indicator::takes_target(j.definition->kind) ? kept.target(period.financial_year()) : nullptr;
    j.rule = &rule_for(rules_, j.definition->kind, period);
    return j;
  }

  void weigh(Judgement& j, const Series& series) const {
    const Definition& d = *j.definition;
    const Window window = window_of(*j.kept, series, d, j.period);
    j.value = window.value;
    j.available = window.available;
    j.expected_periods = window.expected;
    j.provisional = j.figure && is_provisional(*j.kept, d, j.period);
    j.unchecked = j.figure && j.figure->standing == collect::Standing::unchecked;
    if (j.target) j.expected = indicator::expected(*j.target, d, j.period);
    const bool speaks = window.complete() && j.figure && j.figure->state == collect::State::given;
    const auto wanted = standard(j.expected, tolerance(j));
    if (speaks) j.beside = beside(j, series);
    const auto rated = rate(speaks ? j.value : std::nullopt, wanted, d.polarity, d.decimals, *j.rule, j.beside);
    j.rating = rated.rating;
    j.step = rated.step;
    j.variance = rated.variance;
    j.favourable = rated.favourable;
    if (!indicator::takes_target(d.kind)) j.rating = Rating::data_only;
    if (j.rating == Rating::data_only && !j.value) j.rating = Rating::no_data;
  }

  // A step that speaks of what has not come.
  static void rate_overdue(Judgement& j) {
    const auto& steps = j.rule->steps;
    for (std::size_t i = 0; i < steps.size(); ++i)
      for (const auto& condition : steps[i].when)
        if (condition.kind == Condition::Kind::overdue && j.step < 0) j.rating = steps[i].rating, j.step = static_cast<int>(i);
  }

  std::optional<kit::Date> find_direction(Judgement& j, const Series& series) const {
    const Definition& d = *j.definition;
    j.comparator_period = comparator_of(d, j.period);
    Window then{number(d.baseline), 1, 1};
    if (j.comparator_period.months > 0) then = window_of(*j.kept, series, d, j.comparator_period);
    if (then.complete()) j.comparator_value = then.value;
    const auto broke =
        j.figure && j.comparator_value ? break_between(*j.kept, j.comparator_period, j.period) : std::nullopt;
    const Pair pair{j.complete() ? j.value : std::nullopt, j.comparator_value, j.expected.low, j.expected.high,
                    broke ? Comparable::no : Comparable::yes};
    j.direction = direction(pair, d.polarity, {Threshold::Kind::absolute, d.no_change_within.number()}, d.decimals);
    return broke;
  }

  // By the indicator's own method, where it looks at more than two figures.
  static void look_further(Judgement& j) {
    auto found = travel(*j.kept, *j.definition, j.period);
    j.direction = found.direction;
    j.direction_why = std::move(found.why);
  }

  // Whether what should be there by now is not. A figure that was said to be delayed is overdue once its day has
  // passed.
  bool is_overdue(const Judgement& j, const Period& asked) const {
    const Definition& d = *j.definition;
    if (!indicator::takes_target(d.kind)) return false;
    if (j.figure && j.figure->added_up != collect::AddedUp::no) return false;  // nobody enters the past of other councils
    if (j.figure && j.figure->state == collect::State::delayed)
      return j.figure->expected_on ? *j.figure->expected_on < today_ : due(j.period);
    const Period wanted = awaited(d, asked);
    const auto& now = j.kept->now();
    if (now.ends && *now.ends < wanted.last()) return false;
    if (j.kept->definitions.front().applies_from > wanted.last()) return false;
    const bool missing = !j.figure || j.period.end() + calendar::months_in(d.frequency) <= wanted.end();
    return missing && due(wanted);
  }

  bool due(const Period& period) const { return period.last().plus(reports_run_after) < today_; }

  const RuleEditions& rules_;
  indicator::Tolerance usual_;
  kit::Date today_;
};

bool is_in(const Kept& kept, const Period& quarter) {
  const int length = calendar::months_in(kept.now().frequency);
  return figure_for(kept, {quarter.end() - length, length}) != nullptr;
}

// By the end of what has come, and with a quarter of what should come: one early figure does not turn the page for all.
std::optional<Period> newest_full_quarter(const Picture& picture, Period newest, const Period& oldest) {
  for (; newest.start >= oldest.start; newest = newest.previous()) {
    std::size_t in = 0, due = 0;
    for (const auto& kept : picture.indicators) {
      const auto& now = kept.now();
      if (calendar::months_in(now.frequency) > 3 || (now.ends && *now.ends < newest.first())) continue;
      ++due;
      in += is_in(kept, newest);
    }
    if (in > 0 && in * 4 >= due) return newest;
  }
  return std::nullopt;
}

}  // namespace

Series series_of(const Kept& kept, int from) {
  const Frequency frequency = kept.now().frequency;
  const auto& figures = kept.figures;
  const auto first = std::partition_point(figures.begin(), figures.end(),
                                          [&](const Figure& each) { return each.period.start < from; });
  Series series(frequency);
  series.reserve(static_cast<std::size_t>(figures.end() - first));
  for (auto i = static_cast<std::size_t>(first - figures.begin()); i < figures.size(); ++i) {
    const bool newest = i + 1 == figures.size() || !(figures[i + 1].period == figures[i].period);
    if (newest && figures[i].period.fits(frequency)) series.set(figures[i].period, part_of(figures[i]));
  }
  return series;
}

Judgement judge(const Picture& picture, const Kept& kept, const Period& asked) {
  return Judge(picture).judge(kept, asked);
}

std::vector<Judgement> judge_all(const Picture& picture, const Period& asked) { return judge_all(picture, asked, picture.rules); }

std::vector<Judgement> judge_all(const Picture& picture, const Period& asked, const RuleEditions& rules) {
  const Judge judge(picture, rules);
  std::vector<Judgement> all;
  all.reserve(picture.indicators.size());
  for (const auto& kept : picture.indicators) all.push_back(judge.judge(kept, asked));
  return all;
}

std::vector<Point> points(const Picture& picture, const Kept& kept) { return Judge(picture).points(kept); }

indicator::Tolerance tolerance_for(const Judgement& judgement, const Picture& picture) {
  return Judge(picture).tolerance(judgement);
}

Period newest_quarter(const Picture& picture) {
  const Period ended = Period::containing(picture.as_at.date(), Frequency::quarterly).previous();
  std::optional<Period> first, last;
  for (const auto& kept : picture.indicators) {
    const Figure* newest = newest_until(kept, ended.end());
    if (!newest) continue;
    if (!last || last->end() < newest->period.end()) last = newest->period;
    if (!first || kept.figures.front().period < *first) first = kept.figures.front().period;
  }
  if (!last) return ended;
  const Period newest = Period::containing(last->last(), Frequency::quarterly);
  return newest_full_quarter(picture, newest, Period::containing(first->last(), Frequency::quarterly)).value_or(newest);
}

}  // namespace assess
