#include "collect/entry.h"

#include <algorithm>

#include "kit/number.h"

namespace collect {
namespace {

using council::Asker;
using council::May;

constexpr std::size_t longest_text = 5'000;
constexpr std::string_view nobody_first = "Someone saved this figure while you were typing. Read theirs beside yours, then save again.";

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t')) text.remove_suffix(1);
  return std::string(text);
}

void read(std::optional<kit::Decimal>& into, std::string_view field, const std::string& text,
          const indicator::Definition& definition, kit::Refusals& no) {
  if (trimmed(text).empty()) return;
  const auto number = read_typed(text, definition);
  if (number) into = *number;
  else no.add(std::string(field), number.refusals().all().front().sentence);
}

// Parts are counts or sums, whatever the unit of what they make.
void read_part(std::optional<kit::Decimal>& into, std::string_view field, const std::string& text, kit::Refusals& no) {
  if (trimmed(text).empty()) return;
  const auto number = kit::read_number(text);
  if (number && !number->percent) into = number->number;
  else no.add(std::string(field), number ? "A part of a figure is a number, not a percentage." : number.refusals().all().front().sentence);
}

void read(std::optional<kit::Date>& into, std::string_view field, const std::string& text, kit::Refusals& no) {
  if (trimmed(text).empty()) return;
  into = kit::Date::parse(trimmed(text));
  no.unless(into.has_value(), field, "Type the day as in 2025-09-30.");
}

Entry read_entry(const Due& due, const Typed& typed, kit::Refusals& no) {
  Entry entry;
  entry.indicator = due.definition->indicator;
  entry.period = due.period;
  const auto state = read_state(typed.state);
  no.unless(state.has_value(), "state", "Say whether there is a figure, or that it is not available yet.");
  entry.state = state.value_or(State::given);
  if (entry.state == State::given) {
    read(entry.value, "value", typed.value, *due.definition, no);
    read_part(entry.numerator, "numerator", typed.numerator, no);
    read_part(entry.denominator, "denominator", typed.denominator, no);
    read_part(entry.deviation, "deviation", typed.deviation, no);
  }
  read(entry.expected_on, "expected_on", typed.expected_on, no);
  if (entry.state != State::delayed) entry.expected_on.reset();
  read(entry.back_on, "back_on", typed.back_on, no);
  entry.note = trimmed(typed.note);
  entry.next = trimmed(typed.next);
  entry.reason = trimmed(typed.reason);
  entry.standing = typed.standing == "provisional" ? Standing::provisional : Standing::final;
  return entry;
}

void want_a_story(const Due& due, const Entry& entry, kit::Moment now, kit::Refusals& no) {
  const bool is_asked = std::ranges::any_of(no.all(), [](const auto& one) { return one.field == "note"; });
  no.unless(is_asked || !entry.note.empty(), "note",
            entry.state == State::given ? "Say what lies behind the figure: what happened, and why."
                                        : "Say why there is no figure yet.");
  for (const auto& [field, text] : {std::pair{"note", &entry.note}, {"next", &entry.next}, {"reason", &entry.reason}})
    no.unless(text->size() <= longest_text, field, "Use at most 5,000 characters. Put the rest into a file of evidence.");
  if (entry.state == State::delayed) {
    no.unless(entry.expected_on.has_value(), "expected_on", "Say on which day the figure is expected.");
    no.unless(!entry.expected_on || *entry.expected_on >= now.date(), "expected_on",
              "The day on which the figure is expected is still to come.");
  }
  if (entry.kind == EntryKind::correction) no.unless(!entry.reason.empty(), "reason", "Say why the reported figure is corrected.");
  if (entry.kind != EntryKind::correction || !due.reported()) return;
  const auto* told = due.reported();
  const bool same = told->state == entry.state && told->value == entry.value && told->numerator == entry.numerator &&
                    told->denominator == entry.denominator && told->deviation == entry.deviation && told->note == whole_note(entry);
  no.unless(!same, "", "This is what is reported already. Change the figure or its note, or leave it as it is.");
}

// A reason given for each warning that the figure raises.
void want_reasons(const Due& due, const Typed& typed, Entry& entry, kit::Refusals& no) {
  for (const auto& warning : warnings(due, entry)) {
    const auto given = std::ranges::find(typed.reasons, warning.code, [](const auto& one) { return std::string_view(one.first); });
    const auto reason = given == typed.reasons.end() ? std::string() : trimmed(given->second);
    no.unless(!reason.empty(), "reason-" + warning.code, warning.sentence + " If it is right, say why.");
    no.unless(reason.size() <= 500, "reason-" + warning.code, "Use at most 500 characters.");
    entry.answers.push_back({warning.code, warning.sentence, reason});
  }
}

Entry next_edition(const Due& due, Entry entry, Stage stage, const std::string& by, kit::Moment now) {
  entry.stage = stage;
  entry.by = by;
  entry.at = now;
  entry.edition = due.entry.edition + 1;
  return entry;
}

kit::Refusals why_not_check(const Due& due, std::int32_t seen, const Asker& by, kit::Moment now) {
  kit::Refusals no;
  no.add(council::why_not(May::check_figures, by, due.subject()));
  if (no.any()) return no;
  no.unless(!due.is_computed(), "", "This figure is computed from others. It counts as checked when they are.");
  if (no.any()) return no;
  no.unless(due.entry.edition > 0 && due.entry.stage == Stage::entered, "", "There is no new figure to check.");
  no.unless(due.entry.entered_by != by.person || due.entry.edition == 0, "",
            "Whoever entered a figure does not check it. Ask the checker's deputy, or the performance team.");
  no.unless(seen == due.entry.edition, "", "The figure has changed since you opened it. Look at it again.");
  const bool refuses = due.cycle.outside_check_week == calendar::Cycle::Outside::refuse && due.entry.kind == EntryKind::figure;
  no.unless(!refuses || due.window.is_check_week(now) || due.reopening, "",
            "Figures for " + due.period.words() + " are checked from " + due.window.check_from_day.words() + " to " +
                due.window.check_to_day.words() + ".");
  no.unless(due.entry.kind != EntryKind::figure || due.window.is_open(now) || due.reopening, "",
            "The reports for " + due.period.words() + " have run.");
  return no;
}

// Nobody is asked for it: until its inputs are there it waits for them.
Waits waits_computed(const Due& due, kit::Moment now) {
  if (due.entry.edition > 0 && due.entry.stage == Stage::checked) return Waits::for_run;
  if (due.entry.edition > 0 && due.entry.stage != Stage::reported) return Waits::for_inputs;
  if (now < due.window.opens) return Waits::not_open_yet;
  const auto* told = due.reported();
  return told && (told->state != State::delayed || !due.window.is_late(now)) ? Waits::for_nothing : Waits::for_inputs;
}

// What a reader would see of it, whichever step it has come to.
bool says_the_same(const Figure& a, const Figure& b) {
  const auto may_change = [](const Figure& figure) {
    return figure.standing == Standing::provisional || figure.standing == Standing::unchecked;
  };
  return may_change(a) == may_change(b) && a.state == b.state && a.value == b.value && a.numerator == b.numerator &&
         a.denominator == b.denominator && a.deviation == b.deviation && a.note == b.note;
}

}  // namespace

