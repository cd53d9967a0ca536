#include "work/workbook.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "kit/quote.h"
#include "kit/sheet.h"
#include "work/entries_view.h"
#include "work/entry_view.h"

namespace work {
namespace {

using collect::Typed;

// The columns in their order. One without a field of the grid is read for itself, or only shown.
struct BookColumn {
  std::string_view field, title, also, help;
  double width;
  bool number = false;
};
constexpr std::array columns = {
    BookColumn{"code", "Code", "indicator", "Leave as it is", 10},
    BookColumn{"", "Title", "", "", 38},
    BookColumn{"period", "Period", "", "Leave as it is", 14},
    BookColumn{"", "Last figure", "", "", 12},
    BookColumn{"", "Target", "", "", 10},
    BookColumn{"", "Unit", "", "", 10},
    BookColumn{"numerator", "Numerator", "", "For a proportion or rate", 12, true},
    BookColumn{"denominator", "Denominator", "", "For a proportion or rate", 12, true},
    BookColumn{"deviation", "Standard deviation", "deviation", "For an average, if you have it", 12, true},
    BookColumn{"value", "Figure", "value", "For all others", 12, true},
    BookColumn{"note", "What happened, and why", "note", "Always: one or two sentences", 46},
    BookColumn{"next", "What next", "next", "What is done about it", 30},
    BookColumn{"expected_on", "Expected on", "", "Only if there is no figure yet: the day", 14},
    BookColumn{"back_on", "Back on track by", "back_on", "Where it is off target: the day", 16},
    BookColumn{"reason", "Reason, if unusual", "reason", "If you are asked whether a figure is right", 30},
    BookColumn{"seen", "Edition", "", "Leave as it is", 9, true},
};
constexpr std::string_view guidance =
    "One row for each figure that is due from you. Fill in the white columns: numerator and denominator for a proportion or rate, figure for all others, and always what "
    "happened and why. If there is no figure yet, leave it empty and give the day when it is expected. Rows that you leave as they are stay as they are. Then bring "
    "the workbook back on the page Workbook under My figures: you see what would change before anything is saved.";

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
  return from == std::string_view::npos ? std::string() : std::string(text.substr(from, to - from + 1));
}

std::string plain_name(std::string_view name) {
  std::string made;
  for (const char c : name)
    if (std::isalnum(static_cast<unsigned char>(c))) made += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return made;
}

const BookColumn* column_named(std::string_view name) {
  const auto plain = plain_name(name);
  for (const auto& column : columns)
    if (plain == plain_name(column.title) || (!column.also.empty() && plain == plain_name(column.also))) return &column;
  return nullptr;
}

std::string cell_of(const BookColumn& column, const collect::Due& due, const MyEntry& mine, const Typed& typed) {
  if (column.title == "Title") return due.definition->title;
  if (column.title == "Last figure") return mine.last;
  if (column.title == "Target") return mine.target;
  if (column.title == "Unit") return due.definition->unit;
  if (column.field == "code") return due.definition->code;
  if (column.field == "period") return due.period.words();
  if (column.field == "numerator") return typed.numerator;
  if (column.field == "denominator") return typed.denominator;
  if (column.field == "deviation") return typed.deviation;
  if (column.field == "value") return typed.value;
  if (column.field == "note") return typed.note;
  if (column.field == "next") return typed.next;
  if (column.field == "expected_on") return typed.expected_on;
  if (column.field == "back_on") return typed.back_on;
  return column.field == "seen" ? std::to_string(due.entry.edition) : std::string();
}

// Reads one sheet or one CSV file: its first row with cells names the columns.
class Reading {
 public:
  Reading(std::string where, WorkbookRead& into) : where_(std::move(where)), into_(into) {}

  void row(std::size_t number, const kit::Cells& cells) {
    if (std::ranges::all_of(cells, [](const auto& cell) { return trimmed(cell).empty(); })) return;
    if (named_.empty()) return name_columns(number, cells);
    if (!is_well_) return;
    WorkbookLine line;
    line.place = where_ + "Row " + std::to_string(number);
    for (std::size_t i = 0; i < cells.size(); ++i) take(line, i, trimmed(cells[i]));
    if (line.code == "Help") return;
    if (line.code.empty()) return fault(line.place + ", Code", "Give the indicator's code, or leave the whole row empty.");
    if (line.period.empty()) return fault(line.place + ", Period", "Give the period, such as 2025/26 Q1 or October 2025.");
    line.typed.code = line.code;
    if (is_filled(line.typed)) complete(line.typed);
    into_.lines.push_back(std::move(line));
  }

  bool has_columns() const { return !named_.empty(); }

 private:
  void fault(std::string place, std::string sentence) { into_.faults.add(std::move(place), std::move(sentence)); }

