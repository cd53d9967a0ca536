// A table of fields: a row for each thing, a column for each question. Every field is named by its row and its column, has its fault
// above it, and takes a block that is pasted from a spreadsheet (static/many.js). On a phone each row is a card.
#pragma once
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/form.h"

namespace parts {

class FieldGrid {
 public:
  struct Column {
    enum class Width : std::uint8_t { narrow, middle, wide };
    std::string name;   // "note": the column's id is "col-note"
    std::string title;
    Width width = Width::narrow;
  };
  // The first column names the row and has no field.
  FieldGrid(kit::Html& html, std::string_view caption, std::string_view first, std::vector<Column> columns);
  ~FieldGrid();
  FieldGrid(const FieldGrid&) = delete;
  FieldGrid& operator=(const FieldGrid&) = delete;

  // `inside` writes what names the row; the title alone, within `row_title`, names its fields.
  enum class Row : std::uint8_t { plain, with_fault };
  template <std::invocable Inside>
  void row(std::string_view id, Row kind, Inside inside) {
    open_row(id, kind);
    inside();
    html_.close("th");
  }
  void row_title(std::string_view address, std::string_view text);
  void row_error(std::string_view sentence);  // of the row as a whole

  struct Cell {
    std::string name;    // of the field, and its id
    std::string_view value;
    std::string_view error = {};
    enum class Takes : std::uint8_t { number, line, text, tick } takes = Takes::line;
    // A tick: its value is "yes" where it is ticked.
  };
  void cell(const Cell& cell);
  void no_cell();
  // What two fields of the row make, worked out again by the script as one types: times * numerator / denominator.
  struct Made {
    std::string numerator, denominator;  // names of the fields
    double times = 1;
    int decimals = 0;
    std::string_view unit;               // "%", or empty
  };
  void made_cell(const Made& made, std::string_view written);

  // Below the row, over its whole width.
  template <std::invocable Inside>
  void under(Inside inside) {
    open_under();
    inside();
    close_under();
  }

 private:
  void open_row(std::string_view id, Row kind);
  void open_under();
  void close_under();
  void end_row();
  kit::Html& html_;
  std::vector<Column> columns_;
  std::string row_;
  std::size_t column_ = 0;
  bool in_row_ = false;
};

// One of several ways to narrow the grid; the one without an address is where one is.
struct Narrowing {
  std::string text, address;
};
void narrowings(kit::Html& html, std::string_view label, const std::vector<Narrowing>& all);

// Stays in view at the end of a long grid, where there is room.
template <std::invocable Inside>
void grid_buttons(kit::Html& html, Inside inside) { html.el("div", {{"class", "grid-go"}}, inside); }
// What the script says ("12 cells pasted"); empty without one.
void grid_said(kit::Html& html);
// A sentence for those who have scripts; the script shows it.
void grid_hint(kit::Html& html, std::string_view sentence);
// A file of ours under static/, run once the page is read.
void script(kit::Html& html, std::string_view file);

}  // namespace parts
