// The section of money: how budget, actual, commitments and forecast stand in the report's year, up to the report's period.
#include "assess/money_view.h"
#include "report/cells.h"
#include "report/sections.h"

namespace report {
namespace {

Cell sum_cell(const money::Pounds& sum) {
  Cell cell = words_cell(sum ? money::in_whole_pounds(*sum) : "not told");
  cell.holds = Cell::Holds::number;
  cell.unit = "£";
  if (sum) cell.number = sum->number();
  return cell;
}

// Its words, and behind them the sum itself, for a spreadsheet.
Cell variance_cell(const money::Standing& s) {
  Cell cell = words_cell(money::variance_words(s));
  cell.unit = "£";
  if (const auto variance = s.variance()) cell.number = variance->number();
  return cell;
}

std::vector<Cell> row_of(std::string name, const money::Standing& s) {
  auto actual = sum_cell(s.actual);
  if (s.months_without_actual > 0)
    actual.below =
        std::to_string(s.months_without_actual) + (s.months_without_actual == 1 ? " month missing" : " months missing");
  return {words_cell(std::move(name)),
          sum_cell(s.budget),
          sum_cell(s.budget_to_date),
          std::move(actual),
          sum_cell(s.committed),
          sum_cell(s.forecast),
          variance_cell(s)};
}

Table table_of(const Section& section, const money::CouncilStanding& all, std::string name, std::string caption) {
  const auto to = all.to.financial_year() == all.year ? " to end of " + all.to.words() : std::string(" to date");
  const auto number = [](const char* column, std::string title) { return Column{column, std::move(title), Cell::Holds::number}; };
  return {name_of(section, name),
          std::move(caption),
          {{"unit", "Directorate or service", Cell::Holds::words},
           number("budget", "Budget of the year"),
           number("budget_to_date", "Budget" + to),
           number("actual_to_date", "Actual" + to),
           number("committed", "Committed"),
           number("forecast", "Forecast of the year"),
           {"variance", "Forecast against budget", Cell::Holds::words}},
          {},
          0,
          {"budget_to_date", "actual_to_date"}};
}

Table by_directorate(const Section& section, const money::CouncilStanding& all) {
  auto table = table_of(section, all, "directorates", "Money of " + all.year.words() + " by directorate");
  for (const auto& one : all.directorates) table.rows.push_back(row_of(one.unit->name, one.whole));
  table.rows.push_back(row_of("The council", all.total));
  table.totals = 1;
  return table;
}

// Its own money, where it has some beside that of its services, stands in the total alone.
Table by_service(const Section& section, const money::CouncilStanding& all, const money::UnitStanding& directorate) {
  auto table = table_of(section, all, directorate.unit->code, "Money of " + all.year.words() + ": " + directorate.unit->name);
  for (const auto& service : directorate.services) table.rows.push_back(row_of(service.unit->name, service.whole));
  table.rows.push_back(row_of("All of " + directorate.unit->name, directorate.whole));
  table.totals = 1;
  return table;
}

}  // namespace

std::vector<Block> money_blocks(const Scene& scene, const Section& section) {
  const auto year = scene.judged.period.financial_year();
  const auto all = money::council_standing(scene.picture().council, scene.picture().money, year, scene.judged.period);
  const Slot slot{slot_of(section, "words"), "", "What lies behind these sums"};
  if (!all.any()) return {Paragraph{"No money was brought in for " + year.words() + ", so this report shows none."}, slot};

  std::vector<Block> blocks;
  const auto& only = section.choice.directorate;
  if (only.empty()) blocks = {Paragraph{assess::money_sentence(all)}, slot, by_directorate(section, all)};
  else blocks = {slot};
  for (const auto& directorate : all.directorates)
    if ((only.empty() || directorate.unit->code == only) && !directorate.services.empty())
      blocks.push_back(by_service(section, all, directorate));
  if (!only.empty() && blocks.size() == 1)
    blocks.insert(blocks.begin(), Paragraph{"No money of this directorate was brought in for " + year.words() + "."});
  return blocks;
}

}  // namespace report
