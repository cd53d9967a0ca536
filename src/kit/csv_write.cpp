#include "kit/csv.h"

namespace kit {
namespace {

bool starts_formula(std::string_view text) {
  for (const std::string_view mark : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    if (text.starts_with(mark)) return true;
  return false;
}

// "-5", "-1,234.5" and "-2%" are numbers and do no harm; "-2+3" and "-2% on last year" are not.
bool is_signed_number(std::string_view text) {
  if (text.size() < 2 || (text[0] != '-' && text[0] != '+') || text[1] < '0' || text[1] > '9') return false;
  if (text.ends_with('%')) text.remove_suffix(1);
  return text.find_first_not_of("0123456789.,", 1) == text.npos;
}

// Behind apostrophes of its own, too, so that taking one away again gives back what was written.
bool needs_apostrophe(std::string_view text) {
  const auto beginning = text.substr(std::min(text.find_first_not_of('\''), text.size()));
  return starts_formula(beginning) && !is_signed_number(text);
}

bool needs_quotes(std::string_view text) {
  return text.find_first_of("\",;\t\r\n") != text.npos ||
         (!text.empty() && (text.front() == ' ' || text.back() == ' '));
}

}  // namespace

std::string_view without_apostrophe(std::string_view cell) {
  if (cell.starts_with('\'') && needs_apostrophe(cell.substr(1))) cell.remove_prefix(1);
  return cell;
}

CsvWriter& CsvWriter::cell(std::string_view text) {
  if (!first_) out_ += ',';
  const bool alone = first_ && text.empty();  // a row of one empty cell must not look like a blank line
  first_ = false;
  lone_empty_ = alone;
  const bool guarded = whom_ == For::people && needs_apostrophe(text);
  if (!needs_quotes(text)) {
    if (guarded) out_ += '\'';
    out_ += text;
    return *this;
  }
  out_ += guarded ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

void CsvWriter::end_row() {
  if (lone_empty_) out_ += "\"\"";
  out_ += "\r\n";
  first_ = true;
  lone_empty_ = false;
}

}  // namespace kit
