// What /api/entries answers: what is mine and how it stands; what became of figures that were sent; or why none was entered.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/http.h"
#include "work/entry_view.h"
#include "work/sent_entry.h"

namespace work {

struct MyEntry {
  std::string indicator, title, period, words, waits, unit, takes, numerator_label, denominator_label, target, last;
  std::string on_time_until;
  kit::Moment runs;
  std::int32_t edition = 0;
  std::optional<collect::Entry> entry;
};
struct MyEntries {
  std::vector<MyEntry> figures;
};
// `takes` says what to send: "numerator and denominator", "number", "money", "yes or no", "h:mm:ss", "date".
MyEntry my_entry(const collect::Due& due, kit::Moment now);
std::string target_of(const collect::Due& due);  // "85.0%", or empty

struct Became {
  std::size_t item = 0;
  std::string indicator, period, result;  // "entered", "unchanged", "entered before"
  std::int32_t edition = 0;
  std::string stage, kind;
};
struct Entered {
  std::size_t entered = 0, unchanged = 0, entered_before = 0;
  std::vector<Became> figures;
};

struct Clash {
  std::size_t item = 0;
  std::string indicator, period;
  SentEntry yours;
  collect::Entry theirs;
};
struct Problem;
kit::Response problem_response(const Problem& problem);
struct Problem {
  std::string title, detail;
  int status = 422;
  std::vector<SentFault> errors;
  std::vector<Clash> conflicts;
};

template <class Teller>
void describe(Teller& t, const MyEntry& one) {
  t.field("indicator", one.indicator);
  t.field("title", one.title);
  t.field("period", one.period);
  t.field("period_words", one.words);
  t.field("waits", one.waits);
  t.field("takes", one.takes);
  t.field("unit", one.unit);
  t.field("numerator_label", one.numerator_label);
  t.field("denominator_label", one.denominator_label);
  t.field("target", one.target);
  t.field("last", one.last);
  t.field("on_time_until", one.on_time_until);
  t.field("runs", one.runs);
  t.field("edition", one.edition);
  t.part("entry", one.entry);
}
template <class Teller>
void describe(Teller& t, const MyEntries& all) { t.rows("figures", all.figures); }

template <class Teller>
void describe(Teller& t, const Became& one) {
  t.field("item", one.item);
  t.field("indicator", one.indicator);
  t.field("period", one.period);
  t.field("result", one.result);
  t.field("edition", one.edition);
  t.field("stage", one.stage);
  t.field("kind", one.kind);
}
template <class Teller>
void describe(Teller& t, const Entered& all) {
  t.field("entered", all.entered);
  t.field("unchanged", all.unchanged);
  t.field("entered_before", all.entered_before);
  t.rows("figures", all.figures);
}

template <class Teller>
void describe(Teller& t, const Clash& clash) {
  t.field("item", clash.item);
  t.field("indicator", clash.indicator);
  t.field("period", clash.period);
  t.part("yours", clash.yours);
  t.part("theirs", clash.theirs);
}
// Problem details, RFC 9457.
template <class Teller>
void describe(Teller& t, const Problem& problem) {
  t.field("type", "about:blank");
  t.field("title", problem.title);
  t.field("status", problem.status);
  t.field("detail", problem.detail);
  t.list("errors", problem.errors);
  t.list("conflicts", problem.conflicts);
}

}  // namespace work