const Figure* Due::reported() const {
  const Figure* found = nullptr;
  if (!figures) return found;
  for (const auto& figure : *figures)
    if (figure.period == period) found = &figure;
  return found;
}

const Figure* Due::before() const {
  const Figure* found = nullptr;
  if (!figures) return found;
  for (const auto& figure : *figures)
    if (figure.period < period && figure.period.months == period.months && figure.state == State::given) found = &figure;
  return found;
}

EntryKind Due::kind_at(kit::Moment now) const {
  if (window.is_open(now) || (reopening && entry.stage != Stage::reported && !reported())) return EntryKind::figure;
  const auto* told = reported();
  return told && told->state == State::given ? EntryKind::correction : EntryKind::late;
}

council::Subject subject_of(const indicator::Definition& d) { return {d.owner, d.checker, d.deputy, d.service, d.portfolio}; }

std::string whole_note(const Entry& entry) {
  auto note = entry.note;
  if (!entry.next.empty()) note += (note.empty() ? "" : "\n\n") + entry.next;
  if (entry.back_on) note += (note.empty() ? "" : "\n\n") + std::string("Back on track by ") + entry.back_on->words() + ".";
  return note;
}

Figure figure_of(const Entry& entry) {
  Figure figure;
  figure.indicator = entry.indicator;
  figure.period = entry.period;
  figure.state = entry.state;
  figure.standing = entry.kind == EntryKind::correction && entry.standing == Standing::final ? Standing::revised : entry.standing;
  figure.value = entry.value;
  figure.numerator = entry.numerator;
  figure.denominator = entry.denominator;
  figure.deviation = entry.deviation;
  figure.note = whole_note(entry);
  figure.reason = entry.reason;
  figure.entered_by = entry.entered_by;
  figure.expected_on = entry.expected_on;
  figure.at = entry.at;
  return figure;
}

