#include "assess/indicator_set.h"

#include <algorithm>

#include "assess/set_changes.h"
#include "plan/counting.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using indicator::Kind;

// Where an indicator is counted in a year: its section and its row.
struct Place {
  bool is_there = false;
  Kind kind = Kind::service;
  const plan::Priority* priority = nullptr;
  bool operator==(const Place&) const = default;
};

bool in_sections(Kind kind) { return kind == Kind::core || kind == Kind::service || kind == Kind::organisational_health; }

Place place_of(const Picture& picture, const Kept& kept, FinancialYear year) {
  const auto whole = calendar::Period::year(year);
  const auto kind = kept.in(whole).kind;
  if (!in_set(kept, year) || !in_sections(kind)) return {};
  return {true, kind, plan::counted_for(picture.plan, kept.id, whole.last())};
}

void count(SetRow& row, Kind kind) {
  if (kind == Kind::core) ++row.core;
  if (kind == Kind::service) ++row.service;
  if (kind == Kind::organisational_health) ++row.health;
}

class Counting {
 public:
  Counting(IndicatorSet& set, const Picture& picture) : set_(set), picture_(picture), changes_(picture, set.year) {}

  void add(const Kept& kept) {
    const auto before = place_of(picture_, kept, {set_.year.begins - 1}), now = place_of(picture_, kept, set_.year);
    const bool was_in = in_set(kept, {set_.year.begins - 1}), is_in = in_set(kept, set_.year);
    set_.outside += is_in && !now.is_there;
    if (now.is_there) count(row(now.priority), now.kind), count(set_.total, now.kind);
    change(before, &SetFlow::before, 1);
    change(now, &SetFlow::now, 1);
    if (!was_in && !is_in) return;
    if (was_in && is_in) stays(before, now);
    else if (is_in) comes(kept, now);
    else leaves(kept, before);
    list(kept, was_in, is_in, before.is_there || now.is_there);
  }

 private:
  void list(const Kept& kept, bool was_in, bool is_in, bool is_counted) {
    using Presence = SetChanges::Presence;
    const auto first = set_.changes.size();
    changes_.add(set_.changes, kept, was_in && is_in ? Presence::stays : is_in ? Presence::comes : Presence::leaves);
    for (auto place = first; place < set_.changes.size(); ++place) set_.changes[place].is_counted = is_counted;
  }

  using Count = int SetFlow::*;

  SetRow& row(const plan::Priority* priority) {
    auto found = std::find_if(set_.rows.begin(), set_.rows.end(), [&](const SetRow& each) { return each.priority == priority; });
    return found != set_.rows.end() ? *found : set_.rows.emplace_back(SetRow{priority});
  }
  void change(const Place& place, Count count, int by) {
    if (!place.is_there) return;
    row(place.priority).flow.*count += by;
    set_.total.flow.*count += by;
    set_.sections[static_cast<std::size_t>(place.kind)].*count += by;
  }

  // One that a merger made makes up for one of those that left in it.
  void comes(const Kept& kept, const Place& now) {
    const auto how = changes_.came_by(kept);
    if (how == SetChangeKind::merged) change(now, &SetFlow::merged, -1);
    else change(now, how == SetChangeKind::split ? &SetFlow::split : &SetFlow::added, 1);
  }
  void stays(const Place& before, const Place& now) {
    if (before == now) return;
    change(before, &SetFlow::moved, -1);
    change(now, &SetFlow::moved, 1);
  }
  void leaves(const Kept& kept, const Place& before) {
    const auto how = changes_.left_by(kept);
    if (how == SetChangeKind::split) change(before, &SetFlow::split, -1);
    else change(before, how == SetChangeKind::merged ? &SetFlow::merged : &SetFlow::removed, 1);
  }

  IndicatorSet& set_;
  const Picture& picture_;
  SetChanges changes_;
};

}  // namespace

bool in_set(const Kept& kept, FinancialYear year) {
  const auto whole = calendar::Period::year(year);
  const auto& ends = kept.now().ends;
  return kept.definitions.front().applies_from <= whole.last() && (!ends || *ends >= whole.first());
}

IndicatorSet indicator_set(const Picture& picture, FinancialYear year) {
  IndicatorSet set;
  set.year = year;
  for (const auto* priority : plan::counted(picture.plan)) set.rows.push_back({priority});

  Counting counting(set, picture);
  for (const auto& kept : picture.indicators) counting.add(kept);
  std::ranges::stable_sort(set.changes, {}, &SetChange::kind);
  std::stable_partition(set.rows.begin(), set.rows.end(), [](const SetRow& row) { return row.priority != nullptr; });
  return set;
}

std::string arithmetic(const SetFlow& flow) {
  auto text = std::to_string(flow.now) + " = " + std::to_string(flow.before);
  const auto term = [&](int count, std::string_view what) {
    if (count != 0) text += (count > 0 ? " + " : " − ") + std::to_string(std::abs(count)) + std::string(what);
  };
  const int fewer = flow.removed + flow.merged;
  term(flow.added, " new");
  term(flow.split, " from splitting");
  term(-fewer, flow.merged == 0 ? " removed" : flow.removed == 0 ? " by merging" : " removed or merged");
  term(flow.moved, flow.moved > 0 ? " moved into the set" : " moved out of it");
  return text;
}

}  // namespace assess