  void name_columns(std::size_t number, const kit::Cells& cells) {
    for (const auto& cell : cells) {
      const auto name = trimmed(cell);
      const auto* column = name.empty() ? nullptr : column_named(name);
      const bool is_twice = column && std::ranges::find(named_, column) != named_.end();
      named_.push_back(column);
      if ((name.empty() || column) && !is_twice) continue;
      is_well_ = false;
      fault(where_ + "Row " + std::to_string(number),
            "There is " + std::string(is_twice ? "a second" : "no") + " column " + kit::quoted(name) +
                (is_twice ? ". Keep one." : " here. Take the columns of the workbook as they are."));
    }
    for (const auto* needed : {&columns[0], &columns[2]}) {
      if (std::ranges::find(named_, needed) != named_.end()) continue;
      is_well_ = false;
      fault(
          where_ + "Row " + std::to_string(number),
          "The column " + std::string(needed->title) + " is missing. Start from the workbook that you download here.");
    }
  }

  void take(WorkbookLine& line, std::size_t i, std::string text) {
    const auto* column = i < named_.size() ? named_[i] : nullptr;
    if (!column) {
      if (!text.empty()) fault(line.place, "Found " + kit::quoted(text) + " in a column without a name. Empty it.");
      return;
    }
    if (column->field == "code") line.code = std::move(text);
    else if (column->field == "period") line.period = std::move(text);
    else if (column->field == "reason") line.reason = std::move(text);
    else if (column->field == "seen") take_edition(line, std::move(text));
    else if (!column->field.empty() && !text.empty()) line.typed.fields.emplace(column->field, std::move(text));
  }

  void take_edition(WorkbookLine& line, std::string text) {
    if (text.empty() || line.code == "Help") return;
    const bool is_whole = text.size() < 8 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (is_whole) line.typed.fields.emplace("seen", std::move(text));
    else
      fault(line.place + ", Edition",
            "Found " + kit::quoted(text) + ". Leave the edition as it was in the workbook that you downloaded.");
  }

  static bool is_filled(const TypedLine& typed) {
    return std::ranges::any_of(typed.fields, [](const auto& one) { return one.first != "seen"; });
  }

  // A row that says something says all of it: an empty cell of a column that is there empties the field.
  void complete(TypedLine& typed) const {
    for (const auto* column : named_)
      if (column && !column->field.empty() && column->field != "code" && column->field != "period" &&
          column->field != "reason" && column->field != "seen")
        typed.fields.emplace(column->field, "");
  }

  std::string where_;
  WorkbookRead& into_;
  std::vector<const BookColumn*> named_;
  bool is_well_ = true;
};

void read_sheets(const std::string& where, const std::string& bytes, WorkbookRead& into) {
  std::optional<Reading> reading;
  bool is_read = false;
  kit::SheetReader reader;
  reader.sheet = [&](const std::string&, bool hidden) {
    if (is_read || hidden) return false;
    is_read = true;
    reading.emplace(where, into);
    return true;
  };
  reader.row = [&](std::uint64_t number, const std::vector<kit::SheetCell>& cells) {
    kit::Cells all;
    for (const auto& cell : cells) {
      if (cell.column >= all.size()) all.resize(cell.column + 1);
      all[cell.column] = cell.text;
    }
    reading->row(number, all);
    return true;
  };
  into.faults.add(kit::read_sheet(bytes, reader));
  if (!into.faults.any() && (!reading || !reading->has_columns()))
    into.faults.add(where, "The first sheet is empty. Start from the workbook that you download here.");
}

void read_text(const std::string& where, const std::string& bytes, WorkbookRead& into) {
  Reading reading(where, into);
  std::istringstream in(bytes);
  into.faults.add(kit::read_csv(in, [&](std::size_t number, const kit::Cells& cells) {
    kit::Cells all;
    for (const auto& cell : cells) all.emplace_back(kit::without_apostrophe(cell));
    reading.row(number, all);
    return true;
  }));
  if (!into.faults.any() && !reading.has_columns())
    into.faults.add(where, "The file is empty. Start from the workbook that you download here.");
}

}  // namespace

std::string workbook_of(const std::vector<collect::Due>& dues, kit::Moment now) {
  kit::SheetOut sheet;
  sheet.name = "Figures";
  sheet.guidance = guidance;
  kit::Cells help;
  for (const auto& column : columns) {
    sheet.columns.push_back({std::string(column.title), column.number, column.width});
    help.emplace_back(column.field == "code" ? "Help" : column.help);
  }
  sheet.rows.push_back(std::move(help));
  for (const auto& due : dues) {
    const auto mine = my_entry(due, now);
    const auto typed = typed_of(due.entry, *due.definition);
    auto& row = sheet.rows.emplace_back();
    for (const auto& column : columns) row.push_back(cell_of(column, due, mine, typed));
  }
  return kit::write_workbook({sheet});
}

void read_workbook(const std::string& name, const std::string& bytes, WorkbookRead& into) {
  const auto where = name.empty() ? std::string() : name + ", ";
  kit::looks_like_sheet(bytes) ? read_sheets(where, bytes, into) : read_text(where, bytes, into);
}

std::string column_title(std::string_view field) {
  if (field.starts_with("reason-")) field = "reason";
  for (const auto& column : columns)
    if (!field.empty() && column.field == field) return std::string(column.title);
  return {};
}

}  // namespace work
