#include "report/book_table.h"

#include <algorithm>

namespace report {
namespace {

using kit::BookCell;
using kit::BookChart;
using kit::BookColumn;
using kit::BookTable;
using Row = std::vector<BookCell>;

constexpr double room_of_a_button = 4;

// "%" and "£" stand with the number, as in its text; of other units only the one that the text ends with.
std::string format_of(const std::string& unit, int decimals, const std::string& shown) {
  constexpr std::string_view pound = "£";
  if (unit.starts_with(pound)) return kit::number_format(decimals, std::string(pound), unit.substr(pound.size()));
  if (unit == "%") return kit::number_format(decimals, "", unit);
  return kit::number_format(decimals, "", !unit.empty() && shown.ends_with(" " + unit) ? " " + unit : "");
}

// "more than 99.9%" is not the number that a spreadsheet would round to 100.0%.
bool begins_as_a_number(std::string_view text) {
  for (const std::string_view sign : {"−", "-", "£"})
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

// As many as its text shows: a target of 75% stands beside a figure of 61.2%.
int decimals_of(const std::string& text) {
  const auto digit = text.find_first_of("0123456789");
  const auto point = text.find_first_not_of("0123456789,", digit);
  if (digit == std::string::npos || point == std::string::npos || text[point] != '.') return 0;
  return static_cast<int>(std::min(text.find_first_not_of("0123456789", point + 1), text.size()) - point - 1);
}

// A quiet second line has a column of its own behind its cell's, and so has a number that stands behind words.
struct Behind {
  bool second_line = false, number = false;
};
std::vector<Behind> behind(const Table& table) {
  std::vector<Behind> has(table.columns.size());
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size() && i < has.size(); ++i) {
      has[i].second_line |= !row[i].below.empty();
      has[i].number |= row[i].holds == Cell::Holds::words && row[i].number;
    }
  return has;
}

BookColumn column_of(const Column& column, bool is_first) {
  if (is_first) return {column.title, of_a_name};
  if (column.holds == Cell::Holds::number)
    return {column.title,
            std::clamp(static_cast<double>(column.title.size()) + room_of_a_button, of_a_number, of_a_word * 2)};
  return {column.title, column.holds == Cell::Holds::words || column.holds == Cell::Holds::line ? of_a_sentence : of_a_word};
}

BookCell number_of(const Cell& cell) {
  if (!cell.number) return book_text("");
  return {"", cell.number, format_of(cell.unit, cell.decimals, "")};
}

// Of the stretch of a process chart in which a period lies; null where there is none.
const PlotUsual* usual_at(const Chart& chart, const PlotPoint& point) {
  const auto found = std::ranges::find_if(
      chart.usual, [&](const PlotUsual& usual) { return usual.from <= point.start && point.start < usual.to; });
  return found == chart.usual.end() ? nullptr : &*found;
}

}  // namespace

BookCell book_text(std::string words) { return {std::move(words), std::nullopt, {}}; }
BookCell book_number(int count) { return {std::to_string(count), count, "0"}; }

BookCell book_cell(const Cell& cell) {
  if (cell.holds == Cell::Holds::words || !cell.number || !begins_as_a_number(cell.text)) return book_text(cell.text);
  const auto format = format_of(cell.unit, decimals_of(cell.text), cell.text);
  return {cell.text, cell.number, cell.text.starts_with("−") ? format + ";\\−" + format : format};  // a minus as long as the page's
}

BookTable book_table(const Table& table) {
  const auto more = behind(table);
  BookTable made{table.name, {}, {}, static_cast<std::size_t>(table.totals)};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    made.columns.push_back(column_of(table.columns[i], i == 0));
    if (more[i].second_line) made.columns.push_back({table.columns[i].title + ": reference", of_a_name});
    if (more[i].number) made.columns.push_back({table.columns[i].title + ": number", of_a_word * 2});
  }
  for (const auto& row : table.rows) {
    auto& to = made.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      to.push_back(book_cell(row[i]));
      if (more[i].second_line) to.push_back(book_text(row[i].below));
      if (more[i].number) to.push_back(number_of(row[i]));
    }
  }
  return made;
}

// What it sets side by side, as bars: "Budget to end of June 2025 and Actual to end of June 2025 of each line."
std::optional<BookChart> bars_of(const Table& table, const BookTable& made) {
  BookChart chart{table.caption, "", {}, BookChart::Drawn::bars, ""};
  if (made.rows.size() <= made.totals) return std::nullopt;
  for (const auto& name : table.side_by_side) {
    const auto column = std::ranges::find(table.columns, name, &Column::name);
    if (column == table.columns.end()) continue;
    chart.description += (chart.description.empty() ? "" : " and ") + column->title;
    if (const auto& first = table.rows.front()[static_cast<std::size_t>(column - table.columns.begin())];
        chart.axis.empty())
      chart.axis = format_of(first.unit, 0, "");
    chart.columns.push_back(static_cast<unsigned>(std::ranges::find(made.columns, column->title, &BookColumn::title) -
                                                  made.columns.begin()));
  }
  chart.description += " of each line of the table above.";
  if (chart.columns.empty()) return std::nullopt;
  return chart;
}

BookTable book_points(const Chart& chart) {
  BookTable table{"chart_" + chart.name,
                  {{"When", of_a_name},
                   {"Figure", of_a_number},
                   {"Target", of_a_number},
                   {"Target from", of_a_number},
                   {"Target to", of_a_number},
                   {"As written", of_a_word},
                   {"Mark", of_a_number}},
                  {},
                  0};
  const bool is_process = !chart.usual.empty();
  if (is_process)
    for (const auto* title : {"Average", "Lower limit", "Upper limit", "Signal"})
      table.columns.push_back({title, of_a_number});
  const auto cell = [&](const std::optional<double>& value) { return BookCell{"", value, format_of(chart.unit, chart.decimals, "")}; };
  for (const auto& point : chart.points) {
    Row row = {book_text(point.when),
               cell(point.value),
               cell(point.target),
               cell(point.low),
               cell(point.high),
               book_text(point.written),
               book_text(point.mark.empty() ? "" : "[" + point.mark + "]")};
    const auto* usual = usual_at(chart, point);
    if (usual) row.insert(row.end(), {cell(usual->mean), cell(usual->low), cell(usual->high), book_text(point.signal)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// The figures strong, and beside them what is expected of them and what is usual: each column that has a number.
BookChart lines_of(const Chart& chart, const BookTable& points) {
  BookChart made{chart.finding, chart.summary, {1}};
  constexpr unsigned beside[] = {2, 3, 4, 7, 8, 9};
  for (const auto column : beside)
    if (std::ranges::any_of(points.rows, [&](const Row& row) { return column < row.size() && row[column].number; }))
      made.columns.push_back(column);
  return made;
}

}  // namespace report
