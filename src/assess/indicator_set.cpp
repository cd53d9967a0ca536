#include "assess/indicator_set.h"

#include <algorithm>

#include "plan/counting.h"

namespace assess {
namespace {

using indicator::Kind;

kit::Date first_day(calendar::FinancialYear year) { return calendar::Period::year(year).first(); }
kit::Date last_day(calendar::FinancialYear year) { return calendar::Period::year(year).last(); }

bool in_sections(const Kept& kept) {
  const auto kind = kept.now().kind;
  return kind == Kind::core || kind == Kind::service || kind == Kind::organisational_health;
}

void count(SetRow& row, Kind kind) {
  if (kind == Kind::core) ++row.core;
  if (kind == Kind::service) ++row.service;
  if (kind == Kind::organisational_health) ++row.health;
}

SetRow& row_of(std::vector<SetRow>& rows, const plan::Priority* priority) {
  auto found = std::find_if(rows.begin(), rows.end(), [&](const SetRow& row) { return row.priority == priority; });
  return found != rows.end() ? *found : rows.emplace_back(SetRow{priority});
}

SetChange arrival(const Kept& kept) {
  for (const auto& line : kept.lineage)
    if (line.kind == indicator::LineageKind::split_from) return {&kept, SetChangeKind::split, line.reason};
  return {&kept, SetChangeKind::added, kept.definitions.front().reason};
}

// What an edition that begins in the year changed from the one before it.
SetChange alteration(const Kept& kept, const indicator::Definition& before, const indicator::Definition& now) {
  auto kind = SetChangeKind::redefined;
  if (!now.breaks_series && before.code != now.code) kind = SetChangeKind::renumbered;
  else if (!now.breaks_series && before.service != now.service) kind = SetChangeKind::moved;
  return {&kept, kind, now.reason};
}

void add_alterations(IndicatorSet& set, const Kept& kept) {
  for (std::size_t i = 1; i < kept.definitions.size(); ++i) {
    const auto& now = kept.definitions[i];
    if (now.applies_from >= first_day(set.year) && now.applies_from <= last_day(set.year))
      set.changes.push_back(alteration(kept, kept.definitions[i - 1], now));
  }
}

void add(IndicatorSet& set, const Picture& picture, const Kept& kept) {
  const bool now = in_set(kept, set.year);
  const bool before = in_set(kept, {set.year.begins - 1});
  if (!in_sections(kept)) {
    set.outside += now;
    return;
  }
  set.before += before;
  if (now) {
    count(row_of(set.rows, plan::counted_for(picture.plan, kept.id)), kept.now().kind);
    count(set.total, kept.now().kind);
    if (before) add_alterations(set, kept);
    else set.changes.push_back(arrival(kept)), ++set.added;
  } else if (before) {
    set.changes.push_back({&kept, SetChangeKind::removed, kept.now().reason});
    ++set.removed;
  }
}

}  // namespace

std::string_view words(SetChangeKind kind) {
  switch (kind) {
    case SetChangeKind::added: return "New";
    case SetChangeKind::split: return "New, from a split";
    case SetChangeKind::redefined: return "Redefined";
    case SetChangeKind::renumbered: return "Renumbered";
    case SetChangeKind::moved: return "Moved";
    case SetChangeKind::removed: return "Removed";
  }
  return "";
}

bool in_set(const Kept& kept, calendar::FinancialYear year) {
  const auto& ends = kept.now().ends;
  return kept.definitions.front().applies_from <= last_day(year) && (!ends || *ends >= first_day(year));
}

IndicatorSet indicator_set(const Picture& picture, calendar::FinancialYear year) {
  IndicatorSet set;
  set.year = year;
  for (const auto* priority : plan::counted(picture.plan)) set.rows.push_back({priority});

  for (const auto& kept : picture.indicators) add(set, picture, kept);
  std::stable_sort(set.changes.begin(), set.changes.end(),
                   [](const SetChange& a, const SetChange& b) { return a.kind < b.kind; });
  return set;
}

}  // namespace assess
