// Many figures entered at once: in the grid, in a workbook, by a program. Each is decided by the same rule as on its own page; one
// that is refused refuses them all, and each fault says of which figure and which field it is.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "collect/entry.h"

namespace work {

// One of them. `made_from` is what its fields showed before anybody typed: where nothing differs, nothing is entered.
struct ManyRow {
  const collect::Due* due = nullptr;  // null: nothing that whoever asks may enter
  collect::Typed typed;
  collect::Typed made_from;
  std::string reason;                 // answers every warning that has no answer of its own
};

struct ManyRefusal {
  std::size_t row = 0;
  std::string field;  // "value", "note", "reason-outside_usual"; empty: the figure as a whole
  std::string sentence;
};

struct Many {
  std::vector<collect::Entry> entries;    // to be saved, when nothing is refused
  std::vector<std::size_t> rows;          // of each entry, its row
  std::vector<std::size_t> conflicts;     // rows that someone else saved meanwhile; each is among the refusals
  std::vector<ManyRefusal> refusals;
};
Many enter_many(std::span<const ManyRow> rows, const council::Asker& by, kit::Moment now);

// Whether what was typed comes to the same, however it is written: "1,200" is 1200, and a line end is a line end.
bool is_same(const collect::Typed& typed, const collect::Typed& before, const indicator::Definition& definition);

// A day as a spreadsheet gives it, "05/12/2025", in the way the rules read it; anything else as it is.
std::string day_typed(std::string_view text);

// "2025-26-q1" as in our addresses, ISO, or as people write a period of that frequency; none when it is no period.
std::optional<calendar::Period> period_typed(const std::string& text, std::optional<calendar::Frequency> usual = std::nullopt);

// A figure and its state in one: a day on which it is expected, and no number, says that it is not available yet.
void settle_state(collect::Typed& typed);

}  // namespace work
