// Reading and writing CSV. Reading takes what councils have: a byte-order mark, UTF-8, UTF-16, Windows-1252; LF, CRLF
// or CR; quotes, separators , ; | or tab. Each fault names its row and column. Memory stays bounded whatever the file.
// docs/help/csv.md states the dialect.
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace kit {

struct CsvLimits {
  std::size_t cell_bytes = 64 * 1024;
  std::size_t columns = 1000;
  std::size_t rows = 5'000'000;
  std::size_t row_bytes = 8 * 1024 * 1024;
};

using Cells = std::vector<std::string>;

// What was found out about a file, known before its first row is given.
struct CsvFound {
  char separator = ',';
};

// Calls `each` with the row's number as a person counts it in the file (1 is the first line; a quoted cell with line
// ends counts as the line it begins on) and its cells as UTF-8. `each` may answer false to stop. Refusals name row and
// column.
Refusals read_csv(std::istream& in, const std::function<bool(std::size_t row, const Cells&)>& each,
                  const CsvLimits& = {});

// The same without a copy of each cell, for files of a million rows: the views hold until `each` returns.
using CellViews = std::vector<std::string_view>;
Refusals read_csv_views(std::istream& in, const std::function<bool(std::size_t row, const CellViews&)>& each,
                        const CsvLimits& = {}, CsvFound* found = nullptr);

// Takes away the apostrophe that writing for people put before a text: what was written is read back.
std::string_view without_apostrophe(std::string_view cell);

enum class For {
  people,
  machines
};  // for people a cell that a spreadsheet would run as a formula gets a leading apostrophe

class CsvWriter {
 public:
  CsvWriter(std::string& out, For whom) : out_(out), whom_(whom) {}
  CsvWriter& cell(std::string_view text);
  void end_row();  // CRLF, RFC 4180

 private:
  std::string& out_;
  For whom_;
  bool first_ = true, lone_empty_ = false;
};

}  // namespace kit
