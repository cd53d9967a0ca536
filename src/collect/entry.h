// An entry: a figure on its way to being reported, with its note. One officer enters it, another person checks it or gives it
// back, the run reports it; each step is a new edition. What is reported becomes a Figure (collect/figure), and only then does
// anybody else read it. After the run, a figure that came late and a correction take the same way and are reported when checked.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/cycle.h"
#include "collect/figure.h"
#include "council/may.h"
#include "indicator/indicator.h"
#include "indicator/target.h"

namespace collect {

enum class Stage : std::uint8_t {
  entered,   // waits for its check
  returned,  // given back, with a reason
  checked,   // waits for the run
  reported,  // locked
};
// What sort of entry: the run's own, one that came after the run, or a change of what was reported.
enum class EntryKind : std::uint8_t { figure, late, correction };
std::string_view code(Stage), words(Stage), code(EntryKind), words(EntryKind);
std::optional<Stage> read_stage(std::string_view text);
std::optional<EntryKind> read_entry_kind(std::string_view text);

// A warning at entry, and the reason the officer gave.
struct Answer {
  std::string warning;  // its code: "outside_usual"
  std::string sentence; // as the officer read it
  std::string reason;
};

struct Entry {
  indicator::IndicatorId indicator = 0;
  calendar::Period period;
  std::int32_t edition = 0;  // 0: nothing has been entered yet
  Stage stage = Stage::entered;
  EntryKind kind = EntryKind::figure;
  State state = State::given;
  Standing standing = Standing::final;
  std::optional<kit::Decimal> value, numerator, denominator, deviation;
  std::string note;                       // what happened, and why
  std::string next;                       // what next
  std::optional<kit::Date> back_on;       // when back on track
  std::optional<kit::Date> expected_on;   // when a delayed one is expected
  std::string reason;                     // of a correction
  std::vector<Answer> answers;
  std::string said;                       // the checker's words: why it was given back
  std::string entered_by;                 // who typed the figure: never who checks it
  std::string by;                         // whose step this edition is
  bool computed = false;                  // made from other indicators by a formula
  kit::Moment at;
};
std::string whole_note(const Entry& entry);  // note, next and the day in one text, as it is reported
Figure figure_of(const Entry& entry);        // what the run reports; its edition is the store's to give

// Who answers for an indicator, as the rules of access want it.
council::Subject subject_of(const indicator::Definition& definition);

// A window opened again for one indicator and period, by two people.
struct Reopening {
  std::int64_t id = 0;
  std::int32_t edition = 0;
  indicator::IndicatorId indicator = 0;
  calendar::Period period;
  enum class Stage : std::uint8_t { asked, open, refused } stage = Stage::asked;
  kit::Moment ends;
  std::string reason, asked_by, decided_by, said;
  kit::Moment at;
};

// One indicator in one period, with all that a rule needs to decide on it. Points into the picture, which must live as long.
struct Due {
  const indicator::Definition* definition = nullptr;  // as it applies in the period
  const indicator::Target* target = nullptr;          // of the period's year, or null
  const Figures* figures = nullptr;                   // everything reported of this indicator
  calendar::Period period;
  calendar::Cycle cycle;
  calendar::Window window;
  Entry entry;                                        // the newest edition; edition 0 when there is none
  std::optional<Reopening> reopening;                 // open at this moment
  // Between what its figures fall by chance alone (a process chart's limits); none when there is no such chart.
  std::optional<double> usual_low, usual_high;
  std::size_t usual_from = 0;                         // how many figures that rests on
  std::string status;                                 // of the figure that is entered, "red"; empty when it is not rated

  const Figure* reported() const;   // the newest reported figure of the period, or null
  const Figure* before() const;     // the newest reported figure with a number, of an earlier period, or null
  bool is_computed() const { return indicator::is_computed(*definition); }  // it follows from others: nobody enters or checks it
  council::Subject subject() const { return subject_of(*definition); }
  // Which sort an entry made now would be: a figure while the window (or a reopening) is open, then late or a correction.
  EntryKind kind_at(kit::Moment now) const;
};

// Where it stands, for lists: what it waits for and from whom.
enum class Waits : std::uint8_t { not_open_yet, for_entry, for_late_entry, for_rework, for_check, for_run, for_nothing, for_inputs };
Waits waits(const Due& due, kit::Moment now);
std::string_view words(Waits waits);  // "To enter", "Late", "Came back", "To be checked", "Checked", "Reported", …

// What someone typed, field by field, as typed.
struct Typed {
  std::int32_t seen = 0;  // the edition that the form was made from
  std::string state;      // "given", "delayed", "not_applicable"; empty is given
  std::string value, numerator, denominator, deviation;
  std::string note, next, back_on, expected_on;
  std::string standing;   // "provisional" or empty
  std::string reason;     // of a correction
  std::vector<std::pair<std::string, std::string>> reasons;  // by warning's code
};

// A warning that asks for a reason and stops nothing once it has one.
struct Warning {
  std::string code;      // "outside_usual", "ten_times", "cumulative_fell", "target_mistyped"
  std::string field;
  std::string sentence;
};

// Enters a figure. All faults at once; warnings without a reason are refusals of the field "reason-CODE".
kit::Verdict<Entry> enter(const Due& due, const Typed& typed, const council::Asker& by, kit::Moment now);
// Warnings of an entry that could be saved: outside the process limits of its history, ten times the value before …
std::vector<Warning> warnings(const Due& due, const Entry& entry);
// How the indicator's kind of number is read: value, money, yes or no, a duration h:mm:ss, a date.
enum class TypedAs : std::uint8_t { number, money, yes_or_no, duration, date };
TypedAs typed_as(const indicator::Definition& definition);          // by its unit: "£", "yes/no", "h:mm:ss", "date"
kit::Verdict<kit::Decimal> read_typed(std::string_view text, const indicator::Definition& definition);
std::string as_typed(kit::Decimal number, const indicator::Definition& definition);  // what a form shows of it

// Writing help: what might be better about a note. Never stops anyone.
std::vector<std::string> writing_help(const Due& due, const Entry& entry);

// Checks: approves, or gives back with a reason. `seen` is the edition that the checker looked at.
kit::Verdict<Entry> approve(const Due& due, std::int32_t seen, const council::Asker& by, kit::Moment now);
kit::Verdict<Entry> give_back(const Due& due, std::int32_t seen, std::string_view why, const council::Asker& by, kit::Moment now);
// A sentence when the check is made outside the check week and the council only warns; empty otherwise.
std::string outside_check_week(const Due& due, kit::Moment now);

// How far the inputs of a computed figure have come; what is not there at all is not asked.
enum class InputsAre : std::uint8_t { waiting, checked, reported };
// A computed figure follows its inputs: the edition to add; none when nothing is different, or its window has not opened. It is checked
// when they are, and after the run it is reported when they are.
std::optional<Entry> follow(const Due& due, const Figure& computed, InputsAre inputs, kit::Moment now);

// What the run makes of it: the reported edition; none when there is nothing to report (nothing entered, returned, or not
// checked where the council holds those back).
std::optional<Entry> run(const Due& due, kit::Moment now);

}  // namespace collect
