#include "assess/money_view.h"

#include <algorithm>
#include <set>

namespace assess {
namespace {

using calendar::FinancialYear;
using calendar::Period;

MoneyLineView line_of(const money::UnitStanding& one, std::string kind) {
  return {one.unit->code, one.unit->name, std::move(kind), one.unit->part_of, one.whole, money::variance_words(one.whole)};
}

std::set<FinancialYear> years_of(const Picture& picture) {
  std::set<FinancialYear> years;
  for (const auto& month : picture.money) years.insert(month.month.financial_year());
  return years;
}

std::string pounds(const money::Pounds& sum) { return sum ? money::in_whole_pounds(*sum) : "not known"; }

}  // namespace

FinancialYear newest_year_of_money(const Picture& picture) {
  const auto today = Period::containing(picture.as_at.date(), calendar::Frequency::annual).financial_year();
  std::optional<FinancialYear> closed, begun;
  for (const auto& month : picture.money) {
    const auto year = month.month.financial_year();
    if (year > today) continue;
    begun = begun ? std::max(*begun, year) : year;
    if (month.actual) closed = closed ? std::max(*closed, year) : year;
  }
  return closed.value_or(begun.value_or(today));
}

MoneyView money_view(const Picture& picture, FinancialYear year) {
  const auto all = money::council_standing(picture.council, picture.money, year, Period::year(year));
  MoneyView view{year.words(), all.to.financial_year() == year ? all.to.words() : "", {}, {}};
  for (const auto& each : years_of(picture)) view.years.insert(view.years.begin(), each.words());
  for (const auto& directorate : all.directorates) {
    view.lines.push_back(line_of(directorate, directorate.unit->kind == council::Unit::Kind::directorate ? "directorate" : "service"));
    for (const auto& service : directorate.services) view.lines.push_back(line_of(service, "service"));
  }
  if (all.any()) view.lines.push_back({"", "The council", "council", "", all.total, money::variance_words(all.total)});
  return view;
}

std::string money_line(const Picture& picture, FinancialYear year, std::string_view unit) {
  const auto view = money_view(picture, year);
  const auto line = std::ranges::find(view.lines, unit, &MoneyLineView::code);
  if (line == view.lines.end()) return {};
  const auto& budget = line->standing.budget;
  return "Money in " + view.year + ": " + (budget ? "budget " + pounds(budget) + "; " : std::string()) +
         "forecast against it: " + line->words + ".";
}

std::string money_sentence(const money::CouncilStanding& all) {
  const auto& total = all.total;
  std::string said = "The council’s budget for " + all.year.words() + " is " + pounds(total.budget) + ". ";
  const auto is = money::against(total.variance());
  if (is == money::Against::not_known)
    said += "Whether it will be kept is not known: " + std::to_string(total.months_without_forecast) +
            " months of its units have no forecast.";
  else if (is == money::Against::on_budget) said += "It is forecast to be kept exactly.";
  else said += "The year is forecast to end at " + pounds(total.forecast) + ", " + money::variance_words(total) + ".";
  if (all.to.financial_year() == all.year)
    said += " By the end of " + all.to.words() + " " + pounds(total.actual) +
            " was spent, against a budget to date of " + pounds(total.budget_to_date) + ".";
  return said;
}

}  // namespace assess
