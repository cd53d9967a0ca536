// A figure as a program sends it to /api/entries: one object of JSON, or a list of them. Reading finds every fault of every figure
// and says in which it is, in which field, and what to do.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/entry.h"

namespace work {

struct SentEntry {
  std::string indicator, period;          // as sent
  collect::Typed typed;
  std::optional<std::int32_t> edition;    // the one that the sender knows of; none: nothing should have been entered
  std::string key;                        // by which a repetition is known; empty: never
};

// A fault, in the words of the answer.
struct SentFault {
  std::size_t item = 0;
  std::string indicator, period;
  std::string field;       // "value", "reasons.outside_usual"; empty: the figure as a whole
  std::string found;       // what was sent there
  std::string what_to_do;
};

struct Sent {
  std::vector<SentEntry> entries;
  std::vector<SentFault> faults;
};
// `key` is the request's own, for all that bring none: the header Idempotency-Key.
Sent read_sent(const std::string& body, const std::string& key);

// What was sent in the field that a refusal names, and how that field is called there.
SentFault fault_of(const SentEntry& sent, std::size_t item, std::string_view field, std::string_view sentence);

template <class Teller>
void describe(Teller& t, const SentFault& fault) {
  t.field("item", fault.item);
  t.field("indicator", fault.indicator);
  t.field("period", fault.period);
  t.field("field", fault.field);
  t.field("found", fault.found);
  t.field("what_to_do", fault.what_to_do);
}

template <class Teller>
void describe(Teller& t, const SentEntry& sent) {
  const auto& typed = sent.typed;
  t.field("edition", sent.edition);
  t.field("state", typed.state.empty() ? "given" : typed.state);
  t.field("value", typed.value);
  t.field("numerator", typed.numerator);
  t.field("denominator", typed.denominator);
  t.field("deviation", typed.deviation);
  t.field("note", typed.note);
  t.field("next", typed.next);
  t.field("back_on", typed.back_on);
  t.field("expected_on", typed.expected_on);
  t.field("reason", typed.reason);
}

}  // namespace work
