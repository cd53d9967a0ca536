#include "work/gather_store.h"

#include <algorithm>
#include <map>

#include "assess/process_chart.h"
#include "assess/process_fitness.h"
#include "collect/cycle_store.h"
#include "collect/entry_store.h"
#include "work/seen_with.h"

namespace work {
namespace {

using calendar::Frequency;
using calendar::Period;

bool is_in_force(const assess::Kept& kept, const Period& period) {
  const auto& d = kept.in(period);
  return d.applies_from <= period.last() && (!d.ends || *d.ends >= period.first());
}

// Between what the figures reported before this period fall by chance; none where a process chart does not suit.
void find_usual(collect::Due& due, const assess::Kept& kept) {
  std::vector<assess::Dated> figures;
  for (const auto* figure : collect::newest(kept.figures))
    if (figure->period < due.period && figure->period.months == due.period.months)
      figures.push_back({figure->period.first(), collect::number_of(*figure, kept.in(figure->period))});
  assess::Process process;
  for (const auto& definition : kept.definitions)
    if (definition.breaks_series) process.rebases.push_back(definition.applies_from);
  for (const auto* rebase : indicator::in_force(kept.rebases)) process.rebases.push_back(rebase->starts_on);
  const auto chart = assess::process_chart(figures, process);
  if (!chart || chart->stretches.empty() || assess::why_unfit(*due.definition, *chart)) return;
  const auto& stretch = chart->stretches.back();
  if (!stretch.limits || stretch.figures < 6) return;
  due.usual_low = stretch.limits->lower;
  due.usual_high = stretch.limits->upper;
  due.usual_from = stretch.figures;
}

collect::Due due_of(const assess::Kept& kept, const Period& period, const calendar::Cycle& cycle, const calendar::Window& window) {
  collect::Due due;
  due.definition = &kept.in(period);
  due.target = kept.target(period.financial_year());
  due.figures = &kept.figures;
  due.period = period;
  due.cycle = cycle;
  due.window = window;
  return due;
}

void judge(collect::Due& due, const assess::Picture& picture, const assess::Kept& kept) {
  find_usual(due, kept);
  if (due.entry.edition == 0) return;
  due.status = std::string(assess::code(SeenWith(picture, kept, due.entry).judgement.rating));
}

using Key = std::pair<indicator::IndicatorId, Period>;

}  // namespace

std::optional<collect::Due> gather(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept,
                                   const Period& period, kit::Moment now, Judged judged) {
  if (!is_in_force(kept, period) || !period.fits(kept.in(period).frequency)) return std::nullopt;
  const auto cycle = of(collect::load_cycles(tx), kept.in(period).frequency);
  auto due = due_of(kept, period, cycle, calendar::window(cycle, period));
  if (auto entry = collect::newest_entry(tx, kept.id, period)) due.entry = *std::move(entry);
  if (judged == Judged::yes) judge(due, picture, kept);
  for (auto& reopening : collect::open_reopenings(tx, now))
    if (reopening.indicator == kept.id && reopening.period == period) due.reopening = std::move(reopening);
  return due;
}

std::vector<std::optional<collect::Due>> gather_these(kit::Transaction& tx, const assess::Picture& picture,
                                                      const std::vector<Wanted>& wanted, kit::Moment now,
                                                      Judged judged) {
  const auto cycles = collect::load_cycles(tx);
  const auto reopenings = collect::open_reopenings(tx, now);
  std::map<Period, calendar::Window> windows;
  std::map<Key, collect::Entry> entries;
  std::vector<std::optional<collect::Due>> all;
  for (const auto& [kept, period] : wanted) {
    auto& due = all.emplace_back();
    if (!kept || !period || !is_in_force(*kept, *period) || !period->fits(kept->in(*period).frequency)) continue;
    const auto& cycle = of(cycles, kept->in(*period).frequency);
    const auto [window, is_new] = windows.try_emplace(*period);
    if (is_new) {
      window->second = calendar::window(cycle, *period);
      for (auto& entry : collect::newest_entries(tx, *period)) entries.insert_or_assign({entry.indicator, *period}, std::move(entry));
    }
    due = due_of(*kept, *period, cycle, window->second);
    if (const auto entry = entries.find({kept->id, *period}); entry != entries.end()) due->entry = entry->second;
    if (judged == Judged::yes) judge(*due, picture, *kept);
    for (const auto& reopening : reopenings)
      if (reopening.indicator == kept->id && reopening.period == *period) due->reopening = reopening;
  }
  return all;
}

std::vector<collect::Due> gather_all(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now, Judged judged) {
  const auto cycles = collect::load_cycles(tx);
  std::map<Frequency, std::vector<Period>> periods;
  std::map<Key, collect::Entry> entries;
  for (const auto& cycle : cycles) {
    auto& open = periods[cycle.frequency] = calendar::open_periods(cycle, now);
    if (const auto ended = calendar::ended_period(cycle.frequency, now); std::ranges::find(open, ended) == open.end())
      open.insert(open.begin(), ended);
    for (const auto& period : open)
      for (auto& entry : collect::newest_entries(tx, period)) entries.insert_or_assign({entry.indicator, period}, std::move(entry));
  }
  for (auto& entry : collect::unreported_entries(tx)) entries.try_emplace({entry.indicator, entry.period}, entry);

  std::map<Period, calendar::Window> windows;
  const auto window_of = [&](const Period& period, const calendar::Cycle& cycle) -> const calendar::Window& {
    const auto known = windows.find(period);
    return known != windows.end() ? known->second : windows.emplace(period, calendar::window(cycle, period)).first->second;
  };
  std::vector<collect::Due> all;
  for (const auto& kept : picture.indicators) {
    auto wanted = periods[kept.now().frequency];
    for (auto it = entries.lower_bound({kept.id, Period{INT32_MIN / 2, 0}}); it != entries.end() && it->first.first == kept.id; ++it)
      if (std::ranges::find(wanted, it->first.second) == wanted.end()) wanted.push_back(it->first.second);
    for (const auto& period : wanted) {
      if (!is_in_force(kept, period) || !period.fits(kept.in(period).frequency)) continue;
      const auto& cycle = of(cycles, kept.in(period).frequency);
      auto& due = all.emplace_back(due_of(kept, period, cycle, window_of(period, cycle)));
      if (const auto entry = entries.find({kept.id, period}); entry != entries.end()) due.entry = std::move(entry->second);
      if (judged == Judged::yes) judge(due, picture, kept);
    }
  }
  for (const auto& reopening : collect::open_reopenings(tx, now))
    for (auto& due : all)
      if (due.definition->indicator == reopening.indicator && due.period == reopening.period) due.reopening = reopening;
  std::ranges::stable_sort(all, {}, [](const collect::Due& due) { return due.window.runs; });
  return all;
}

}  // namespace work
