// The set of indicators of a financial year: how many by priority and report section, and how it came from the year before:
// what is new, split, redefined, renumbered, moved and removed. The arithmetic closes: before + new - removed = now.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"

namespace assess {

struct SetRow {
  const plan::Priority* priority = nullptr;  // null: indicators without a line in the main framework
  int core = 0, service = 0, health = 0;     // the three report sections of a corporate set
  int total() const { return core + service + health; }
};

enum class SetChangeKind { added, split, redefined, renumbered, moved, removed };
std::string_view words(SetChangeKind kind);  // "New", "Split", …

struct SetChange {
  const Kept* kept = nullptr;
  SetChangeKind kind = SetChangeKind::added;
  std::string reason;
};

struct IndicatorSet {
  calendar::FinancialYear year;
  std::vector<SetRow> rows;  // in the plan's order; the row without a line last, when there is one
  SetRow total;
  int outside = 0;           // contextual, place-based and management indicators, which are not in the three sections
  int before = 0;            // the total of the year before
  int added = 0, removed = 0;  // those that came by a split count as added
  std::vector<SetChange> changes;
};

bool in_set(const Kept& kept, calendar::FinancialYear year);  // in force on some day of the year
IndicatorSet indicator_set(const Picture& picture, calendar::FinancialYear year);

}  // namespace assess
