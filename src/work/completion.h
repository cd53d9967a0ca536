// Completion: of the figures of one period, how many are in, checked, late, came back or are missing, by service and directorate.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "collect/entry.h"
#include "council/council.h"

namespace work {

// Where one figure stands. Each stands in exactly one place.
enum class Step : std::uint8_t { not_open, to_enter, late, came_back, to_check, checked, reported, unchecked, not_available, for_inputs };
Step step_of(const collect::Due& due, kit::Moment now);
std::string_view code(Step step), words(Step step);  // "to_check", "To be checked"
bool waits_for_somebody(Step step);                  // and so may be reminded of

struct Tally {
  int due = 0;        // all that the period asks for; of computed ones those that have come about
  int in = 0;         // checked, reported, or said to be not available yet
  int to_check = 0;
  int came_back = 0;
  int to_enter = 0;   // not late yet
  int late = 0;
  int unchecked = 0;  // of those in: reported unchecked
  void add(Step step);
  int waits() const { return to_check + came_back + to_enter + late; }
};
template <class Teller>
void describe(Teller& t, const Tally& tally) {
  t.field("due", tally.due);
  t.field("in", tally.in);
  t.field("to_check", tally.to_check);
  t.field("came_back", tally.came_back);
  t.field("to_enter", tally.to_enter);
  t.field("late", tally.late);
  t.field("unchecked", tally.unchecked);
}

struct CompletionLine {
  std::string code, name;
  bool is_directorate = false;
  Tally tally;
};
template <class Teller>
void describe(Teller& t, const CompletionLine& line) {
  t.field("unit", line.code);
  t.field("name", line.name);
  t.field("kind", line.is_directorate ? "directorate" : "service");
  describe(t, line.tally);
}

// Directorates with their services below them, in the council's order; those without a figure due are left out.
std::vector<CompletionLine> by_unit(const std::vector<collect::Due>& dues, const council::Council& council, kit::Moment now);
Tally tally_of(const std::vector<collect::Due>& dues, kit::Moment now);
// "61 of 82 figures are in. Nine are late, three came back and twelve wait for their check."
std::string in_short(const Tally& tally);

}  // namespace work
