// The set of indicators of a financial year: how many by priority and report section, and how it came from the year before:
// what is new, redefined, renumbered, moved, split, merged and removed. The arithmetic closes, in each row and as a whole:
// before + new + from splitting - removed - merged + moved = now.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "assess/picture.h"

namespace assess {

// What splits and mergers come to is net: one indicator split into two is one more, two merged into one are one fewer.
struct SetFlow {
  int before = 0, added = 0, split = 0, removed = 0, merged = 0, moved = 0, now = 0;
  bool closes() const { return before + added + split - removed - merged + moved == now; }
};

struct SetRow {
  const plan::Priority* priority = nullptr;  // null: indicators without a line in the main framework
  int core = 0, service = 0, health = 0;     // the three report sections of a corporate set
  SetFlow flow;
  int total() const { return core + service + health; }
};

// In the order of a committee's appendix.
enum class SetChangeKind { added, redefined, renumbered, moved, split, merged, removed };
constexpr std::array<SetChangeKind, 7> all_set_changes = {
    SetChangeKind::added, SetChangeKind::redefined, SetChangeKind::renumbered, SetChangeKind::moved,
    SetChangeKind::split, SetChangeKind::merged,    SetChangeKind::removed};
std::string_view words(SetChangeKind kind);  // "New", "Split", …
std::string_view code(SetChangeKind kind);   // "new", "split", …

struct SetChange {
  const Kept* kept = nullptr;
  SetChangeKind kind = SetChangeKind::added;
  std::string reason;
  std::string detail;    // "Was BBF07.", "From Housing options to Council homes."
  bool is_counted = true;  // in one of the three sections
};

struct IndicatorSet {
  calendar::FinancialYear year;
  std::vector<SetRow> rows;  // in the plan's order; the row without a line last, when there is one
  SetRow total;
  std::array<SetFlow, 3> sections;  // core, service, organisational health
  int outside = 0;           // contextual, place-based and management indicators, which are not in the three sections
  std::vector<SetChange> changes;  // by kind, within each by reference
};

bool in_set(const Kept& kept, calendar::FinancialYear year);  // in force on some day of the year
IndicatorSet indicator_set(const Picture& picture, calendar::FinancialYear year);
// "167 = 186 + 20 new + 1 from splitting − 40 removed or merged"
std::string arithmetic(const SetFlow& flow);

}  // namespace assess
