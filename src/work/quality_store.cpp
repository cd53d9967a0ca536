#include "work/quality_store.h"

#include <map>

#include "collect/control_store.h"
#include "collect/cycle_store.h"
#include "collect/packed.h"
#include "indicator/columns.h"
#include "work/quality.sql.h"

namespace work {
namespace {

using calendar::Period;
using indicator::known;
using Steps = std::map<indicator::IndicatorId, std::vector<EntryStep>>;

EntryStep read(const kit::Row& row) {
  EntryStep step;
  step.period = known(Period::parse(row.text(1)), row.text(1));
  step.stage = known(collect::read_stage(row.text(2)), row.text(2));
  step.kind = known(collect::read_entry_kind(row.text(3)), row.text(3));
  step.state = known(collect::read_state(row.text(4)), row.text(4));
  for (const auto& answer : collect::unpacked_lines(row.text(5)))
    if (!answer.empty()) step.warnings.push_back(answer.front());
  step.at = {row.integer(6)};
  return step;
}

// One period more than is looked at: the newest that has ended may not be due yet.
void take_steps(kit::Transaction& tx, calendar::Frequency frequency, kit::Moment now, Steps& into) {
  auto first = calendar::ended_period(frequency, now);
  first.start -= static_cast<int>(looked_at) * first.months;
  const auto iso = first.iso();
  tx.each(quality_sql::steps, {{"length", iso.substr(iso.find('P'))}, {"first", iso}}, "ittttti",
          [&](const kit::Row& row) { into[row.integer(0)].push_back(read(row)); });
}

}  // namespace

std::vector<QualityFacts> load_quality(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now) {
  const auto cycles = collect::load_cycles(tx);
  Steps steps;
  for (const auto& cycle : cycles) take_steps(tx, cycle.frequency, now, steps);
  std::map<indicator::IndicatorId, collect::ControlCheck> controls;
  for (auto& check : collect::newest_controls(tx)) controls.emplace(check.indicator, std::move(check));

  std::vector<QualityFacts> all;
  for (const auto& kept : picture.indicators) {
    const auto& d = kept.now();
    if (d.ends && *d.ends < now.date()) continue;
    all.push_back(quality_facts(picture, kept, steps[kept.id], of(cycles, d.frequency), now));
    if (const auto control = controls.find(kept.id); control != controls.end()) all.back().control = control->second;
  }
  mark_alike(all);
  return all;
}

}  // namespace work
