// What differs between two editions: which figures, statuses, directions, targets, notes and definitions, indicator by indicator,
// which sentences that count, and which lines of money. Read from what the editions hold; nothing is worked out again.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace report {

enum class Differs : std::uint8_t { presence, title, figure, mark, target, status, direction, warnings, note, definition };
std::string_view words(Differs what);  // "Figure", "Status"
std::string_view code(Differs what);

struct Change {
  std::string indicator, title;
  Differs what = Differs::figure;
  std::string was, is;
  std::string why;  // that a figure was revised, in the words of whoever did so
  bool operator==(const Change&) const = default;
};

struct SentenceChange {
  std::string name, was, is;
  bool operator==(const SentenceChange&) const = default;
};

// One sum of one line of a table of money: a directorate, a service or the council.
struct MoneyChange {
  std::string line;    // "Waste and recycling"
  std::string column;  // for data: "actual_to_date"
  std::string title;   // "Actual to end of June 2025"
  std::string was, is;
  bool operator==(const MoneyChange&) const = default;
};

struct Difference {
  std::vector<Change> changes;  // by indicator, then in the order of Differs
  std::vector<SentenceChange> sentences;
  std::vector<MoneyChange> money;  // by line, in the order of the report

  int indicators() const;
  std::vector<std::string> lines_of_money() const;  // each once
  bool any() const { return !changes.empty() || !sentences.empty() || !money.empty(); }
};
std::vector<MoneyChange> money_difference(const Document& before, const Document& after);
Difference difference(const Document& before, const Document& after);

// "They differ in one indicator: BBF07. Money differs in two lines: Waste and The council."
std::string in_short(const Difference& difference);

}  // namespace report
