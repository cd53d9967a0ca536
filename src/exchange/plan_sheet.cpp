#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = PlanRow;

std::string read_what_cell(Row& row, std::string_view cell) {
  const auto word = upper(cell);
  if (word == "FRAMEWORK") row.what = Row::What::framework;
  else if (word == "PRIORITY") row.what = Row::What::priority;
  else return "Choose one of: ";
  return {};
}

std::string written_what(const Row& row) { return row.what == Row::What::framework ? "framework" : "priority"; }
std::string read_level(Row& row, std::string_view cell) { return read_list(row.level, cell); }
std::string written_level(const Row& row) { return written(row.level); }

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      column<Row>("what", read_what_cell, written_what, "framework, priority").must(),
      make::code<Row, &Row::code>("code", "short code; a priority's code is its own across all frameworks").must(),
      text<Row, &Row::title>("title", "Council plan 2024 to 2028; Better, brighter futures").must().wide(40),
      make::code<Row, &Row::framework>("framework", "a priority's framework. The first framework is the main one"),
      column<Row>("level", read_level, written_level,
                  "a priority's level; for a framework its levels, top first: vision; commitment; service plan").wide(30),
      make::code<Row, &Row::part_of>("part_of", "the priority above; empty on the top level"),
      text<Row, &Row::director>("director", "who answers for it").wide(28),
      text<Row, &Row::meaning>("meaning", "one or two sentences").wide(60),
      when<Row, &Row::from>("from", "the date from which the row counts; empty: from now").beside(),
      yes<Row, &Row::gone>("gone", "yes when it is no longer part of the plan"),
  };
  return all;
}

}  // namespace exchange
