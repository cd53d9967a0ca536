// Numbers as people type and read them: "1,234", "45%", "£1.2m" is refused, "(12)" is refused; and numbers as pages show them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "kit/decimal.h"
#include "kit/verdict.h"

namespace kit {

// What stood in a cell: the exact number, and whether it carried a per cent or pound sign.
struct TypedNumber {
  Decimal number;
  bool percent = false;
  bool money = false;
  bool rounded = false;  // more than four decimals were given and the nearest ten-thousandth was taken
};

// Accepts thousands separators in their right places, a leading £, a trailing %, spaces around, and minus signs of other
// kinds (U+2212, en dash). Refuses everything else with a sentence that says what was found and what to type.
Verdict<TypedNumber> read_number(std::string_view text);

// Rounding for publication (rules.md 1.4): half away from zero after removing binary noise.
double rounded(double number, int decimals);

std::string with_commas(double number, int decimals);  // "1,234.5", "-12"; rounded for publication
std::string shortest(double number);                   // the shortest text that reads back as the same double
std::optional<double> read_double(std::string_view text);  // for analysts' files: C notation, whole text; none otherwise

std::string in_words(int number);  // "nine", up to ten; digits from 11 on

}  // namespace kit
