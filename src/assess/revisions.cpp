#include "assess/revisions.h"

#include <map>

#include "assess/sums.h"

namespace assess {
namespace {

using calendar::Period;

std::map<Period, const Edition*> newest_by(const std::vector<Edition>& editions, kit::Date day) {
  std::map<Period, const Edition*> newest;
  for (const auto& edition : editions) {
    const Edition*& kept = newest[edition.period];
    if (edition.published_on <= day && (!kept || edition.number > kept->number)) kept = &edition;
  }
  return newest;
}

bool has_parts(const Edition* edition) { return edition && edition->numerator && edition->denominator; }

std::optional<double> value_of(const Edition* edition, double multiplier) {
  if (!has_parts(edition) || *edition->denominator == 0) return std::nullopt;
  return multiplier * *edition->numerator / *edition->denominator;
}

KnownToDate to_date(const std::map<Period, const Edition*>& newest, const Period& period, double multiplier) {
  const int from = Period::year(period.financial_year()).start;
  KnownToDate made{period, {}, "final", 0, (period.end() - from) / period.months};
  Sum numerator, denominator;
  for (const auto& [each, edition] : newest) {
    if (each.start < from || each > period || !has_parts(edition)) continue;
    ++made.available;
    numerator.add(*edition->numerator);
    denominator.add(*edition->denominator);
    if (edition->standing == "provisional") made.standing = "provisional";
  }
  if (denominator.value() != 0) made.value = multiplier * numerator.value() / denominator.value();
  return made;
}

}  // namespace

AsAt as_at(const std::vector<Edition>& editions, kit::Date day, double multiplier) {
  const auto newest = newest_by(editions, day);
  AsAt known;
  const Period* last = nullptr;
  for (const auto& [period, edition] : newest) {
    known.periods.push_back({period, edition, value_of(edition, multiplier)});
    if (has_parts(edition)) last = &period;
  }
  if (last) known.to_date = to_date(newest, *last, multiplier);
  return known;
}

}  // namespace assess
