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
  };
  std::vector<One> all;
};

bool waits_for(const Waiting::One& one, const council::Asker& asker) {
  using enum collect::Waits;
  if (one.waits == for_check) return asker.is_or_covers(one.subject.checker) && one.entered_by != asker.person;
  if (one.waits != for_entry && one.waits != for_late_entry && one.waits != for_rework) return false;
  return asker.is_or_covers(one.subject.owner) || asker.is_or_covers(one.subject.deputy);
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
    for (const auto& due : gather_all(tx, *picture, desk.now, Judged::no)) made->all.push_back({due.subject(), collect::waits(due, desk.now), due.entry.entered_by});
    return made;
  }, [](const Waiting& made) { return made.all.size() * 200; });
}

}  // namespace

int to_do(council::Desk& desk, const council::Asker& asker) {
  const auto all = waiting(desk);
  return static_cast<int>(std::ranges::count_if(all->all, [&](const auto& one) { return waits_for(one, asker); }));
}

}  // namespace work
