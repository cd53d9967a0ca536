#include "compare/year_meaning.h"

#include <algorithm>

namespace compare {
namespace {

struct MeaningRow {
  YearMeaning meaning;
  std::string_view code, words;
  int months;  // by which the calendar year moves
};
constexpr MeaningRow meanings[] = {
    {YearMeaning::calendar, "calendar", "the calendar year: 2024 is January to December 2024", 0},
    {YearMeaning::financial_to, "financial_to", "the financial year that ended in it: 2024 is April 2023 to March 2024", -9},
    {YearMeaning::financial_from, "financial_from", "the financial year that began in it: 2024 is April 2024 to March 2025", 3},
    {YearMeaning::academic_to, "academic_to", "the academic year that ended in it: 2024 is September 2023 to August 2024", -4},
    {YearMeaning::academic_from, "academic_from", "the academic year that began in it: 2024 is September 2024 to August 2025", 8},
};
const MeaningRow& row(YearMeaning meaning) { return *std::ranges::find(meanings, meaning, &MeaningRow::meaning); }

}  // namespace

std::string_view code(YearMeaning meaning) { return row(meaning).code; }
std::string_view words(YearMeaning meaning) { return row(meaning).words; }

std::optional<YearMeaning> read_year_meaning(std::string_view text) {
  const auto* found = std::ranges::find(meanings, text, &MeaningRow::code);
  return found == std::end(meanings) ? std::nullopt : std::optional(found->meaning);
}

std::vector<YearMeaning> all_year_meanings() {
  std::vector<YearMeaning> all;
  for (const auto& each : meanings) all.push_back(each.meaning);
  return all;
}

bool is_plain_year(const calendar::Period& period) { return period.months == 12 && period.start % 12 == 0; }

calendar::Period meant(const calendar::Period& period, YearMeaning meaning) {
  return is_plain_year(period) ? calendar::Period{period.start + row(meaning).months, period.months} : period;
}

YearsMeant::YearsMeant(std::vector<SaidOfYears> all) {
  for (auto& each : all) {
    auto of = each.of;
    all_.emplace(std::move(of), std::move(each));
  }
}

std::optional<YearMeaning> YearsMeant::said(const Series& of) const {
  const auto found = all_.find(of);
  return found == all_.end() ? std::nullopt : std::optional(found->second.meaning);
}

YearMeaning YearsMeant::of(const Series& series) const {
  if (const auto itself = said(series)) return *itself;
  return said({series.data_set, {}}).value_or(YearMeaning::calendar);
}

std::int64_t YearsMeant::edition(const Series& of) const {
  const auto found = all_.find(of);
  return found == all_.end() ? 0 : found->second.edition;
}

void YearsMeant::put_right(std::span<AreaFigure> figures, const Series& series) const {
  const auto meaning = of(series);
  if (meaning == YearMeaning::calendar) return;
  for (auto& each : figures) each.period = meant(each.period, meaning);
}

}  // namespace compare
