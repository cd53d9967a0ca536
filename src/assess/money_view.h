// What the page of money tells: each directorate and its services in a financial year, to date and as forecast, and the council.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "money/standing.h"

namespace assess {

// Sums are told exact, as "1234.5"; shown to the nearest pound.
struct MoneyLineView {
  std::string code, name, kind, part_of;  // kind: directorate, service, council
  money::Standing standing;
  std::string words;  // of the variance
};
template <class Teller>
void describe(Teller& t, const MoneyLineView& line) {
  const auto exact = [](const money::Pounds& sum) { return sum ? sum->text() : std::string(); };
  const auto& s = line.standing;
  t.field("code", line.code);
  t.field("name", line.name);
  t.field("kind", line.kind);
  t.field("part_of", line.part_of);
  t.field("budget", exact(s.budget));
  t.field("budget_to_date", exact(s.budget_to_date));
  t.field("actual_to_date", exact(s.actual));
  t.field("committed", exact(s.committed));
  t.field("forecast", exact(s.forecast));
  t.field("variance", exact(s.variance()));
  t.field("variance_is", std::string(money::code(money::against(s.variance()))));
  t.field("variance_words", line.words);
  t.field("months_without_actual", s.months_without_actual);
  t.field("months_without_forecast", s.months_without_forecast);
}

struct MoneyView {
  std::string year, to;               // "2025/26", "June 2025": empty while no month is closed
  std::vector<std::string> years;     // that hold money, newest first
  std::vector<MoneyLineView> lines;   // each directorate, then its services; the council last
  bool empty() const { return lines.empty(); }
};
template <class Teller>
void describe(Teller& t, const MoneyView& view) {
  t.field("year", view.year);
  t.field("actual_up_to", view.to);
  t.rows("lines", view.lines);
}

// The newest year that holds an actual by then, or else the newest that has begun.
calendar::FinancialYear newest_year_of_money(const Picture& picture);
MoneyView money_view(const Picture& picture, calendar::FinancialYear year);

// "Money in 2025/26: budget £13,850,000; forecast against it: £190,598 over budget (adverse, 1.4%).": one line beside
// performance, of a unit with all that is in it, or of the council where none is named. Empty where there is no money.
std::string money_line(const Picture& picture, calendar::FinancialYear year, std::string_view unit = {});

// "The council expects to spend £1,200 over budget (adverse, 1.2%) …": the money of a year in one sentence.
std::string money_sentence(const money::CouncilStanding& standing);

}  // namespace assess
