// The tables of money of two editions, line by line and sum by sum, as they were frozen.
#include <algorithm>

#include "money/money.h"
#include "report/difference.h"

namespace report {
namespace {

constexpr std::string_view not_in_it = "not in the report";

bool is_of_money(const Table& table) {
  const auto has = [&](std::string_view name) { return std::ranges::find(table.columns, name, &Column::name) != table.columns.end(); };
  return has("unit") && has("budget") && has("actual_to_date");
}

// "All of Place" at the foot of the table of its services is the line "Place" of the directorates.
std::string line_of(const std::vector<Cell>& row) {
  constexpr std::string_view whole = "All of ";
  return row.front().text.starts_with(whole) ? row.front().text.substr(whole.size()) : row.front().text;
}

struct Sum {
  const Column* column = nullptr;
  const Cell* cell = nullptr;
};

struct Line {
  std::string name;
  const Table* table = nullptr;
  const std::vector<Cell>* row = nullptr;

  std::optional<Sum> sum(std::string_view column) const {
    for (std::size_t i = 0; i < table->columns.size() && i < row->size(); ++i)
      if (table->columns[i].name == column) return Sum{&table->columns[i], &(*row)[i]};
    return std::nullopt;
  }
};

const Line* find(const std::vector<Line>& lines, const std::string& name) {
  const auto found = std::ranges::find(lines, name, &Line::name);
  return found == lines.end() ? nullptr : &*found;
}

// Each line once, however many sections tell it.
std::vector<Line> lines_of(const Document& document) {
  std::vector<Line> lines;
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (!table || !is_of_money(*table)) continue;
      for (const auto& row : table->rows)
        if (row.size() == table->columns.size() && !find(lines, line_of(row))) lines.push_back({line_of(row), table, &row});
    }
  return lines;
}

// Whole pounds as they stand in the report; where only pence differ, to the penny.
std::string sum_words(const Cell& cell, bool to_the_penny) {
  const auto exact = to_the_penny && cell.number ? kit::Decimal::nearest(*cell.number) : std::nullopt;
  return (exact ? money::written(*exact) : cell.text) + (cell.below.empty() ? "" : " (" + cell.below + ")");
}

void compare(std::vector<MoneyChange>& changes, const Line& was, const Line& is) {
  for (const auto& column : is.table->columns) {
    const auto before = was.sum(column.name), after = is.sum(column.name);
    if (column.name == "unit" || !before || !after) continue;
    const auto &old = *before->cell, &now = *after->cell;
    const bool to_the_penny = column.holds == Cell::Holds::number && old.text == now.text && old.number != now.number;
    if (old.text == now.text && !to_the_penny && old.below == now.below) continue;
    const auto until = before->column->title == column.title ? "" : " (" + before->column->title + ")";
    changes.push_back({is.name, column.name, column.title, sum_words(old, to_the_penny) + until, sum_words(now, to_the_penny)});
  }
}

// A line that only one of them has: the budget of the year stands for it.
MoneyChange whole_line(const Line& line, bool is_new) {
  const auto budget = line.sum("budget");
  MoneyChange made{line.name, "budget", budget->column->title, std::string(not_in_it), sum_words(*budget->cell, false)};
  if (!is_new) std::swap(made.was, made.is);
  return made;
}

}  // namespace

std::vector<MoneyChange> money_difference(const Document& before, const Document& after) {
  std::vector<MoneyChange> changes;
  const auto was = lines_of(before), is = lines_of(after);
  for (const auto& line : is) {
    const auto* found = find(was, line.name);
    if (found) compare(changes, *found, line);
    else changes.push_back(whole_line(line, true));
  }
  for (const auto& line : was)
    if (!find(is, line.name)) changes.push_back(whole_line(line, false));
  return changes;
}

}  // namespace report
