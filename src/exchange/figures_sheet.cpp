#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = FigureRow;

constexpr std::string_view how_to_type =
    "Type a number such as 92.5, or leave it empty and set state to delayed, not_applicable or suppressed.";

std::string read_part(Row& row, std::optional<kit::Decimal>& to, std::string_view cell) {
  to.reset();
  if (cell.empty()) return {};
  if ((to = kit::Decimal::parse(cell))) return {};
  const auto typed = kit::read_number(cell);
  if (!typed) return std::string(how_to_type);
  to = typed->number;
  row.rounded |= typed->rounded;
  row.percent |= typed->percent;
  row.money |= typed->money;
  return {};
}

std::string read_value(Row& row, std::string_view cell) { return read_part(row, row.value, cell); }
std::string read_numerator(Row& row, std::string_view cell) { return read_part(row, row.numerator, cell); }
std::string read_denominator(Row& row, std::string_view cell) { return read_part(row, row.denominator, cell); }
std::string read_deviation(Row& row, std::string_view cell) { return read_part(row, row.deviation, cell); }

std::string read_state(Row& row, std::string_view cell) {
  const auto state = cell.empty() ? collect::State::given : collect::read_state(cell);
  if (state) row.state = *state;
  return state ? std::string() : std::string("Choose one of: ");
}

std::string read_standing(Row& row, std::string_view cell) {
  const auto standing = cell.empty() ? collect::Standing::final : collect::read_standing(cell);
  if (standing) row.standing = *standing;
  return standing ? std::string() : std::string("Choose one of: ");
}

std::string read_added_up(Row& row, std::string_view cell) {
  const auto how = collect::read_added_up(cell);
  if (how) row.added_up = *how;
  return how ? std::string() : std::string("Choose one of: ");
}

std::string written_state(const Row& row) {
  return row.state == collect::State::given ? std::string() : std::string(code(row.state));
}

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  auto numeric = [](auto made) {
    made.number = true;
    return made;
  };
  static const std::vector<Column<Row>> all = {
      column<Row>("period", nullptr, [](const Row& row) { return row.period.iso(); },
                  "April 2025, 2025/26 Q1, 2025/26 or 2025-04-01/P3M").must().beside().wide(16),
      numeric(column<Row>("value", read_value, [](const Row& row) { return written(row.value); },
                          "the figure; may be left out where numerator and denominator are given")),
      numeric(column<Row>("numerator", read_numerator, [](const Row& row) { return written(row.numerator); }, "the part")),
      numeric(column<Row>("denominator", read_denominator, [](const Row& row) { return written(row.denominator); }, "the whole")),
      numeric(column<Row>("deviation", read_deviation, [](const Row& row) { return written(row.deviation); },
                          "of an average: the standard deviation of its single cases, where it is known")),
      column<Row>("state", read_state, written_state, "given (or empty), delayed, not_applicable, suppressed"),
      column<Row>("standing", read_standing, [](const Row& row) { return std::string(code(row.standing)); },
                  "provisional, revised, final (usual)"),
      text<Row, &Row::note>("note", "what happened, why, what next. Needed when the figure is delayed").wide(60),
      text<Row, &Row::reason>("reason", "why it was revised").wide(30),
      make::code<Row, &Row::entered_by>("entered_by", "code of a person"),
      day<Row, &Row::expected_on>("expected_on", "when a delayed figure is expected"),
      column<Row>("added_up", read_added_up, [](const Row& row) { return std::string(code(row.added_up)); },
                  "of the councils before this one: exact, apportioned, incomplete, not_reaggregable"),
      when<Row, &Row::published_on>("published_on", "the day from which it counts; empty: now").beside(),
  };
  return all;
}

}  // namespace exchange
