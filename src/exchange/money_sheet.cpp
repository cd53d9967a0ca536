#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = MoneyRow;

std::string read_unit(Row& row, std::string_view cell) { return read_code(row.unit, cell); }

// A sum belongs to one month, without anything taken for granted.
std::string read_month(Row& row, std::string_view cell) {
  const auto read = calendar::read_period(cell, calendar::Frequency::monthly);
  if (!read || read->period.months != 1 || !read->assumption.empty()) return "Type a month such as April 2025 or 2025-04.";
  row.month = read->period;
  return {};
}

// £1,234.50 is read; what is finer than four decimals would have to be rounded, and is refused with what is finer than a penny.
template <auto Field>
std::string read_sum(Row& row, std::string_view cell) {
  auto& sum = row.*Field;
  sum = kit::Decimal::parse(cell);
  if (sum || cell.empty()) return {};
  const auto typed = kit::read_number(cell);
  if (!typed || typed->percent || typed->rounded) return "Type pounds and pence such as 1250.75; what comes in is below zero: -1250.75.";
  sum = typed->number;
  return {};
}

template <auto Field>
make::Made<Row> sum(std::string_view name, std::string_view meaning) {
  auto made = make::column<Row>(name, read_sum<Field>, [](const Row& row) { return written(row.*Field); }, meaning);
  made.number = true;
  return made;
}

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      column<Row>(
          "unit", read_unit, [](const Row& row) { return row.unit; }, "code of a directorate or service: WASTE")
          .must()
          .beside(),
      column<Row>(
          "month", read_month, [](const Row& row) { return row.month.words(); }, "the month it belongs to: April 2025")
          .must()
          .beside(),
      sum<&Row::budget>("budget", "what may be spent, in pounds; what is to come in is below zero"),
      sum<&Row::actual>("actual", "what was spent; empty: the month is not closed"),
      sum<&Row::committed>("committed", "what is ordered and not yet paid"),
      sum<&Row::forecast>("forecast", "what the month is expected to come to; empty: its actual"),
      text<Row, &Row::reason>("reason", "why the month is told anew: a virement, a correction").wide(40),
      when<Row, &Row::recorded_on>("recorded_on", "when it was told; empty: now").beside(),
  };
  return all;
}

}  // namespace exchange
