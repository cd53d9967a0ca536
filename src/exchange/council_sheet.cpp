#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = CouncilRow;

std::string_view code(Row::What what) {
  return what == Row::What::setting ? "setting" : what == Row::What::directorate ? "directorate" : "service";
}

std::optional<Row::What> read_what(std::string_view text) {
  const auto word = upper(text);
  for (const auto what : {Row::What::setting, Row::What::directorate, Row::What::service})
    if (upper(code(what)) == word) return what;
  return std::nullopt;
}

std::string read_what_cell(Row& row, std::string_view cell) {
  const auto what = read_what(cell);
  if (what) row.what = *what;
  return what ? std::string() : std::string("Choose one of: ");
}

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      column<Row>("what", read_what_cell, [](const Row& row) { return std::string(code(row.what)); },
                  "setting, directorate, service").must(),
      make::code<Row, &Row::code>("code", "the setting's name, or the unit's short code").must().wide(18),
      text<Row, &Row::name>("name", "the setting's value, or the unit's name").must().wide(34),
      make::code<Row, &Row::part_of>("part_of", "a service's directorate"),
      text<Row, &Row::head>("head", "who answers for it: Director of Place").wide(28),
      when<Row, &Row::from>("from", "the date from which the row counts; empty: from now").beside(),
      yes<Row, &Row::gone>("gone", "yes when the unit no longer exists"),
  };
  return all;
}

}  // namespace exchange
