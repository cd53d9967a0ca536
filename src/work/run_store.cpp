#include "work/run_store.h"

#include <algorithm>

#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "council/record_store.h"
#include "work/gather_store.h"

namespace work {
namespace {

using collect::Entry;
using collect::Stage;

std::int32_t next_edition(const assess::Kept& kept, const calendar::Period& period) {
  std::int32_t newest = 0;
  for (const auto& figure : kept.figures)
    if (figure.period == period) newest = std::max(newest, figure.edition);
  return newest + 1;
}

collect::Figure reported_figure(const assess::Kept& kept, const Entry& entry, kit::Moment at) {
  auto figure = collect::figure_of(entry);
  figure.edition = next_edition(kept, entry.period);
  figure.at = at;
  // What was told before does not count from later than what follows it.
  for (const auto& before : kept.figures)
    if (before.period == entry.period) figure.at = std::max(figure.at, before.at);
  return figure;
}

struct Tally {
  int reported = 0, unchecked = 0, returned = 0, missing = 0;
  std::string words() const {
    auto said = std::to_string(reported) + " reported";
    if (unchecked) said += ", of them " + std::to_string(unchecked) + " unchecked";
    if (returned) said += ", " + std::to_string(returned) + " came back and not put right";
    if (missing) said += ", " + std::to_string(missing) + " not entered";
    return said;
  }
};

}  // namespace

void report_period(kit::Transaction& tx, const assess::Picture& picture, calendar::Frequency frequency, const calendar::Period& period, kit::Moment run, kit::Moment now) {
  Tally tally;
  std::vector<Entry> entries;
  std::vector<collect::Figure> figures;
  std::vector<Wanted> wanted;
  for (const auto& kept : picture.indicators)
    if (kept.in(period).frequency == frequency) wanted.push_back({&kept, period});
  for (const auto& due : gather_these(tx, picture, wanted, run, Judged::no)) {
    if (!due) continue;
    const auto reported = collect::run(*due, run);
    if (due->entry.edition == 0) tally.missing += !due->reported();
    else if (due->entry.stage == Stage::returned) ++tally.returned;
    if (!reported) continue;
    ++tally.reported;
    tally.unchecked += due->entry.stage == Stage::entered;
    figures.push_back(reported_figure(*picture.find(due->definition->indicator), *reported, run));
    entries.push_back(*reported);
  }

  council::Deed deed{now, "goldenthread", "run", period.words() + ", " + std::string(calendar::words(frequency)), tally.words(),
                     "run " + std::string(calendar::code(frequency)) + " " + period.iso()};
  deed.moves = figures.empty() ? council::Moves::nothing : council::Moves::what_is_read;
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return;
  collect::add_entries(tx, entries, recorded.id);
  collect::add_figures(tx, figures, recorded.id);
}

void report_one(kit::Transaction& tx, const assess::Kept& kept, const Entry& approved, kit::Moment now, council::RecordId record) {
  auto reported = approved;
  reported.stage = Stage::reported;
  reported.edition = approved.edition + 1;
  reported.by = "goldenthread";
  reported.at = now;
  collect::add_entries(tx, std::span(&reported, 1), record);
  const auto figure = reported_figure(kept, reported, now);
  collect::add_figures(tx, std::span(&figure, 1), record);
}

}  // namespace work
