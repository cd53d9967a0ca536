#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = RebaseRow;

std::string read_starts_on(Row& row, std::string_view cell) {
  auto what = read_day(row.first_day, cell);
  if (row.first_day) row.starts_on = *row.first_day;
  return what;
}

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      make::code<Row, &Row::code>("indicator", "reference: BBF07").must().beside(),
      column<Row>(
          "starts_on", read_starts_on, [](const Row& row) { return written(row.first_day); },
          "the first day of the period from which the chart begins afresh")
          .must()
          .beside(),
      text<Row, &Row::reason>("reason", "what changed then, and how one knows; of one taken back, why").must().wide(60),
      yes<Row, &Row::gone>("gone", "yes when it has been taken back"),
      make::code<Row, &Row::by>("decided_by", "code of the person who decided"),
      when<Row, &Row::agreed_on>("agreed_on", "when it was decided; empty: now").beside(),
  };
  return all;
}

}  // namespace exchange
