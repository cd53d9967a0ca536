#include "work/run_store.h"

#include <algorithm>

#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "council/record_store.h"
#include "work/follow_store.h"
#include "work/gather_store.h"

namespace work {
namespace {

using collect::Entry;
using collect::Stage;

collect::Figure reported_figure(kit::Transaction& tx, const assess::Kept& kept, const Entry& entry, kit::Moment at) {
  auto figure = collect::figure_of(entry);
  figure.edition = collect::newest_edition(tx, kept.id, entry.period) + 1;
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

namespace {

// What one run makes of everything of its frequency and period.
class Reporting {
 public:
  Reporting(kit::Transaction& tx, const assess::Picture& picture, kit::Moment run) : tx_(tx), picture_(picture), run_(run) {}

  void report(calendar::Frequency frequency, const calendar::Period& period) {
    std::vector<Wanted> wanted;
    for (const auto& kept : picture_.indicators)
      if (kept.in(period).frequency == frequency) wanted.push_back({&kept, period});
    const auto dues = gather_these(tx_, picture_, wanted, run_, Judged::no);
    for (const auto& due : dues)
      if (due && !due->is_computed()) take(*due);
    follow(frequency, period);
    for (const auto& due : dues)
      if (due && due->is_computed()) tally_.missing += !due->reported() && !is_among(entries_, due->definition->indicator, period);
  }

  void write(const council::Deed& deed) const {
    const auto recorded = council::record(tx_, deed);
    if (!recorded.is_new()) return;
    collect::add_entries(tx_, entries_, recorded.id);
    collect::add_figures(tx_, figures_, recorded.id);
  }

  bool has_figures() const { return !figures_.empty(); }
  std::string words() const { return tally_.words(); }

 private:
  static bool is_among(const std::vector<Entry>& entries, indicator::IndicatorId id, const calendar::Period& period) {
    return std::ranges::any_of(entries, [&](const Entry& entry) {
      return entry.indicator == id && entry.period == period && entry.stage == Stage::reported;
    });
  }

  void take(const collect::Due& due) {
    const auto reported = collect::run(due, run_);
    if (due.entry.edition == 0) tally_.missing += !due.reported();
    else if (due.entry.stage == Stage::returned) ++tally_.returned;
    if (!reported) return;
    tally_.unchecked += due.entry.stage == Stage::entered;
    add(*picture_.find(due.definition->indicator), *reported);
  }

  // Computed figures come after all that they may need, from what has been reported.
  void follow(calendar::Frequency frequency, const calendar::Period& period) {
    Following following(tx_, picture_, run_);
    following.only_reported_in(frequency, period);
    for (const auto& entry : entries_) following.an_input_changed(entry);
    following.all_of(frequency, period);
    for (const auto& step : following.steps()) add(*step.kept, step.entry);
  }

  void add(const assess::Kept& kept, const Entry& entry) {
    entries_.push_back(entry);
    if (entry.stage != Stage::reported) return;
    ++tally_.reported;
    figures_.push_back(reported_figure(tx_, kept, entry, run_));
  }

  kit::Transaction& tx_;
  const assess::Picture& picture_;
  kit::Moment run_;
  Tally tally_;
  std::vector<Entry> entries_;
  std::vector<collect::Figure> figures_;
};

}  // namespace

void report_period(kit::Transaction& tx, const assess::Picture& picture, calendar::Frequency frequency,
                   const calendar::Period& period, kit::Moment run, kit::Moment now) {
  Reporting reporting(tx, picture, run);
  reporting.report(frequency, period);

  council::Deed deed{now, "goldenthread", "run", period.words() + ", " + std::string(calendar::words(frequency)), reporting.words(),
                     "run " + std::string(calendar::code(frequency)) + " " + period.iso()};
  deed.moves = reporting.has_figures() ? council::Moves::what_is_read : council::Moves::nothing;
  reporting.write(deed);
}

Entry report_one(kit::Transaction& tx, const assess::Kept& kept, const Entry& approved, kit::Moment now, council::RecordId record) {
  auto reported = approved;
  reported.stage = Stage::reported;
  reported.edition = approved.edition + 1;
  reported.by = "goldenthread";
  reported.at = now;
  collect::add_entries(tx, std::span(&reported, 1), record);
  report_figure(tx, kept, reported, now, record);
  return reported;
}

void report_figure(kit::Transaction& tx, const assess::Kept& kept, const Entry& reported, kit::Moment now, council::RecordId record) {
  const auto figure = reported_figure(tx, kept, reported, now);
  collect::add_figures(tx, std::span(&figure, 1), record);
}

}  // namespace work
