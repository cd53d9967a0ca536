#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = TargetRow;

std::string read_periods(Row& row, std::string_view cell) {
  row.periods.clear();
  for (const auto part : split(cell, ';')) {
    std::optional<kit::Decimal> one;
    if (!make::read_number_cell(one, part).empty())
      return "List numbers with semicolons between them, April first: 4;5;6;8;8;9;9;10;9;8;8;16.";
    row.periods.push_back(*one);
  }
  return {};
}

std::string written_periods(const Row& row) {
  std::string all;
  for (const auto number : row.periods) all += (all.empty() ? "" : ";") + number.text();
  return all;
}

std::string read_of_year(Row& row, std::string_view cell) {
  auto what = read_year(row.of_year, cell);
  if (row.of_year) row.year = *row.of_year;
  return what;
}

std::string read_own_tolerance(Row& row, std::string_view cell) { return read_tolerance_cell(row.tolerance, cell); }

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      make::code<Row, &Row::code>("indicator", "reference: BBF07").must().beside(),
      column<Row>("year", read_of_year, [](const Row& row) { return row.year.words(); }, "financial year: 2025/26").must().beside(),
      choice<Row, &Row::kind, indicator::read_target_kind>("kind", "flat, linear, profile, explicit, range, trajectory").must(),
      number<Row, &Row::value>("target", "the year's target"),
      number<Row, &Row::low>("low", "of a range"),
      number<Row, &Row::high>("high", "of a range"),
      column<Row>("periods", read_periods, written_periods,
                  "weights of a profile, or the values of an explicit target, April first: 4;5;6;8;8;9;9;10;9;8;8;16").wide(28),
      number<Row, &Row::baseline>("baseline", "of a trajectory: the value at 31 March before"),
      number<Row, &Row::minimum>("minimum", "the least that is acceptable"),
      number<Row, &Row::stretch>("stretch", "what would be excellent"),
      column<Row>("tolerance", read_own_tolerance,
                  [](const Row& row) { return row.tolerance ? indicator::written(*row.tolerance) : std::string(); },
                  "relative 5, absolute 2 or explicit 85, then perhaps blue 10; empty: the indicator's own"),
      text<Row, &Row::rationale>("rationale", "why this target: statutory, benchmark, trend, judgement, in words").wide(40),
      text<Row, &Row::reason>("reason", "why it was changed in the year").wide(40),
      when<Row, &Row::agreed_on>("agreed_on", "when it was agreed; empty: 1 April of the year for the first edition").beside(),
  };
  return all;
}

}  // namespace exchange
