#include "kit/number.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "kit/failure.h"
#include "kit/quote.h"

namespace kit {
namespace {

constexpr std::string_view spaces[] = {" ", "\t", "\r", "\n", "\u00A0", "\u2007", "\u2009", "\u202F", "\uFEFF"};
constexpr std::string_view minuses[] = {"-", "\u2212", "\u2013", "\u2010", "\u2011", "\uFE63", "\uFF0D"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

template <std::size_t N>
bool take(std::string_view& text, const std::string_view (&marks)[N]) {
  for (const auto mark : marks)
    if (text.starts_with(mark)) return text.remove_prefix(mark.size()), true;
  return false;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (take(text, spaces)) continue;
  for (bool again = true; again;) {
    again = false;
    for (const auto space : spaces)
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
  }
  return text;
}

struct Parts {
  bool minus = false, money = false, percent = false;
  std::string_view digits;  // what is left: "1,234.5"
};

Parts parts_of(std::string_view text) {
  Parts parts;
  text = trimmed(text);
  parts.minus = take(text, minuses);
  parts.money = take(text, "£");
  if (parts.money) text = trimmed(text);
  if (parts.money && !parts.minus) parts.minus = take(text, minuses);
  if (text.ends_with('%')) {
    parts.percent = true;
    text.remove_suffix(1);
    text = trimmed(text);
  }
  parts.digits = text;
  return parts;
}

bool commas_are_right(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == whole.npos) return true;
  if (whole.front() == '0') return false;  // "0,123" is less than one, somewhere else in Europe
  if (first == 0 || first > 3 || (whole.size() - first) % 4 != 0) return false;
  for (std::size_t i = 0; i < whole.size(); ++i)
    if ((whole[i] == ',') != (i >= first && (i - first) % 4 == 0)) return false;
  return true;
}

std::string without(std::string_view text, char unwanted) {
  std::string kept(text);
  std::erase(kept, unwanted);
  return kept;
}

// The text an officer most likely meant, when a mark in the middle is all that is wrong; empty when we cannot tell.
std::string likely(const Parts& parts) {
  std::string digits;
  std::string_view text = parts.digits;
  if (text.starts_with("0,") || text.find(',', std::min(text.find('.'), text.size())) != text.npos)
    return {};  // "1.234,5" is 1234.5 elsewhere in Europe, and "0,5" a half
  take(text, "+");
  while (!text.empty()) {
    if (take(text, spaces) || take(text, ",") || take(text, "'") || take(text, "’")) continue;
    digits += text.front();
    text.remove_prefix(1);
  }
  if (digits.starts_with('.')) digits.insert(0, "0");
  if (digits.ends_with('.')) digits.pop_back();
  if (digits.starts_with('-') || !Decimal::parse(digits)) return {};
  return std::string(parts.minus ? "-" : "") + (parts.money ? "£" : "") + digits + (parts.percent ? "%" : "");
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char a, char b) { return (is_letter(a) ? static_cast<char>(a | 0x20) : a) == b; });
  });
}

bool is_scientific(std::string_view digits) {
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return end == digits.data() + digits.size() && digits.find_first_of("eE") != digits.npos;
}

// "1.2m", "3 bn", "5k"
bool has_size_in_letters(std::string_view digits) {
  const auto letter = std::find_if_not(digits.begin(), digits.end(),
                                       [](char c) { return is_digit(c) || c == '.' || c == ',' || c == ' '; });
  const std::string_view letters(letter, digits.end());
  return letter != digits.begin() && one_of(letters, {"k", "m", "mn", "bn", "b", "thousand", "million", "billion"});
}

