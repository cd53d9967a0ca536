#include "indicator/target.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "indicator/word_table.h"

namespace indicator {
namespace {

constexpr std::array kinds = {
    WordRow<TargetKind>{TargetKind::flat, "flat", "the same all year"},
    WordRow<TargetKind>{TargetKind::linear, "linear", "reached evenly over the year"},
    WordRow<TargetKind>{TargetKind::profile, "profile", "reached by a profile over the year"},
    WordRow<TargetKind>{TargetKind::by_period, "explicit", "its own value each period"},
    WordRow<TargetKind>{TargetKind::range, "range", "within a range"},
    WordRow<TargetKind>{TargetKind::trajectory, "trajectory", "from the baseline to the target by March"},
};
constexpr std::array synonyms = {Synonym<TargetKind>{"by_period", TargetKind::by_period}};

int periods_in_year(const Definition& d) { return 12 / calendar::months_in(d.frequency); }

// How many periods of the year have gone by the end of this one: 1 for April, 12 for March.
int elapsed(const Definition& d, const calendar::Period& period) {
  const int length = calendar::months_in(d.frequency);
  const int months = period.end() - calendar::Period::year(period.financial_year()).start;
  return std::clamp((months + length - 1) / length, 1, periods_in_year(d));
}

double sum(const std::vector<kit::Decimal>& weights, std::size_t from, std::size_t to) {
  double total = 0;
  for (std::size_t i = from; i < to && i < weights.size(); ++i) total += weights[i].number();
  return total;
}

// The share of a year's sum expected by now: to date, in this period alone, or over twelve months.
double share(const Target& target, const Definition& d, int gone) {
  if (d.judged == Judged::rolling_12) return 1;
  const bool alone = d.judged == Judged::in_period;
  if (target.kind == TargetKind::linear) return (alone ? 1.0 : gone) / periods_in_year(d);
  const double all = sum(target.periods, 0, target.periods.size());
  if (all == 0) return 1;
  return sum(target.periods, alone ? static_cast<std::size_t>(gone - 1) : 0, static_cast<std::size_t>(gone)) / all;
}

std::optional<double> expected_value(const Target& target, const Definition& d, int gone) {
  if (target.kind == TargetKind::by_period) {
    const auto place = static_cast<std::size_t>(gone - 1);
    return place < target.periods.size() ? std::optional(target.periods[place].number()) : std::nullopt;
  }
  if (!target.value) return std::nullopt;
  const double year = target.value->number();
  if (target.kind == TargetKind::flat) return year;
  if (target.kind != TargetKind::trajectory) return year * share(target, d, gone);
  const auto from = target.baseline ? target.baseline : d.baseline;
  if (!from) return std::nullopt;
  return from->number() + (year - from->number()) * gone / periods_in_year(d);
}

void check_range(const Target& t, const Definition& d, kit::Refusals& no) {
  const bool range = t.kind == TargetKind::range;
  no.unless(
      range == (d.polarity == Polarity::in_range), "kind",
      range
          ? "A range is a target only where within a range is best. Choose another kind, or change the good direction."
          : "Within a range is best for this indicator. Give a range with low and high.");
  if (!range) return;
  no.unless(t.low.has_value(), "low", "Give the low end of the range.");
  no.unless(t.high.has_value(), "high", "Give the high end of the range.");
  no.unless(!t.low || !t.high || *t.low <= *t.high, "high", "The high end of the range is below the low end.");
}

void check_periods(const Target& t, const Definition& d, kit::Refusals& no) {
  if (t.kind != TargetKind::profile && t.kind != TargetKind::by_period) {
    no.unless(t.periods.empty(), "periods",
              "Only a profile or an explicit target has a list of periods. Leave it empty.");
    return;
  }
  const int needed = periods_in_year(d);
  no.unless(static_cast<int>(t.periods.size()) == needed, "periods",
            "A " + std::string(calendar::words(d.frequency)) + " indicator needs " + std::to_string(needed) +
                " numbers, April first; there are " + std::to_string(t.periods.size()) + ".");
  if (t.kind != TargetKind::profile) return;
  const bool negative = std::any_of(t.periods.begin(), t.periods.end(), [](kit::Decimal w) { return w.units() < 0; });
  no.unless(!negative && sum(t.periods, 0, t.periods.size()) > 0, "periods",
            "The weights of a profile are zero or more, and not all zero.");
}

void check_kind(const Target& t, const Definition& d, kit::Refusals& no) {
  const bool needs_value = t.kind != TargetKind::range && t.kind != TargetKind::by_period;
  no.unless(!needs_value || t.value, "target", "Give the year's target.");
  const bool adds_up = t.kind == TargetKind::linear || t.kind == TargetKind::profile;
  no.unless(!adds_up || d.aggregation == Aggregation::sum || d.submitted == Submitted::cumulative_over_annual, "kind",
            "Only a sum is reached little by little. Use flat, explicit or trajectory.");
  if (t.kind != TargetKind::trajectory) return;
  no.unless(d.aggregation != Aggregation::sum, "kind",
            "A sum starts each year at nothing. Use linear or profile instead of a trajectory.");
  no.unless(t.baseline || d.baseline, "baseline", "A trajectory needs the value at 31 March before.");
}

void check_tolerance(const Target& t, const Definition& d, kit::Refusals& no) {
  const auto& tolerance = t.tolerance ? t.tolerance : d.tolerance;
  if (!tolerance) return;
  const bool relative = tolerance->kind == Tolerance::Kind::relative;
  no.unless(tolerance->kind == Tolerance::Kind::threshold || tolerance->size.units() >= 0, "tolerance",
            "A tolerance is zero or more.");
  no.unless(!t.tolerance || !relative || !t.value || t.value->units() != 0 || t.tolerance->size.units() == 0,
            "tolerance", "A percentage of zero is zero. For a target of zero give a tolerance such as absolute 2.");
  if (tolerance->kind != Tolerance::Kind::threshold || !t.value || t.kind != TargetKind::flat) return;
  no.unless(d.polarity != Polarity::high_good || tolerance->size <= *t.value, "tolerance",
            "The floor is above the target.");
  no.unless(d.polarity != Polarity::low_good || tolerance->size >= *t.value, "tolerance",
            "The ceiling is below the target.");
}

}  // namespace

std::string_view code(TargetKind kind) { return kinds[static_cast<std::size_t>(kind)].code; }
std::string_view words(TargetKind kind) { return kinds[static_cast<std::size_t>(kind)].words; }

std::optional<TargetKind> read_target_kind(std::string_view text) {
  return read_word<TargetKind>(text, std::span<const WordRow<TargetKind>>(kinds),
                               std::span<const Synonym<TargetKind>>(synonyms));
}

kit::Refusals faults(const Target& target, const Definition& definition) {
  kit::Refusals no;
  no.unless(takes_target(definition.kind), "indicator",
            "This is a " + std::string(words(definition.kind)) +
                " indicator, which never has a target. Take the row out, or change the kind.");
  no.unless(definition.polarity != Polarity::neutral, "indicator",
            "Nobody has said which direction is good for this indicator. Say so before giving it a target.");
  if (no.any()) return no;
  check_range(target, definition, no);
  check_kind(target, definition, no);
  check_periods(target, definition, no);
  check_tolerance(target, definition, no);
  return no;
}

Expected expected(const Target& target, const Definition& definition, const calendar::Period& period) {
  if (period.financial_year() != target.year) return {};
  const auto number = [](const std::optional<kit::Decimal>& d) {
    return d ? std::optional(d->number()) : std::nullopt;
  };
  if (target.kind == TargetKind::range) return {{}, number(target.low), number(target.high)};
  return {expected_value(target, definition, elapsed(definition, period)), {}, {}};
}

}  // namespace indicator
