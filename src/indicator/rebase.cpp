#include "indicator/rebase.h"

#include <algorithm>

namespace indicator {
namespace {

using calendar::Period;
using council::May;
using kit::Refusals;

constexpr std::size_t longest_reason = 4000;

const Rebase* newest_on(std::span<const Rebase> rebases, const kit::Date& day) {
  const Rebase* newest = nullptr;
  for (const auto& rebase : rebases)
    if (rebase.starts_on == day) newest = &rebase;
  return newest;
}

void check_reason(const std::string& reason, const std::string& field, std::string what, Refusals& no) {
  no.unless(!reason.empty(), field, std::move(what));
  no.unless(reason.size() <= longest_reason, field, "Use at most 4,000 letters.");
}

// The first period with a figure that ends after the day.
std::optional<Period> period_from(std::span<const Period> periods, const kit::Date& day) {
  const auto found = std::ranges::find_if(periods, [&](const Period& period) { return day <= period.last(); });
  return found == periods.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::vector<const Rebase*> in_force(std::span<const Rebase> rebases) {
  std::vector<const Rebase*> all;
  for (std::size_t i = 0; i < rebases.size(); ++i) {
    const bool newest = i + 1 == rebases.size() || !(rebases[i + 1].starts_on == rebases[i].starts_on);
    if (newest && !rebases[i].gone) all.push_back(&rebases[i]);
  }
  return all;
}

kit::Verdict<Rebase> rebase(const Charted& chart, const TypedRebase& typed, const council::Asker& by, kit::Moment now) {
  auto no = council::why_not(May::rebase, by, chart.subject);
  if (no.any()) return no;
  check_reason(typed.reason, "reason", "Say what changed then, and how you know: it stands on the chart.", no);
  const auto day = kit::Date::parse(typed.starts_on);
  no.unless(day.has_value(), "starts_on", "Choose the period from which the chart begins afresh.");
  const auto period = day ? period_from(chart.periods, *day) : std::nullopt;
  if (day) no.unless(period.has_value(), "starts_on", "There is no figure for that period or a later one. Choose an earlier period.");
  if (period) no.unless(*period != chart.periods.front(), "starts_on", "The chart begins there already. Choose a later period.");
  const auto* known = period ? newest_on(chart.rebases, period->first()) : nullptr;
  no.unless(!known || known->gone, "starts_on", "The chart begins afresh there already. Choose another period, or take that one back.");
  if (no.any()) return no;

  return Rebase{chart.indicator, period->first(), known ? known->edition + 1 : 1, false, typed.reason, by.person, now};
}

kit::Verdict<Rebase> take_back(const Charted& chart, const TypedRebase& typed, const council::Asker& by, kit::Moment now) {
  auto no = council::why_not(May::rebase, by, chart.subject);
  if (no.any()) return no;
  check_reason(typed.reason, "why", "Say why it is taken back: the chart then reads as if it had never begun afresh there.", no);
  const auto day = kit::Date::parse(typed.starts_on);
  const auto* known = day ? newest_on(chart.rebases, *day) : nullptr;
  no.unless(known && !known->gone, "taken", "The chart does not begin afresh there. Somebody may have taken it back already.");
  if (no.any()) return no;

  return Rebase{chart.indicator, *day, known->edition + 1, true, typed.reason, by.person, now};
}

}  // namespace indicator
