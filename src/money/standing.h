// How the money of a unit, a directorate or the council stands in a financial year: budget, actual to date, commitments, and the
// forecast of the year against its budget, in words.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "council/council.h"
#include "money/money.h"

namespace money {

enum class Against : std::uint8_t { not_known, on_budget, favourable, adverse };
std::string_view code(Against against);   // "not_known", "on_budget" …
std::string_view words(Against against);  // "On budget", "Under budget", "Over budget", "Not known"

struct Standing {
  Pounds budget;          // of the whole year
  Pounds budget_to_date;
  Pounds actual;          // to date
  Pounds committed;       // ordered and not yet paid, of the whole year
  Pounds forecast;        // of the whole year: of each month its forecast, or its actual where it has none
  int months_without_actual = 0;    // that have begun to count and a budget, but no actual
  int months_without_forecast = 0;  // with a budget, but neither forecast nor actual: the year then has no forecast

  Pounds variance() const;          // forecast less budget: above zero more is spent than allowed
  Pounds variance_to_date() const;  // none while an actual is missing
};

Against against(const Pounds& variance);
// "£12,300 over budget (1.2%, adverse)", "On budget", "not known: 2 months have no forecast".
std::string variance_words(const Standing& standing);

// `to` is the last month that counts as past; `months` are the newest editions, of any units.
Standing standing(std::span<const Month* const> months, calendar::FinancialYear year, const calendar::Period& to);

// The last month of a year, up to a period, of which any unit has an actual; the month before the year where there is none.
calendar::Period newest_actual(std::span<const Month* const> months, calendar::FinancialYear year, const calendar::Period& upto);

// One line of the money of a council: a directorate with all that is in it, and its services.
struct UnitStanding {
  const council::Unit* unit = nullptr;
  Standing whole;                     // of a directorate with its services
  std::vector<UnitStanding> services; // of a directorate
};
struct CouncilStanding {
  calendar::FinancialYear year;
  calendar::Period to;
  std::vector<UnitStanding> directorates;  // those with money, in the council's order
  Standing total;
  bool any() const { return !directorates.empty(); }
};
// Units whose directorate is not known stand as if they were directorates, so that nothing is left out of the total.
CouncilStanding council_standing(const council::Council& council, const Months& all, calendar::FinancialYear year,
                                 const calendar::Period& upto);

}  // namespace money
