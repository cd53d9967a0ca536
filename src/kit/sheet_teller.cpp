#include "kit/sheet_teller.h"

#include "kit/number.h"
#include "kit/quote.h"

namespace kit {
namespace {

constexpr std::size_t most_refusals = 100;
constexpr std::uint64_t no_row = 1'000'000'000'000;
constexpr std::uint64_t most_row_bytes = 16 << 20;
constexpr std::size_t most_ranges = 1000;  // of hidden columns that are remembered

std::string count_of(std::uint64_t number) { return with_commas(static_cast<double>(number), 0); }

std::string name_of(std::uint64_t column) {
  return column_name(static_cast<unsigned>(std::min<std::uint64_t>(column, 16'383)));
}

}  // namespace

std::string SheetTeller::place(std::uint64_t column) const { return name_of(column) + std::to_string(row_); }

void SheetTeller::notice(const std::string& sentence) const {
  if (to_.notice) to_.notice(sentence);
}

bool SheetTeller::begin_sheet(const std::string& name, bool hidden) {
  sheet_ = name;
  row_ = hidden_rows_ = 0;
  hidden_columns_.clear();
  cells_.clear();
  return !to_.sheet || to_.sheet(name, hidden);
}

bool SheetTeller::begin_row(std::uint64_t row, bool hidden) {
  if (row == 0 || row > limits_.rows)
    return refuse_sheet("a row has " + (row > no_row ? "a number that is none" : "the number " + count_of(row)) +
                        ", and a sheet has " + count_of(limits_.rows) + " rows. Save the workbook again");
  if (row <= row_)
    return refuse_sheet("row " + std::to_string(row) + " stands after row " + std::to_string(row_) +
                        ". Save the workbook again");
  row_ = row;
  row_bytes_ = 0;
  hidden_ = hidden;
  return true;
}

bool SheetTeller::put(std::uint64_t column, std::string_view text) {
  if (text.empty()) return true;
  if (column >= limits_.columns)
    return refuse_sheet("row " + std::to_string(row_) + " reaches beyond the first " + count_of(limits_.columns) +
                        " columns. Take out what is not needed");
  if (text.size() > limits_.cell_bytes) return refuse_long_text(column);
  if (!cells_.empty() && column <= cells_.back().column)
    return refuse_sheet("cell " + place(column) + " stands after cell " + place(cells_.back().column) +
                        ". Save the workbook again");
  if (++told_ > limits_.cells)
    return refuse_sheet("the workbook has more than " + count_of(limits_.cells) + " cells. Split it into several");
  // A text can be shared by a million cells and a row repeated as often: what is told is bounded, whatever the file's
  // size.
  row_bytes_ += text.size();
  bytes_ += text.size();
  if (row_bytes_ > most_row_bytes || bytes_ > limits_.inflated_bytes * 2)
    return refuse_sheet("row " + std::to_string(row_) +
                        " brings more text than can be read. Shorten it, or split the workbook");
  cells_.push_back({static_cast<unsigned>(column), std::string(text)});
  return true;
}

bool SheetTeller::end_row() {
  if (cells_.empty()) return true;
  hidden_rows_ += hidden_;
  stopped_ = to_.row && !to_.row(row_, cells_);
  cells_.clear();
  return !stopped_;
}

void SheetTeller::hide_columns(std::uint64_t first, std::uint64_t last) {
  if (!hidden_columns_.empty() && hidden_columns_.back().second + 1 == first)
    hidden_columns_.back().second = last;
  else if (hidden_columns_.size() < most_ranges)
    hidden_columns_.emplace_back(first, last);
}

void SheetTeller::end_sheet() {
  const std::string sheet = "Sheet " + quoted(sheet_) + " has ";
  if (hidden_rows_ > 0)
    notice(sheet + (hidden_rows_ == 1 ? "a hidden row." : count_of(hidden_rows_) + " hidden rows."));
  std::string names;
  std::uint64_t count = 0;
  for (const auto& [first, last] : hidden_columns_) {
    names += (names.empty() ? "" : ", ") + name_of(first) + (last > first ? " to " + name_of(last) : "");
    count += last - first + 1;
  }
  if (count > 0) notice(sheet + (count == 1 ? "a hidden column: " : "hidden columns: ") + names + ".");
  hidden_rows_ = 0;
  hidden_columns_.clear();
}

bool SheetTeller::refuse_cell(std::uint64_t column, std::string_view sentence) {
  no_.add(sheet_ + "!" + place(column),
          "Sheet " + quoted(sheet_) + ", cell " + place(column) + ": " + std::string(sentence) + ".");
  if (no_.all().size() < most_refusals) return true;
  return refuse_file("There are more faults than these. Mend these and try again");
}

bool SheetTeller::refuse_long_text(std::uint64_t column) {
  return refuse_cell(column, "the text is longer than " + count_of(limits_.cell_bytes) + " bytes. Shorten it");
}

bool SheetTeller::refuse_sheet(std::string_view sentence) {
  no_.add(sheet_, "Sheet " + quoted(sheet_) + ": " + std::string(sentence) + ".");
  stopped_ = true;
  return false;
}

bool SheetTeller::refuse_file(std::string_view sentence) {
  no_.add("", std::string(sentence) + (sentence.ends_with('.') ? "" : "."));
  stopped_ = true;
  return false;
}

}  // namespace kit
