#include "assess/indicator_process.h"

#include <algorithm>

#include "assess/judged_window.h"
#include "assess/judgement.h"
#include "assess/process_fitness.h"

namespace assess {
namespace {

using Because = FreshStart::Because;
using calendar::Period;
using indicator::Definition;

// The periods with a figure in which the indicator still reports, up to `until`.
std::vector<Period> periods_of(const Kept& kept, const std::optional<Period>& until) {
  std::vector<Period> all;
  for (const auto* figure : collect::newest(kept.figures)) {
    const auto& period = figure->period;
    if (period.fits(kept.now().frequency) && (!until || period.end() <= until->end())) all.push_back(period);
  }
  return all;
}

// Every period from the first to the last: a missing one is a figure that is not known.
std::vector<Dated> figures_of(const Kept& kept, const std::vector<Period>& known) {
  std::vector<Dated> figures;
  if (known.empty()) return figures;
  const Series series = series_of(kept);
  for (Period period = known.front(); period.end() <= known.back().end(); period = period.next())
    figures.push_back({period.first(), in_period(series, method(kept.in(period)), period).value});
  return figures;
}

void add_start(std::vector<FreshStart>& starts, Because because, const Period& from, std::string reason) {
  const auto same = std::ranges::find(starts, from, &FreshStart::from);
  if (same == starts.end()) starts.push_back({because, from, std::move(reason)});
  else if (because == Because::person) *same = {because, from, std::move(reason)};
}

bool makes_another_of_it(indicator::LineageKind kind) {
  return kind != indicator::LineageKind::renumbered && kind != indicator::LineageKind::moved;
}

std::vector<FreshStart> starts_of(const Kept& kept, const std::vector<Period>& known) {
  std::vector<FreshStart> starts;
  if (known.empty()) return starts;
  const auto frequency = kept.now().frequency;
  const auto containing = [&](const kit::Date& day) { return Period::containing(day, frequency); };
  for (std::size_t i = 1; i < kept.definitions.size(); ++i)
    if (const auto& d = kept.definitions[i]; d.breaks_series) add_start(starts, Because::definition, containing(d.applies_from), d.reason);
  for (const auto& lineage : kept.lineage)
    if (makes_another_of_it(lineage.kind)) add_start(starts, Because::lineage, containing(lineage.on), lineage.reason);
  if (const auto own = own_figures_from(kept)) add_start(starts, Because::own_figures, containing(*own), {});
  for (const auto* rebase : indicator::in_force(kept.rebases))
    add_start(starts, Because::person, containing(rebase->starts_on), rebase->reason);
  std::erase_if(starts, [&](const FreshStart& start) { return start.from <= known.front() || start.from > known.back(); });
  std::ranges::sort(starts, {}, &FreshStart::from);
  return starts;
}

// Only where each period's own figure is judged does its target say what the process should reach.
std::optional<double> target_of(const Kept& kept, const Period& period) {
  const Definition& d = kept.in(period);
  if (d.judged != indicator::Judged::in_period || !indicator::takes_target(d.kind)) return std::nullopt;
  const auto* target = kept.target(period.financial_year());
  return target ? indicator::expected(*target, d, period).value : std::nullopt;
}

}  // namespace

const Charted* IndicatorProcess::at(const Period& period) const {
  const auto found = std::ranges::find(periods, period);
  return found == periods.end() ? nullptr : &chart.points[static_cast<std::size_t>(found - periods.begin())];
}

IndicatorProcess process_of(const Kept& kept, std::optional<Period> until) {
  IndicatorProcess process;
  const auto known = periods_of(kept, until);
  const Definition& d = known.empty() ? kept.now() : kept.in(known.back());
  process.starts = starts_of(kept, known);

  Process asked;
  asked.polarity = d.polarity;
  if (!known.empty()) asked.target = target_of(kept, known.back());
  for (const auto& start : process.starts) asked.rebases.push_back(start.from.first());
  if (auto chart = process_chart(figures_of(kept, known), asked)) process.chart = *std::move(chart);
  for (const auto& point : process.chart.points) process.periods.push_back(Period::containing(point.on, d.frequency));

  process.why_not = why_unfit(d, process.chart);
  if (process.why_not) return process;
  process.cautions = cautions(process.chart, d);
  process.is_seasonal = is_seasonal(process.chart, d.frequency);
  process.shift_since = lasting_shift(process.chart);
  return process;
}

}  // namespace assess
