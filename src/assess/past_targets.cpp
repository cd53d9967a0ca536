#include "assess/past_targets.h"

#include <algorithm>

#include "kit/number.h"

namespace assess {
namespace {

using calendar::FinancialYear;

PastTarget past_target(const Picture& picture, const Kept& kept, const Series& series, FinancialYear year) {
  const WholeYear whole(picture, kept, year);
  const auto window = judged(series, whole.definition(), whole.last());
  const auto outturn = window.complete() ? window.value : std::nullopt;
  return {year, whole.expected(), outturn, whole.rating(outturn, series)};
}

}  // namespace

std::vector<PastTarget> past_targets(const Picture& picture, const Kept& kept, FinancialYear before) {
  std::vector<PastTarget> all;
  if (kept.figures.empty()) return all;
  const Series series = series_of(kept);
  for (auto year = kept.figures.front().period.financial_year(); year < before; ++year.begins) {
    auto past = past_target(picture, kept, series, year);
    if (past.outturn || kept.target(year)) all.push_back(std::move(past));
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
