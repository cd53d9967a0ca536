// What both readers share: it hands rows to the person who asked, counts against the limits, and writes each refusal
// with sheet, row and column.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/sheet.h"

namespace kit {

class SheetTeller {
 public:
  SheetTeller(const SheetReader& to, const SheetLimits& limits) : to_(to), limits_(limits) {}

  bool begin_sheet(const std::string& name, bool hidden);  // false: pass it over
  bool begin_row(std::uint64_t row, bool hidden);
  bool put(std::uint64_t column, std::string_view text);
  bool end_row();
  void hide_columns(std::uint64_t first, std::uint64_t last);
  void end_sheet();

  // A fault of one cell is told and reading goes on, until there are a hundred of them.
  bool refuse_cell(std::uint64_t column, std::string_view sentence);
  bool refuse_sheet(std::string_view sentence);  // always false: nothing more can be read
  bool refuse_file(std::string_view sentence);
  bool refuse_long_text(std::uint64_t column);
  void notice(const std::string& sentence) const;

  std::uint64_t row() const { return row_; }
  const std::vector<SheetCell>& cells() const { return cells_; }  // of the row being told
  bool has_cells() const { return !cells_.empty(); }
  bool stopped() const { return stopped_; }
  Refusals take() { return std::move(no_); }

 private:
  std::string place(std::uint64_t column) const;

  const SheetReader& to_;
  const SheetLimits& limits_;
  Refusals no_;
  std::string sheet_;
  std::vector<SheetCell> cells_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> hidden_columns_;
  std::uint64_t row_ = 0, hidden_rows_ = 0, told_ = 0;
  std::uint64_t row_bytes_ = 0, bytes_ = 0;
  bool hidden_ = false, stopped_ = false;
};

}  // namespace kit
