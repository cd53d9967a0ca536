// A table with its caption and scopes. On a phone each row becomes a short list, every cell under its column's name.
#pragma once
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"

namespace parts {

struct Column {
  enum class Width { own, wide };  // wide: two fifths of the table, the same in each of several tables
  enum class Holds { words, number, drawing, long_words };  // the last two take the whole width on a phone
  std::string title;
  Holds holds = Holds::words;
  Width width = Width::own;
};

// Numbers are right-aligned. Rows follow one another; the table is closed when it goes out of scope.
//   Table table(html, "Figures", {{"Period"}, {"Figure", Column::Holds::number}});
//   table.row().head("June 2025").cell("61.2%");
class Table {
 public:
  enum class Caption { hidden, shown };
  Table(kit::Html& html, std::string_view caption, std::vector<Column> columns, Caption shown = Caption::hidden);
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  Table& row();
  Table& head(std::string_view text);  // the cell that names the row; a short name stays on one line
  Table& cell(std::string_view text);  // so does a short cell
  template <std::invocable Inside>
  Table& head(Inside inside) {
    open_head();
    inside();
    html_.close("th");
    return *this;
  }
  template <std::invocable Inside>
  Table& cell(Inside inside) {
    open_cell();
    inside();
    html_.close("td");
    return *this;
  }

 private:
  void open_head();
  enum class Lines { one, many };
  void open_cell(Lines lines = Lines::many);
  kit::Html& html_;
  std::vector<Column> columns_;
  std::size_t column_ = 0;
  bool in_row_ = false;
};

}  // namespace parts
