#include "exchange/column_makers.h"

namespace exchange {

using Row = PersonRow;

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      make::code<Row, &Row::code>("person", "short code, never reused: p.shah").must().wide(18),
      text<Row, &Row::name>("name", "as colleagues write it").must().wide(24),
      text<Row, &Row::job>("job", "pages show the job").wide(32),
      text<Row, &Row::email>("email", "for reminders").wide(32),
      choice<Row, &Row::role, council::read_role>(
          "role", "officer, service_manager, head_of_service, corporate_leadership, portfolio_member, scrutiny_member, "
                  "performance_team, internal_audit, administrator").must().wide(20),
      make::code<Row, &Row::unit>("unit", "code of a directorate or service"),
      when<Row, &Row::from>("from", "the date from which the row counts; empty: from now").beside(),
      yes<Row, &Row::gone>("gone", "yes for someone who has left"),
  };
  return all;
}

}  // namespace exchange
