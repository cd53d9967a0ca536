// What differs between two editions: which figures, statuses, directions, targets, notes and definitions, indicator by indicator, and
// which sentences that count. Read from what the editions hold; nothing is worked out again.
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

struct Difference {
  std::vector<Change> changes;  // by indicator, then in the order of Differs
  std::vector<SentenceChange> sentences;

  int indicators() const;
  bool any() const { return !changes.empty() || !sentences.empty(); }
};
Difference difference(const Document& before, const Document& after);

// "They differ in one indicator: BBF07."
std::string in_short(const Difference& difference);

}  // namespace report
