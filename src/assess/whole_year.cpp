#include "assess/whole_year.h"

#include "assess/indicator_past.h"
#include "assess/judged_window.h"
#include "assess/rating_beside.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;
using indicator::Submitted;

Period last_period(const Definition& d, FinancialYear year) {
  const int length = calendar::months_in(d.frequency);
  return {Period::year(year).end() - length, length};
}

// A median cannot be put together: its last period speaks.
Definition of_year(Definition d) {
  const bool from_records = d.aggregation == Aggregation::median || d.aggregation == Aggregation::percentile;
  if (d.judged == indicator::Judged::in_period && !from_records && d.frequency != calendar::Frequency::annual)
    d.judged = indicator::Judged::year_to_date;
  return d;
}

bool opens_year(const Period& period) { return period.start == Period::year(period.financial_year()).start; }

std::optional<double> sum(std::optional<double> a, std::optional<double> b) { return a && b ? std::optional(*a + *b) : std::nullopt; }

}  // namespace

indicator::Expected expected_of_year(const indicator::Target& target, const Definition& d) {
  return indicator::expected(target, aggregation_to_year(d) == Aggregation::sum ? of_year(d) : d, last_period(d, target.year));
}

WholeYear::WholeYear(const Picture& picture, const Kept& kept, FinancialYear year) {
  Judgement& j = judgement_;
  j.kept = &kept;
  j.period = last_period(kept.now(), year);
  j.definition = &kept.in(j.period);
  j.target = indicator::takes_target(j.definition->kind) ? kept.target(year) : nullptr;
  j.rule = &rule_for(picture.rules, j.definition->kind, j.period);
  if (j.target) j.expected = expected_of_year(*j.target, *j.definition);
  tolerance_ = tolerance_for(j, picture);
  definition_ = of_year(*j.definition);
}

Rating WholeYear::rating(std::optional<double> outturn, const Series& series) const {
  if (!indicator::takes_target(definition_.kind)) return Rating::data_only;
  Judgement j = judgement_;
  j.definition = &definition_;
  j.value = outturn;
  if (outturn) j.provisional = is_provisional(*j.kept, definition_, j.period);
  if (outturn) j.beside = beside(j, series);
  return rate(outturn, standard(j.expected, tolerance_), definition_.polarity, definition_.decimals, *j.rule, j.beside).rating;
}

void add_foretold(Series& series, const Method& method, const std::vector<ToCome>& to_come) {
  const bool alone = method.submitted == Submitted::in_period || method.submitted == Submitted::rolling_12;
  for (const auto& [period, figure, cases] : to_come) {
    Part part{figure, cases ? std::optional(figure / method.multiplier * *cases) : std::nullopt, cases, false};
    if (cases) part.value.reset();
    if (!alone && !opens_year(period)) {
      const Part& before = series.at(period.start - series.step());
      part = {sum(before.value, part.value), sum(before.numerator, part.numerator), sum(before.denominator, part.denominator), false};
    }
    series.set(period, part);
  }
}

}  // namespace assess
