#include "work/completion_store.h"

#include <algorithm>

#include "collect/cycle_store.h"
#include "council/address.h"
#include "work/gather_store.h"

namespace work {
namespace {

using calendar::Period;
using collect::Due;
using council::Desk;
using council::May;

constexpr int earlier_periods = 4;  // of each frequency, to look back on

// Of the frequencies that the council uses: the periods whose windows are open, and some that have run. The newest first.
std::vector<Period> periods_of(const assess::Picture& picture, const calendar::Cycles& cycles, kit::Moment now) {
  std::vector<Period> all;
  for (const auto& cycle : cycles) {
    if (std::ranges::none_of(picture.indicators, [&](const auto& kept) { return kept.now().frequency == cycle.frequency; })) continue;
    auto period = calendar::ended_period(cycle.frequency, now);
    for (int i = 0; i < earlier_periods; ++i, period.start -= period.months) all.push_back(period);
    for (const auto& open : calendar::open_periods(cycle, now)) all.push_back(open);
  }
  std::ranges::sort(all, [](const Period& a, const Period& b) { return a.end() != b.end() ? a.end() > b.end() : a.months < b.months; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

const calendar::Cycle& cycle_of(const Period& period, const calendar::Cycles& cycles) {
  const auto fits = std::ranges::find_if(cycles, [&](const auto& cycle) { return period.fits(cycle.frequency); });
  return fits == cycles.end() ? cycles.front() : *fits;
}

// The one that runs next; when none is open, the one that ran last.
Period usual_period(const std::vector<Period>& periods, const calendar::Cycles& cycles, kit::Moment now) {
  const Period* next = nullptr;
  kit::Moment runs{};
  for (const auto& period : periods) {
    const auto window = calendar::window(cycle_of(period, cycles), period);
    if (window.is_open(now) && (!next || window.runs < runs)) next = &period, runs = window.runs;
  }
  return next ? *next : periods.front();
}

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

std::vector<FigureLine> figures_of(const std::vector<Due>& dues, const council::Council& council, kit::Moment now) {
  std::vector<FigureLine> lines;
  for (const auto& due : dues) {
    const auto& d = *due.definition;
    lines.push_back({d.code, d.title, name_of(council, d.owner), name_of(council, d.checker), step_of(due, now),
                     council::path_to("my-figures", d.code) + "/" + due.period.slug()});
  }
  std::ranges::stable_sort(lines, [](const auto& a, const auto& b) { return waits_for_somebody(a.step) > waits_for_somebody(b.step); });
  return lines;
}

}  // namespace

std::vector<Due> dues_in(kit::Transaction& tx, const assess::Picture& picture, const Period& period, const Desk& desk, May may) {
  std::vector<Wanted> wanted;
  for (const auto& kept : picture.indicators)
    if (period.fits(kept.in(period).frequency) &&
        !council::why_not(may, desk.asker, collect::subject_of(kept.in(period))).any())
      wanted.push_back({&kept, period});
  std::vector<Due> dues;
  for (auto& due : gather_these(tx, picture, wanted, desk.now, Judged::no))
    if (due) dues.push_back(*std::move(due));
  return dues;
}

bool is_of(const Due& due, const council::Council& council, const std::string& unit) {
  const auto* above = council.directorate_of(due.definition->service);
  return due.definition->service == unit || (above && above->code == unit);
}

namespace {

void take_unit(CompletionView& view, std::string unit, std::vector<Due> dues, const council::Council& council, kit::Moment now) {
  if (unit.empty() && is_one_service(view)) unit = view.lines.back().code;
  const auto* named = council.unit(unit);
  if (!named) return;
  std::erase_if(dues, [&](const Due& due) { return !is_of(due, council, unit); });
  view.unit = unit;
  view.unit_name = named->name;
  view.figures = figures_of(dues, council, now);
}

}  // namespace

std::optional<CompletionView> completion_view(Desk& desk, const assess::Picture& picture, const std::string& slug,
                                              const std::string& unit) {
  auto tx = desk.db.read();
  const auto cycles = collect::load_cycles(tx);
  CompletionView view;
  view.periods = periods_of(picture, cycles, desk.now);
  if (view.periods.empty()) return std::nullopt;
  const auto asked = calendar::read_slug(slug);
  if (!slug.empty() && !asked) return std::nullopt;
  view.period = asked ? *asked : usual_period(view.periods, cycles, desk.now);
  view.window = calendar::window(cycle_of(view.period, cycles), view.period);
  auto dues = dues_in(tx, picture, view.period, desk, May::see_completion);
  view.tally = tally_of(dues, desk.now);
  view.lede = in_short(view.tally);
  view.lines = by_unit(dues, picture.council, desk.now);
  take_unit(view, unit, std::move(dues), picture.council, desk.now);
  return view;
}

}  // namespace work
