// Spreadsheets. The reader streams XLSX and ODS (libzip and expat) and refuses what bites: DOCTYPE, bombs, external
// links, two entries of one name. It gives cells as text: a number in shortest form, a date as ISO, a percentage as its
// number x 100 with '%', a boolean as TRUE or FALSE. The writer makes XLSX with real tables; text that begins with = +
// - @ stays text.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/csv.h"
#include "kit/verdict.h"

namespace kit {

struct SheetLimits {
  std::uint64_t inflated_bytes = 512ull << 20;
  std::uint64_t ratio = 200;  // inflated to packed, once over 1 MB
  std::uint64_t cells = 50'000'000;
  std::uint64_t shared_strings = 5'000'000;
  std::size_t cell_bytes = 64 * 1024;
  unsigned depth = 64;
  unsigned attributes = 256;
  unsigned columns = 1000;
  std::uint64_t rows = 1'048'576;
};

struct SheetCell {
  unsigned column = 0;  // 0 is A
  std::string text;
};

struct SheetReader {
  // Called at each sheet, in the workbook's order; answer false to pass it over. `hidden` sheets are announced too.
  std::function<bool(const std::string& name, bool hidden)> sheet;
  // Called once a row that has a cell with text. `row` is the number shown in the spreadsheet (1 is the first).
  std::function<bool(std::uint64_t row, const std::vector<SheetCell>& cells)> row;
  // What a person should know: "Sheet ‘Figures’ has 3 hidden rows", "The workbook has a pivot cache: ‘…’".
  std::function<void(const std::string& sentence)> notice;
};

// The whole file, held in memory or mapped. Refusals name sheet, row and column where they have one.
Refusals read_sheet(std::string_view file, const SheetReader& reader, const SheetLimits& = {});
bool looks_like_sheet(std::string_view first_bytes);  // a zip archive

// Columns of one sheet to be written; a number column takes Decimal text, the rest is text.
struct SheetColumn {
  std::string title;
  bool number = false;
  double width = 14;
};
struct SheetOut {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<Cells> rows;
  std::string guidance;  // one paragraph in a note on the first cell of the header
};
std::string write_workbook(const std::vector<SheetOut>& sheets);  // same bytes for the same input

std::string column_name(unsigned column);  // 0 is "A", 27 is "AB"

}  // namespace kit
