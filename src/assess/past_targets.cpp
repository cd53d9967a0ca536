#include "assess/past_targets.h"

#include <algorithm>

#include "kit/number.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;

Period last_period(const Definition& d, FinancialYear year) {
  const int length = calendar::months_in(d.frequency);
  return {Period::year(year).end() - length, length};
}

// A definition of which the whole year is judged. A median cannot be put together: its last period speaks.
Definition of_year(Definition d) {
  const bool from_records = d.aggregation == Aggregation::median || d.aggregation == Aggregation::percentile;
  if (d.judged == indicator::Judged::in_period && !from_records && d.frequency != calendar::Frequency::annual) d.judged = indicator::Judged::year_to_date;
  return d;
}

bool adds_up(const Definition& d) { return d.aggregation == Aggregation::sum; }

}  // namespace

indicator::Expected expected_of_year(const indicator::Target& target, const Definition& definition) {
  return indicator::expected(target, adds_up(definition) ? of_year(definition) : definition, last_period(definition, target.year));
}

std::vector<PastTarget> past_targets(const Picture& picture, const Kept& kept, FinancialYear before) {
  std::vector<PastTarget> all;
  if (kept.figures.empty()) return all;
  const Series series = series_of(kept);
  for (auto year = kept.figures.front().period.financial_year(); year < before; ++year.begins) {
    const Period last = last_period(kept.now(), year);
    Judgement j;
    j.kept = &kept;
    j.definition = &kept.in(last);
    j.target = indicator::takes_target(j.definition->kind) ? kept.target(year) : nullptr;
    PastTarget past{year, {}, {}, Rating::no_data};
    const auto whole = judged(series, of_year(*j.definition), last);
    if (whole.complete()) past.outturn = whole.value;
    if (j.target) past.expected = expected_of_year(*j.target, *j.definition);
    past.rating = rate(past.outturn, standard(past.expected, tolerance_for(j, picture)), j.definition->polarity, j.definition->decimals).rating;
    if (past.outturn || j.target) all.push_back(past);
  }
  return all;
}

std::string past_words(const std::vector<PastTarget>& past) {
  const auto judged = std::ranges::count_if(past, [](const auto& one) { return is_rated(one.rating); });
  const auto met = std::ranges::count_if(past, &PastTarget::met);
  if (judged == 0) return {};
  if (judged == 1) return met ? "The last target that can be judged was met." : "The last target that can be judged was missed.";
  const auto of = kit::in_words(static_cast<int>(judged));
  if (met == judged) return "The targets of the last " + of + " years were all met.";
  if (met == 0) return "The targets of the last " + of + " years were all missed.";
  return "Targets were met in " + kit::in_words(static_cast<int>(met)) + " of the last " + of + " years.";
}

}  // namespace assess
