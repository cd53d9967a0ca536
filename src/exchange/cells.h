// How one cell is read into a field of a row, and written from it. Reading answers what to do when the cell cannot be read,
// and nothing when it can; writing gives text that reads back as the same.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "indicator/tolerance.h"
#include "kit/decimal.h"
#include "kit/moment.h"

namespace exchange {

// From when a row counts: a day, or a moment where an export must be exact; empty: from now.
using When = std::optional<kit::Moment>;

std::string read_line(std::string& to, std::string_view cell);  // any text without control characters
std::string read_code(std::string& to, std::string_view cell);  // letters, digits, - _ .
std::string read_yes(bool& to, std::string_view cell);
std::string read_when(When& to, std::string_view cell);
std::string read_day(std::optional<kit::Date>& to, std::string_view cell);
std::string read_codes(std::vector<std::string>& to, std::string_view cell);
std::string read_list(std::vector<std::string>& to, std::string_view cell);
std::string read_tolerance_cell(std::optional<indicator::Tolerance>& to, std::string_view cell);
std::string read_year(std::optional<calendar::FinancialYear>& to, std::string_view cell);

std::string written(const When& when);
std::string written(const std::optional<kit::Date>& day);
std::string written(const std::optional<kit::Decimal>& number);
std::string written(const std::vector<std::string>& list);  // "BBF; OUT3"

std::string_view trimmed(std::string_view text);
std::string upper(std::string_view code);  // codes are compared without regard to case
std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace exchange