std::string what_to_type(std::string_view text, const Parts& parts) {
  const std::string_view digits = parts.digits;
  if (text.empty()) return "Nothing was found. Type a number, such as 92.5.";
  const std::string found = "Found " + quoted(text);
  if (text.front() == '#') return found + ", an error of a spreadsheet. Mend the formula, or type a number.";
  if (one_of(digits, {"nan", "inf", "infinity"}))
    return found + ", which is not a number. Type one, such as 92.5, or leave it empty.";
  if (parts.money && parts.percent) return found + ", which is pounds and per cent at once. Take out the £ or the %.";
  if (digits.size() > 2 && digits.front() == '(' && digits.back() == ')')
    return found + ". If it is below zero, type it with a minus, such as -12.";
  if (is_scientific(digits)) return found + ". Type the number in full, such as 100000.";
  if (has_size_in_letters(digits)) return found + ". Type the number in full, in digits only, such as 1200000.";
  if (std::count(digits.begin(), digits.end(), '.') > 1)
    return found + ", which has two points. Type a number with one, such as 1.25.";
  if (const auto meant = likely(parts); !meant.empty())
    return found + ". If that is what you mean, type " + meant + ".";
  return found + ". Type a number, such as 92.5.";
}

Refusals refused(std::string sentence) {
  Refusals no;
  no.add("", std::move(sentence));
  return no;
}

// The first four decimals, and whether the rest rounds them away from zero.
std::optional<Decimal> to_decimal(std::string digits, bool minus, bool& rounded) {
  const std::size_t point = digits.find('.');
  bool up = false;
  if (point != digits.npos && digits.size() > point + 5) {
    rounded = digits.find_first_not_of('0', point + 5) != digits.npos;
    up = digits[point + 5] >= '5';
    digits.resize(point + 5);
  }
  const auto exact = Decimal::parse(minus ? "-" + digits : digits);
  if (!exact || !up) return exact;
  return add(*exact, Decimal::of_units(minus ? -1 : 1));
}

constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

}  // namespace

Verdict<TypedNumber> read_number(std::string_view text) {
  const Parts parts = parts_of(text);
  const std::size_t point = parts.digits.find('.');
  const auto whole = parts.digits.substr(0, point);
  const std::string plain = without(whole, ',');
  const bool right = all_digits(plain) && commas_are_right(whole) && !(parts.money && parts.percent) &&
                     (point == parts.digits.npos || all_digits(parts.digits.substr(point + 1)));
  if (!right) return refused(what_to_type(trimmed(text), parts));

  TypedNumber typed{{}, parts.percent, parts.money, false};
  const auto number = to_decimal(plain + std::string(parts.digits.substr(whole.size())), parts.minus, typed.rounded);
  if (!number)
    return refused("Found " + quoted(trimmed(text)) +
                   ", more than can be kept. Check the digits, or use a larger unit.");
  typed.number = *number;
  return typed;
}

double rounded(double number, int decimals) {
  demand(decimals >= 0 && decimals <= 9, "A number is published with nought to nine decimals.");
  const double scaled = std::fabs(number) * powers[decimals];
  if (!(scaled < 4503599627370496.0)) return number;  // no digits beyond the point are left to round
  const double size = std::floor(scaled + 0.5 + 1e-7) / powers[decimals];
  return size == 0 ? 0.0 : std::copysign(size, number);
}

std::string with_commas(double number, int decimals) {
  demand(std::isfinite(number), "A number that is not available was to be shown as one.");
  char text[400];
  char* const end =
      std::to_chars(text, text + sizeof text, rounded(number, decimals), std::chars_format::fixed, decimals).ptr;
  std::string shown(text, end);
  const std::size_t first = shown.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(shown.find('.'), shown.size());
  while (at > first + 3) shown.insert(at -= 3, 1, ',');
  return shown;
}

std::string shortest(double number) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::optional<double> read_double(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string in_words(int number) {
  static constexpr std::string_view words[] = {"zero", "one",   "two",   "three", "four", "five",
                                               "six",  "seven", "eight", "nine",  "ten"};
  return number >= 0 && number <= 10 ? std::string(words[number]) : std::to_string(number);
}

}  // namespace kit
