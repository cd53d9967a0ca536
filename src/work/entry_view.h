// What the page of one figure shows: the fields as typed, the figure as it would be reported and how it would stand, what is asked
// about it, and what was told before.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"
#include "collect/evidence.h"
#include "parts/status.h"

namespace work {

// The figure as it would be reported: "73.3%", on target, "Down from 87.5% last quarter".
struct Preview {
  std::string value;
  parts::Status status = parts::Status::not_rated;
  bool is_rated = false;
  std::string target;
  std::vector<std::string> sentences;  // direction, usual variation, the same period last year
};
Preview preview(const assess::Picture& picture, const assess::Kept& kept, const collect::Due& due, const collect::Entry& entry);

struct EntryView {
  std::shared_ptr<const assess::Picture> picture;
  const assess::Kept* kept = nullptr;
  collect::Due due;
  collect::Typed typed;                 // what the fields show
  kit::Refusals no;
  std::optional<Preview> preview;       // of what is saved or typed, when it can be read
  std::vector<std::string> help;        // writing help
  std::optional<kit::Moment> draft_at;  // when a draft was kept
  bool is_conflict = false;             // someone saved first: theirs is shown beside
  std::vector<collect::Entry> history;
  std::vector<collect::Evidence> evidence;  // files kept with it
  struct Input {
    const indicator::Definition* definition = nullptr;
    calendar::Period period;
  };
  std::vector<Input> inputs;  // of a computed one: the figures that go into it
};

// The fields as they stand in an entry, a draft before it, or empty.
collect::Typed typed_of(const collect::Entry& entry, const indicator::Definition& definition);

// "by o.madeley's job on 12 November 2025 at 14:00": whose step an edition is.
std::string by_words(const council::Council& council, const std::string& person, kit::Moment at);

}  // namespace work

namespace collect {

template <class Teller>
void describe(Teller& t, const Answer& answer) {
  t.field("warning", answer.warning);
  t.field("sentence", answer.sentence);
  t.field("reason", answer.reason);
}

template <class Teller>
void describe(Teller& t, const Entry& entry) {
  t.field("period", entry.period.iso());
  t.field("edition", entry.edition);
  t.field("stage", code(entry.stage));
  t.field("kind", code(entry.kind));
  t.field("state", code(entry.state));
  t.field("standing", code(entry.standing));
  t.field("value", entry.value);
  t.field("numerator", entry.numerator);
  t.field("denominator", entry.denominator);
  t.field("deviation", entry.deviation);
  t.field("note", entry.note);
  t.field("next", entry.next);
  t.field("back_on", entry.back_on);
  t.field("expected_on", entry.expected_on);
  t.field("reason", entry.reason);
  t.field("said", entry.said);
  t.field("entered_by", entry.entered_by);
  t.field("by", entry.by);
  t.field("computed", entry.computed);
  t.field("at", entry.at);
}

template <class Teller>
void describe(Teller& t, const Evidence& file) {
  t.field("id", file.id);
  t.field("name", file.name);
  t.field("type", file.type);
  t.field("bytes", file.bytes);
  t.field("fingerprint", file.fingerprint);
  t.field("by", file.by);
  t.field("at", file.at);
}

}  // namespace collect

namespace work {

template <class Teller>
void describe(Teller& t, const EntryView& view) {
  t.field("indicator", view.due.definition->code);
  t.field("title", view.due.definition->title);
  t.field("period", view.due.period.iso());
  t.field("opens", view.due.window.opens);
  t.field("enter_by", view.due.window.enter_by);
  t.field("runs", view.due.window.runs);
  t.field("seen", view.due.entry.edition);
  t.part("entry", view.due.entry);
  t.rows("history", view.history);
  t.rows("evidence", view.evidence);
}

}  // namespace work
