// A workbook for people to read on: each sheet has a heading, lines of text, native tables and native line charts, one below the
// other. No merged cells; text that begins with = + - @ stays text; the same workbook gives the same bytes.
#pragma once
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kit {

struct BookCell {
  std::string text;              // written when there is no number
  std::optional<double> number;
  std::string format;            // of the number: "#,##0.0"
};
struct BookColumn {
  std::string title;
  double width = 16;
};
struct BookTable {
  std::string name;  // letters, digits and underscores are kept
  std::vector<BookColumn> columns;
  std::vector<std::vector<BookCell>> rows;
  std::size_t totals = 0;  // the last rows, which stand below the table so that sorting leaves them there
};
// Of the table before it, without its totals: its first column against those named here.
struct BookChart {
  enum class Drawn : std::uint8_t { lines, bars };  // lines stand beside the table, bars below it
  std::string title;
  std::string description;        // for whoever does not see it
  std::vector<unsigned> columns;  // the first is drawn strong; other lines are dashed, other bars pale
  Drawn drawn = Drawn::lines;
  std::string axis;  // how the numbers along it are written; empty: as the first column's are
};
struct BookLine {
  enum class Weight : std::uint8_t { plain, heading, title };
  std::string text;
  Weight weight = Weight::plain;
};
using BookPiece = std::variant<BookLine, BookTable, BookChart>;

struct BookSheet {
  std::string name;  // made fit for a sheet, and unlike the others'
  std::vector<BookPiece> pieces;
};
struct Workbook {
  std::string title, subject, company;  // its properties: it names no person
  std::time_t made = 0;
  std::vector<BookSheet> sheets;
};

std::string written(const Workbook& book);  // XLSX
std::string number_format(int decimals, const std::string& before, const std::string& after);  // 1, "", "%" -> `#,##0.0"%"`

}  // namespace kit
