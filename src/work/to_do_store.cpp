#include "work/to_do_store.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "council/record_store.h"
#include "work/gather_store.h"

namespace work {
namespace {

// What waits, of everything that is collected now. Made once while the facts and the day stay; from then on only what was entered
// since is read, so that a save costs the same however many figures there are.
class Waiting {
 public:
  struct One {
    council::Subject subject;
    collect::Waits waits;
    std::string entered_by;
    std::string code;
    calendar::Period period;
  };

  explicit Waiting(std::shared_ptr<const assess::Picture> picture) : picture_(std::move(picture)) {}

  // Answers `ask`'s answer, of what waits now.
  template <class Ask>
  auto asked(kit::Transaction& tx, kit::Moment now, Ask ask) const {
    const auto newest = council::newest_record(tx);
    const std::lock_guard held(busy_);
    if (newest > upto_ && !caught_up(tx, now)) make_anew(tx, now);
    upto_ = std::max(upto_, newest);
    return ask(std::as_const(all_));
  }

 private:
  using Key = std::pair<indicator::IndicatorId, calendar::Period>;

  // False when more than single steps of known figures has happened.
  bool caught_up(kit::Transaction& tx, kit::Moment now) const {
    if (upto_ < 0 || has_reopened_ || !collect::open_reopenings(tx, now).empty()) return false;
    for (auto& entry : collect::entries_since(tx, upto_)) {
      const auto at = places_.find({entry.indicator, entry.period});
      if (at == places_.end()) return false;
      auto& due = dues_[at->second];
      due.entry = std::move(entry);
      all_[at->second] = one_of(due, now);
    }
    return true;
  }

  void make_anew(kit::Transaction& tx, kit::Moment now) const {
    dues_ = gather_all(tx, *picture_, now, Judged::no);
    all_.clear();
    places_.clear();
    has_reopened_ = false;
    for (const auto& due : dues_) {
      has_reopened_ = has_reopened_ || due.reopening.has_value();
      places_.emplace(Key{due.definition->indicator, due.period}, all_.size());
      all_.push_back(one_of(due, now));
    }
  }

  static One one_of(const collect::Due& due, kit::Moment now) {
    return {due.subject(), collect::waits(due, now), due.entry.entered_by, due.definition->code, due.period};
  }

  std::shared_ptr<const assess::Picture> picture_;
  mutable std::mutex busy_;
  mutable std::int64_t upto_ = -1;  // the newest record that is known here
  mutable bool has_reopened_ = false;
  mutable std::vector<collect::Due> dues_;
  mutable std::vector<One> all_;
  mutable std::map<Key, std::size_t> places_;
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
  return desk.memory.get<Waiting>(desk.db.version(), "waiting " + desk.now.date().iso(), [&] {
    const kit::Request now;
    return std::make_shared<Waiting>(assess::picture_for(now, desk));
  }, [](const Waiting&) { return std::size_t{200'000}; });
}

}  // namespace

int to_do(council::Desk& desk, const council::Asker& asker) {
  const auto all = waiting(desk);
  auto tx = desk.db.read();
  return all->asked(tx, desk.now, [&](const auto& ones) {
    return static_cast<int>(std::ranges::count_if(ones, [&](const auto& one) { return waits_for(one, asker); }));
  });
}

std::optional<std::pair<std::string, calendar::Period>> next_to_enter(council::Desk& desk, const council::Asker& asker) {
  const auto all = waiting(desk);
  auto tx = desk.db.read();
  return all->asked(tx, desk.now, [&](const auto& ones) -> std::optional<std::pair<std::string, calendar::Period>> {
    for (const auto waits : {collect::Waits::for_rework, collect::Waits::for_late_entry, collect::Waits::for_entry})
      for (const auto& one : ones)
        if (one.waits == waits && is_to_be_entered_by(asker, one)) return std::pair(one.code, one.period);
    return std::nullopt;
  });
}

}  // namespace work
