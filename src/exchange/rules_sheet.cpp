#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = RuleRow;

std::string read_scope_cell(Row& row, std::string_view cell) {
  const auto scope = assess::read_scope(cell);
  if (scope) row.scope = *scope;
  return scope ? std::string() : std::string("Choose one of: ");
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string read_steps_cell(Row& row, std::string_view cell) {
  const auto steps = assess::read_steps(cell);
  if (steps) row.rule.steps = *steps;
  return steps ? std::string() : "Correct the rule: " + lower_first(steps.refusals().all().front().sentence);
}

std::string read_name(Row& row, std::string_view cell) { return read_line(row.rule.name, cell); }

std::string read_from(Row& row, std::string_view cell) {
  auto what = read_day(row.first_day, cell);
  if (row.first_day) row.applies_from = *row.first_day;
  return what;
}

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  static const std::vector<Column<Row>> all = {
      column<Row>(
          "for", read_scope_cell, [](const Row& row) { return assess::code(row.scope); },
          "council, core, service, organisational_health, management")
          .must()
          .beside()
          .wide(22),
      column<Row>(
          "name", read_name, [](const Row& row) { return row.rule.name; }, "what people call the rule: Two strikes")
          .must()
          .wide(28),
      column<Row>(
          "steps", read_steps_cell, [](const Row& row) { return assess::written(row.rule.steps); },
          "the first that holds decides: green if on_target; red if off_target and worse_than_year; amber")
          .must()
          .wide(60),
      column<Row>(
          "applies_from", read_from, [](const Row& row) { return row.applies_from.iso(); },
          "for periods that end on this day or later")
          .must(),
      text<Row, &Row::reason>("reason", "why the rule changes").must().wide(40),
      text<Row, &Row::authority>("authority", "on whose authority: Cabinet, 14 July 2026").must().wide(28),
      make::code<Row, &Row::by>("changed_by", "code of a person"),
      yes<Row, &Row::gone>("gone",
                           "yes when from then on the rule above counts again: the council’s, or the usual one"),
      when<Row, &Row::recorded_on>("recorded_on", "when it was decided; empty: now").beside(),
  };
  return all;
}

}  // namespace exchange
