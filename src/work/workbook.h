// The workbook of an officer: a row for each figure that is due, to be filled in and brought back. Reading it finds every fault with
// its row and column; what it comes to is decided by the rule of work/many_figures.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "work/many_form.h"

namespace work {

std::string workbook_of(const std::vector<collect::Due>& dues, kit::Moment now);  // .xlsx

// A row as it was read: its fields are named as those of the grid. Of an empty cell nothing is said.
struct WorkbookLine {
  std::string place;       // "Row 5"; with the file's name where there are several
  std::string code, period;
  std::string reason;      // answers every warning of the row
  TypedLine typed;
};
struct WorkbookRead {
  std::vector<WorkbookLine> lines;
  kit::Refusals faults;    // the field is the place: "Row 5, Edition"
};
// A workbook (.xlsx, .ods) or CSV, as its content says.
void read_workbook(const std::string& name, const std::string& bytes, WorkbookRead& into);

std::string column_title(std::string_view field);  // "What happened, and why" of "note"

}  // namespace work
