#include "money/standing.h"

#include <algorithm>

#include "kit/fraction.h"

namespace money {
namespace {

using calendar::Period;
using council::Unit;
using Those = std::vector<const Month*>;

// A sum of what is told; what is not told is left out, and counted by whoever asks. Out of range is none.
void add_to(Pounds& sum, const Pounds& more) {
  if (more) sum = kit::add(sum.value_or(kit::Decimal()), *more);
}

Pounds less(const Pounds& a, const Pounds& b) { return a && b ? kit::subtract(*a, *b) : std::nullopt; }

// "1.2%": of the budget, whichever sign it has; empty where there is none.
std::string share_of(kit::Decimal variance, const Pounds& budget) {
  if (!budget || budget->units() == 0) return {};
  const auto ratio = divide(kit::Fraction(variance), kit::Fraction(*budget));
  const auto thousandths = ratio ? multiply(*ratio, kit::Fraction(kit::Decimal::whole(1000))) : std::nullopt;
  const auto near = thousandths ? thousandths->nearest() : std::nullopt;
  if (!near) return {};
  const auto size = near->units() < 0 ? -near->units() : near->units();
  const auto tenths = (size + 5000) / 10'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

std::string months(int count) { return std::to_string(count) + (count == 1 ? " month has" : " months have"); }

Those of_unit(const Those& all, std::string_view unit) {
  Those found;
  std::ranges::copy_if(all, std::back_inserter(found), [&](const Month* one) { return one->unit == unit; });
  return found;
}

// The unit under which money is added up: its directorate, or itself where it has none.
const Unit* top_of(const council::Council& council, const Unit& unit) {
  const auto* directorate = council.directorate_of(unit.code);
  return directorate ? directorate : &unit;
}

struct Summing {
  const council::Council& council;
  const Those& all;
  calendar::FinancialYear year;
  Period to;

  UnitStanding one(const Unit& unit) const {
    UnitStanding made{&unit, standing(of_unit(all, unit.code), year, to), {}};
    Those inside;
    for (const auto& each : council.units)
      if (top_of(council, each) == &unit) std::ranges::copy(of_unit(all, each.code), std::back_inserter(inside));
    for (const auto& each : council.units)
      if (&each != &unit && top_of(council, each) == &unit && !of_unit(all, each.code).empty())
        made.services.push_back({&each, standing(of_unit(all, each.code), year, to), {}});
    made.whole = standing(inside, year, to);
    return made;
  }
};

}  // namespace

std::string_view code(Against against) {
  switch (against) {
    case Against::on_budget: return "on_budget";
    case Against::favourable: return "favourable";
    case Against::adverse: return "adverse";
    case Against::not_known: break;
  }
  return "not_known";
}

std::string_view words(Against against) {
  switch (against) {
    case Against::on_budget: return "On budget";
    case Against::favourable: return "Under budget, favourable";
    case Against::adverse: return "Over budget, adverse";
    case Against::not_known: break;
  }
  return "Not known";
}

Pounds Standing::variance() const { return less(forecast, budget); }
Pounds Standing::variance_to_date() const { return months_without_actual > 0 ? std::nullopt : less(actual, budget_to_date); }

Against against(const Pounds& variance) {
  if (!variance) return Against::not_known;
  if (variance->units() == 0) return Against::on_budget;
  return variance->units() > 0 ? Against::adverse : Against::favourable;
}

std::string variance_words(const Standing& standing) {
  const auto variance = standing.variance();
  const auto is = against(variance);
  if (is == Against::on_budget) return "On budget";
  if (is == Against::not_known) {
    if (!standing.budget) return "Not known: there is no budget";
    return standing.months_without_forecast > 0
               ? "Not known: " + months(standing.months_without_forecast) + " no forecast"
               : "Not known: there is no forecast";
  }
  const auto share = share_of(*variance, standing.budget);
  const auto size = kit::Decimal::of_units(variance->units() < 0 ? -variance->units() : variance->units());
  return in_whole_pounds(size) + (is == Against::adverse ? " over budget (adverse" : " under budget (favourable") +
         (share.empty() ? ")" : ", " + share + ")");
}

Standing standing(std::span<const Month* const> months, calendar::FinancialYear year, const Period& to) {
  Standing made;
  const auto whole_year = Period::year(year);
  for (const auto* one : months) {
    if (!whole_year.holds(one->month)) continue;
    const bool past = one->month.end() <= to.end();
    add_to(made.budget, one->budget);
    add_to(made.committed, one->committed);
    if (past) add_to(made.budget_to_date, one->budget), add_to(made.actual, one->actual);
    if (past && one->budget && !one->actual) ++made.months_without_actual;
    const auto expected = one->forecast ? one->forecast : one->actual;
    add_to(made.forecast, expected);
    if (one->budget && !expected) ++made.months_without_forecast;
  }
  if (made.months_without_forecast > 0) made.forecast.reset();
  return made;
}

Period newest_actual(std::span<const Month* const> months, calendar::FinancialYear year, const Period& upto) {
  const auto whole_year = Period::year(year);
  Period found{whole_year.start - 1, 1};
  for (const auto* one : months)
    if (one->actual && whole_year.holds(one->month) && one->month.end() <= upto.end() && one->month > found) found = one->month;
  return found;
}

CouncilStanding council_standing(const council::Council& council, const Months& all, calendar::FinancialYear year, const Period& upto) {
  Those of_year;
  for (const auto* one : newest(all))
    if (Period::year(year).holds(one->month)) of_year.push_back(one);
  CouncilStanding made{year, newest_actual(of_year, year, upto), {}, {}};
  const Summing summing{council, of_year, year, made.to};
  for (const auto& unit : council.units)
    if (top_of(council, unit) == &unit)
      if (auto one = summing.one(unit); one.whole.budget || one.whole.actual || one.whole.committed ||
                                        one.whole.forecast || one.whole.months_without_forecast > 0)
        made.directorates.push_back(std::move(one));
  made.total = standing(of_year, year, made.to);
  return made;
}

}  // namespace money
