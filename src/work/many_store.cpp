#include "work/many_store.h"

#include <algorithm>

#include "collect/entry_store.h"
#include "council/record_store.h"
#include "work/entry_deed.h"

namespace work {

std::vector<collect::Due> mine_to_enter(kit::Transaction& tx, const assess::Picture& picture, const council::Asker& asker,
                                        const std::optional<calendar::Period>& period, kit::Moment now) {
  using enum collect::Waits;
  auto all = gather_all(tx, picture, now, Judged::no);
  std::erase_if(all, [&](const collect::Due& due) {
    const auto subject = due.subject();
    const auto waits = collect::waits(due, now);
    const bool is_mine = asker.is_or_covers(subject.owner) || asker.is_or_covers(subject.deputy);
    return !is_mine || waits == for_nothing || waits == not_open_yet || due.entry.computed || (period && due.period != *period);
  });
  std::ranges::stable_sort(all, {}, [&](const collect::Due& due) {
    const auto waits = collect::waits(due, now);
    return std::pair(waits == for_check || waits == for_run, due.period);
  });
  return all;
}

bool save_many(kit::Transaction& tx, const council::Desk& desk, const Many& many, const std::vector<ManyRow>& rows, const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < many.entries.size(); ++i) {
    const auto& entry = many.entries[i];
    const auto& due = *rows[many.rows[i]].due;
    const auto recorded = council::record(tx, entry_deed(desk, due, entry, keys[i]));
    if (!recorded.is_new()) return false;
    collect::add_entries(tx, std::span(&entry, 1), recorded.id);
    collect::forget_draft(tx, desk.asker.person, entry.indicator, entry.period);
  }
  return true;
}

}  // namespace work
