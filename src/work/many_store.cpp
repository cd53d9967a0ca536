#include "work/many_store.h"

#include <algorithm>

#include "collect/entry_store.h"
#include "council/record_store.h"
#include "work/entry_deed.h"
#include "work/entry_view.h"
#include "work/follow_store.h"

namespace work {
namespace {

// What the fields showed: the edition that was seen, whatever stands there now. Without one, what stands there now.
collect::Typed made_from(kit::Transaction& tx, const collect::Due& due, const TypedLine& line) {
  const auto said = line.fields.find("seen");
  const auto seen = said == line.fields.end() ? due.entry.edition : std::atoi(said->second.c_str());
  auto entry = due.entry;
  if (entry.edition != seen) {
    entry = {};
    for (auto& one : collect::entry_history(tx, due.definition->indicator, due.period))
      if (one.edition == seen) entry = std::move(one);
  }
  auto typed = typed_of(entry, *due.definition);
  typed.seen = seen;
  return typed;
}

}  // namespace

Gathered gather_lines(kit::Transaction& tx, const assess::Picture& picture, std::vector<TypedLine> lines, const council::Desk& desk) {
  Gathered all;
  all.lines = std::move(lines);
  std::vector<Wanted> wanted;
  for (const auto& line : all.lines) wanted.push_back({picture.find(line.code), line.period});
  all.dues = gather_these(tx, picture, wanted, desk.now);
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    auto& due = all.dues[i];
    if (due && council::why_not(council::May::enter_figures, desk.asker, due->subject()).any()) due.reset();
    ManyRow row;
    row.due = due ? &*due : nullptr;
    if (due) row.made_from = made_from(tx, *due, all.lines[i]);
    row.typed = over(row.made_from, all.lines[i]);
    all.rows.push_back(std::move(row));
  }
  return all;
}

std::vector<collect::Due> mine_to_enter(kit::Transaction& tx, const assess::Picture& picture, const council::Asker& asker,
                                        const std::optional<calendar::Period>& period, kit::Moment now) {
  using enum collect::Waits;
  auto all = gather_all(tx, picture, now, Judged::no);
  std::erase_if(all, [&](const collect::Due& due) {
    const auto subject = due.subject();
    const auto waits = collect::waits(due, now);
    const bool is_mine = asker.is_or_covers(subject.owner) || asker.is_or_covers(subject.deputy);
    return !is_mine || waits == for_nothing || waits == not_open_yet || due.is_computed() || (period && due.period != *period);
  });
  std::ranges::stable_sort(all, {}, [&](const collect::Due& due) {
    const auto waits = collect::waits(due, now);
    return std::pair(waits == for_check || waits == for_run, due.period);
  });
  return all;
}

bool save_many(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const Many& many,
               const std::vector<ManyRow>& rows, const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < many.entries.size(); ++i) {
    const auto& entry = many.entries[i];
    const auto& due = *rows[many.rows[i]].due;
    const auto recorded = council::record(tx, entry_deed(desk, due, entry, keys[i]));
    if (!recorded.is_new()) return false;
    collect::add_entries(tx, std::span(&entry, 1), recorded.id);
    collect::forget_draft(tx, desk.asker.person, entry.indicator, entry.period);
  }
  follow(tx, picture, many.entries, desk.now);
  return true;
}

}  // namespace work