Waits waits(const Due& due, kit::Moment now) {
  if (due.is_computed()) return waits_computed(due, now);
  if (due.entry.edition > 0 && due.entry.stage == Stage::entered) return Waits::for_check;
  if (due.entry.edition > 0 && due.entry.stage == Stage::returned) return Waits::for_rework;
  if (due.entry.edition > 0 && due.entry.stage == Stage::checked) return Waits::for_run;
  if (now < due.window.opens) return Waits::not_open_yet;
  const auto* told = due.reported();
  if (told && (told->state != State::delayed || !due.window.is_late(now))) return Waits::for_nothing;
  if (told && told->expected_on && now.date() <= *told->expected_on) return Waits::for_nothing;
  return due.window.is_late(now) ? Waits::for_late_entry : Waits::for_entry;
}

kit::Verdict<Entry> enter(const Due& due, const Typed& typed, const Asker& by, kit::Moment now) {
  kit::Refusals no = council::why_not(May::enter_figures, by, due.subject());
  if (no.any()) return no;
  no.unless(now >= due.window.opens, "", due.window.why_closed(now));
  no.unless(typed.seen == due.entry.edition, "", nobody_first);
  no.unless(!due.is_computed(), "value", "This figure is computed from others. Correct those, and it follows.");
  if (no.any()) return no;

  Entry entry = read_entry(due, typed, no);
  entry.kind = due.kind_at(now);
  entry.entered_by = by.person;
  if (!no.any()) no.add(faults(figure_of(entry), *due.definition));
  want_a_story(due, entry, now, no);
  if (!no.any()) want_reasons(due, typed, entry, no);
  if (no.any()) return no;
  return next_edition(due, std::move(entry), Stage::entered, by.person, now);
}

kit::Verdict<Entry> approve(const Due& due, std::int32_t seen, const Asker& by, kit::Moment now) {
  const auto no = why_not_check(due, seen, by, now);
  if (no.any()) return no;
  return next_edition(due, due.entry, Stage::checked, by.person, now);
}

kit::Verdict<Entry> give_back(const Due& due, std::int32_t seen, std::string_view why, const Asker& by, kit::Moment now) {
  auto no = why_not_check(due, seen, by, now);
  no.unless(!trimmed(why).empty(), "said", "Say what is to be put right, so that the officer knows.");
  no.unless(why.size() <= longest_text, "said", "Use at most 5,000 characters.");
  if (no.any()) return no;
  auto entry = next_edition(due, due.entry, Stage::returned, by.person, now);
  entry.said = trimmed(why);
  return entry;
}

std::string outside_check_week(const Due& due, kit::Moment now) {
  if (due.entry.kind != EntryKind::figure || due.window.is_check_week(now)) return {};
  return "The check week for " + due.period.words() + " is from " + due.window.check_from_day.words() + " to " +
         due.window.check_to_day.words() + ".";
}

std::optional<Entry> follow(const Due& due, const Figure& computed, InputsAre inputs, kit::Moment now) {
  if (now < due.window.opens) return std::nullopt;
  const auto* told = due.reported();
  const bool begun = due.entry.edition > 0, pending = begun && due.entry.stage != Stage::reported;
  if (!pending && told && says_the_same(*told, computed)) return std::nullopt;

  Entry entry;
  entry.indicator = computed.indicator;
  entry.period = computed.period;
  entry.kind = now <= due.window.runs ? EntryKind::figure : due.kind_at(now);  // its own run is not too late
  entry.state = computed.state;
  entry.standing = computed.standing;
  entry.value = computed.value;
  entry.numerator = computed.numerator;
  entry.denominator = computed.denominator;
  entry.note = computed.note;
  entry.computed = true;
  if (entry.kind == EntryKind::correction) entry.reason = "A figure that it is computed from was corrected.";
  const bool has_run = due.window.runs <= now;
  const auto stage = inputs == InputsAre::waiting               ? Stage::entered
                     : inputs == InputsAre::reported && has_run ? Stage::reported
                                                                : Stage::checked;
  const bool same = begun && due.entry.stage == stage && due.entry.computed && says_the_same(figure_of(due.entry), computed);
  if (same) return std::nullopt;
  return next_edition(due, std::move(entry), stage, "", now);
}

std::optional<Entry> run(const Due& due, kit::Moment now) {
  const auto& entry = due.entry;
  if (entry.edition == 0 || entry.kind != EntryKind::figure) return std::nullopt;
  const bool unchecked = entry.stage == Stage::entered && due.cycle.unchecked == calendar::Cycle::Unchecked::report;
  if (entry.stage != Stage::checked && !unchecked) return std::nullopt;
  auto reported = next_edition(due, entry, Stage::reported, "goldenthread", now);
  if (unchecked) {
    reported.said = "Not checked when the reports ran.";
    reported.standing = Standing::unchecked;
  }
  return reported;
}

}  // namespace collect
