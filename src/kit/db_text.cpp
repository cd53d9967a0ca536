#include "kit/db_text.h"

#include <algorithm>
#include <charconv>
#include <regex>

namespace kit {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::size_t after_quoted(std::string_view text, std::size_t at) {
  const auto end = text.find(text[at], at + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

void append_escaped(std::string& rows, const std::string& text) {
  for (char c : text) {
    switch (c) {
      case '\\': rows += "\\\\"; break;
      case '\t': rows += "\\t"; break;
      case '\n': rows += "\\n"; break;
      case '\r': rows += "\\r"; break;
      default: rows += c;
    }
  }
}

template <class Number>
void append_number(std::string& rows, Number number) {
  char digits[32];
  rows.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

}  // namespace

std::vector<std::string_view> names_bound(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'' || text[at] == '"') {
      at = after_quoted(text, at);
    } else if (text.substr(at, 2) == "::") {
      at += 2;
    } else if (text[at] == ':') {
      std::size_t end = ++at;
      while (end < text.size() && is_name(text[end])) ++end;
      const auto name = text.substr(at, end - at);
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      at = end;
    } else {
      ++at;
    }
  }
  return names;
}

std::optional<Insert> plain_insert(std::string_view text) {
  static const std::regex shape(
      R"(\s*insert\s+into\s+(\w+)\s*\(([\w\s,]+)\)\s*values\s*\(\s*((:\w+\s*,\s*)*:\w+)\s*\)\s*)", std::regex::icase);
  const std::string whole(text);
  std::smatch match;
  if (!std::regex_match(whole, match, shape)) return std::nullopt;
  const std::string columns = match[2], values = match[3];
  const auto count = static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 1;
  if (names_bound(values).size() != count) return std::nullopt;
  return Insert{match[1], columns, count};
}

void append_copy_row(std::string& rows, const std::vector<Bound>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i) rows += '\t';
    if (auto* text = std::get_if<std::string>(&row[i])) append_escaped(rows, *text);
    else if (auto* integer = std::get_if<std::int64_t>(&row[i])) append_number(rows, *integer);
    else if (auto* real = std::get_if<double>(&row[i])) append_number(rows, *real);
    else rows += "\\N";
  }
  rows += '\n';
}

}  // namespace kit
