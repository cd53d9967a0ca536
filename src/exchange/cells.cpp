#include "exchange/cells.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exchange {
namespace {

constexpr std::string_view how_to_date = "Write the date as 2025-07-31.";

// "31/07/2025", day first, as a spreadsheet in Britain saves a date cell to CSV.
std::optional<kit::Date> british(std::string_view text) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
  std::string iso;
  iso.append(text.substr(6)).append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2));
  return kit::Date::parse(iso);
}

std::optional<kit::Date> date(std::string_view text) {
  // A date cell comes with a time of day when it has one; midnight says nothing.
  if (text.size() == 19 && text.substr(10) == "T00:00:00") text = text.substr(0, 10);
  const auto iso = kit::Date::parse(text);
  return iso ? iso : british(text);
}

bool is_code_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto from = text.find_first_not_of(blank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

std::string upper(std::string_view code) {
  std::string up(code);
  std::transform(up.begin(), up.end(), up.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return up;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string read_line(std::string& to, std::string_view cell) {
  to.clear();
  to.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == '\r') {
      if (i + 1 == cell.size() || cell[i + 1] != '\n') to.push_back('\n');
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') {
      return "It holds a control character that cannot be shown. Type the text again.";
    } else {
      to.push_back(c);
    }
  }
  return {};
}

std::string read_code(std::string& to, std::string_view cell) {
  const bool good = cell.size() <= 40 && std::all_of(cell.begin(), cell.end(), is_code_letter);
  if (!good) return "A code has letters, digits, hyphens, underscores and full stops only, at most 40.";
  to = cell;
  return {};
}

std::string read_yes(bool& to, std::string_view cell) {
  const auto word = upper(cell);
  if (word == "YES" || word == "Y" || word == "TRUE" || word == "1") to = true;
  else if (word.empty() || word == "NO" || word == "N" || word == "FALSE" || word == "0") to = false;
  else return "Type yes or no.";
  return {};
}

std::string read_when(When& to, std::string_view cell) {
  to.reset();
  if (cell.empty()) return {};
  if (const auto day = date(cell)) to = kit::Moment::start_of(*day);
  else if (cell.size() > 10 && cell.back() == 'Z') to = kit::Moment::parse(cell);
  return to ? std::string() : std::string(how_to_date);
}

std::string read_day(std::optional<kit::Date>& to, std::string_view cell) {
  to = date(cell);
  return to || cell.empty() ? std::string() : std::string(how_to_date);
}

std::string read_list(std::vector<std::string>& to, std::string_view cell) {
  to.clear();
  for (const auto part : split(cell, ';')) {
    std::string one;
    if (auto what = read_line(one, part); !what.empty()) return what;
    to.push_back(std::move(one));
  }
  return {};
}

std::string read_codes(std::vector<std::string>& to, std::string_view cell) {
  to.clear();
  for (const auto part : split(cell, ';')) {
    std::string one;
    if (!read_code(one, part).empty()) return "List codes with semicolons between them, such as BBF; OUT3.";
    to.push_back(std::move(one));
  }
  return {};
}

std::string read_tolerance_cell(std::optional<indicator::Tolerance>& to, std::string_view cell) {
  to.reset();
  if (cell.empty()) return {};
  const auto read = indicator::read_tolerance(cell);
  if (!read) return "Type a tolerance such as relative 5, absolute 2 or explicit 85, then perhaps blue 10.";
  to = *read;
  return {};
}

std::string read_year(std::optional<calendar::FinancialYear>& to, std::string_view cell) {
  to = calendar::FinancialYear::read(cell);
  return to ? std::string() : std::string("Type a financial year such as 2025/26.");
}

std::string written(const When& when) {
  if (!when) return {};
  const auto day = when->date();
  return kit::Moment::start_of(day) == *when ? day.iso() : when->iso();
}

std::string written(const std::optional<kit::Date>& day) { return day ? day->iso() : std::string(); }
std::string written(const std::optional<kit::Decimal>& number) { return number ? number->text() : std::string(); }

std::string written(const std::vector<std::string>& list) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : "; ") + one;
  return all;
}

}  // namespace exchange
