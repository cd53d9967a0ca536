#include "work/to_do_store.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "work/gather_store.h"

namespace work {
namespace {

// For each person named in a definition, what waits: kept until something is recorded or the day is over.
struct Waiting {
  struct One {
    council::Subject subject;
    collect::Waits waits;
    std::string entered_by;
    std::string code;
    calendar::Period period;
  };
  std::vector<One> all;
};

bool is_to_be_entered_by(const council::Asker& asker, const Waiting::One& one) {
  using enum collect::Waits;
  if (one.waits != for_entry && one.waits != for_late_entry && one.waits != for_rework) return false;
  return asker.is_or_covers(one.subject.owner) || asker.is_or_covers(one.subject.deputy);
}

bool waits_for(const Waiting::One& one, const council::Asker& asker) {
  if (one.waits == collect::Waits::for_check) return asker.is_or_covers(one.subject.checker) && one.entered_by != asker.person;
  return is_to_be_entered_by(asker, one);
}

std::shared_ptr<const Waiting> waiting(council::Desk& desk) {
  std::int64_t newest = 0;
  {
    auto tx = desk.db.read();
    newest = council::newest_record(tx);
  }
  return desk.memory.get<Waiting>(newest, "waiting " + desk.now.date().iso(), [&] {
    const kit::Request now;
    const auto picture = assess::picture_for(now, desk);
    auto made = std::make_shared<Waiting>();
    auto tx = desk.db.read();
    for (const auto& due : gather_all(tx, *picture, desk.now, Judged::no))
      made->all.push_back({due.subject(), collect::waits(due, desk.now), due.entry.entered_by, due.definition->code, due.period});
    return made;
  }, [](const Waiting& made) { return made.all.size() * 200; });
}

}  // namespace

int to_do(council::Desk& desk, const council::Asker& asker) {
  const auto all = waiting(desk);
  return static_cast<int>(std::ranges::count_if(all->all, [&](const auto& one) { return waits_for(one, asker); }));
}

std::optional<std::pair<std::string, calendar::Period>> next_to_enter(council::Desk& desk, const council::Asker& asker) {
  const auto all = waiting(desk);
  for (const auto waits : {collect::Waits::for_rework, collect::Waits::for_late_entry, collect::Waits::for_entry})
    for (const auto& one : all->all)
      if (one.waits == waits && is_to_be_entered_by(asker, one)) return std::pair(one.code, one.period);
  return std::nullopt;
}

}  // namespace work
