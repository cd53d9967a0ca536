#include "calendar/period_pieces.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace calendar {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

int month_named(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < month_names.size(); ++i)
    if (word == month_names[i] || (word.size() == 3 && month_names[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  return 0;
}

struct Phrase {
  std::string_view words;
  std::string_view shape;
};
// Longer phrases first.
constexpr std::array phrases = {
    Phrase{"12 months ending", "E"},
    Phrase{"12 months to", "E"},
    Phrase{"year ending", "E"},
    Phrase{"year ended", "E"},
    Phrase{"year to", "E"},
    Phrase{"financial year", "F"},
    Phrase{"academic year", "A"},
    Phrase{"calendar year", "C"},
    Phrase{"as at", "D"},
    Phrase{"at", "D"},
    Phrase{"to", "-"},
    Phrase{"fy", "F"},
    Phrase{"quarter", "Q"},
    Phrase{"qtr", "Q"},
    Phrase{"half", "H"},
    Phrase{"q", "Q"},
    Phrase{"h", "H"},
};

bool ends_word(std::string_view text, std::size_t at) { return at >= text.size() || !is_letter(text[at]); }

bool take_phrase(std::string_view& text, Pieces& pieces) {
  for (const auto& [words, shape] : phrases) {
    if (!text.starts_with(words) || !ends_word(text, words.size())) continue;
    pieces.shape += shape;
    pieces.spaced = pieces.spaced || words == "to";
    return text.remove_prefix(words.size()), true;
  }
  return false;
}

bool take_month(std::string_view& text, Pieces& pieces) {
  const auto length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
  const int month = month_named(text.substr(0, length));
  if (month == 0) return false;
  pieces.shape += 'M';
  pieces.numbers.push_back(month);
  text.remove_prefix(length);
  if (text.starts_with('.')) text.remove_prefix(1);
  return true;
}

// Four digits are a year, two are '2', one is '1' and stays with the Q or H before it.
bool take_number(std::string_view& text, Pieces& pieces) {
  const auto length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  if (length == 0 || length == 3 || length > 4) return false;
  int number = 0;
  std::from_chars(text.data(), text.data() + length, number);
  const bool part_of_year = length == 1 && (pieces.shape.ends_with('Q') || pieces.shape.ends_with('H'));
  if (!part_of_year) pieces.shape += length == 4 ? 'Y' : length == 2 ? '2' : '1';
  if (length == 4 && (number < 1800 || number > 2199)) return false;
  pieces.numbers.push_back(number);
  text.remove_prefix(length);
  return true;
}

}  // namespace

std::string plain(std::string_view text) {
  constexpr std::array<std::string_view, 5> dashes = {"–", "—", "−", "‑", "‐"};
  constexpr std::array<std::string_view, 5> spaces = {"\u00A0", "\u2009", "\u202F", "\t", "\uFEFF"};
  std::string made;
  while (!text.empty()) {
    std::size_t length = 1;
    char c = text.front() >= 'A' && text.front() <= 'Z' ? static_cast<char>(text.front() + 32) : text.front();
    for (const auto dash : dashes)
      if (text.starts_with(dash)) c = '-', length = dash.size();
    for (const auto space : spaces)
      if (text.starts_with(space)) c = ' ', length = space.size();
    if (c != ' ' || (!made.empty() && made.back() != ' ')) made += c;
    text.remove_prefix(length);
  }
  if (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

std::optional<Pieces> cut(std::string_view text) {
  Pieces pieces;
  while (!text.empty()) {
    const char c = text.front();
    if (c == ' ' || c == ',') {
      text.remove_prefix(1);
      pieces.spaced = pieces.spaced || text.starts_with('-');
    } else if (c == '/' || c == '-') {
      pieces.shape += c;
      text.remove_prefix(1);
    } else if (!take_phrase(text, pieces) && !take_month(text, pieces) && !take_number(text, pieces)) {
      return std::nullopt;
    }
  }
  return pieces;
}

}  // namespace calendar
