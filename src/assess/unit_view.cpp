#include "assess/unit_view.h"

#include <algorithm>

#include "assess/money_view.h"
#include "assess/sentences.h"
#include "assess/travel.h"

namespace assess {
namespace {

bool belongs(const council::Council& council, std::string_view service, const council::Unit& unit) {
  if (service == unit.code) return true;
  const auto* directorate = council.directorate_of(service);
  return directorate && directorate->code == unit.code;
}

// Judgements of the indicators in force that a unit answers for.
std::vector<const Judgement*> of_unit(const Judged& judged, const council::Unit& unit) {
  std::vector<const Judgement*> found;
  for (const auto& judgement : judged.all)
    if (judged.in_force(*judgement.kept) && belongs(judged.picture->council, judgement.definition->service, unit))
      found.push_back(&judgement);
  return found;
}

parts::StatusCounts counts_of(const std::vector<const Judgement*>& judgements) {
  parts::StatusCounts counts;
  for (const auto* judgement : judgements) ++counts[mark_of(judgement->rating)];
  return counts;
}

UnitIndicatorView indicator_view(const council::Council& council, const Judgement& judgement) {
  const auto& definition = *judgement.definition;
  UnitIndicatorView view{definition.code, definition.title};
  const auto* service = council.unit(definition.service);
  view.service = service ? service->name : "";
  view.period = judgement.period.words();
  view.value = judgement.value ? indicator::written(*judgement.value, definition) : "";
  view.target = target_words(judgement.expected, definition);
  view.mark = mark_of(judgement.rating);
  view.status = parts::words(view.mark);
  view.heading = mark_of(judgement.direction);
  view.direction = judgement.direction == Direction::not_comparable ? std::string(parts::words(view.heading)) : direction_words(judgement);
  view.why = judgement.why;
  return view;
}

std::vector<std::string> jobs_of(const council::Council& council, const council::Unit& unit) {
  std::vector<std::string> jobs;
  for (const auto& person : council.people)
    if (!person.gone && person.unit == unit.code && !person.job.empty()) jobs.push_back(person.job);
  return jobs;
}

UnitLineView line_view(const Judged& judged, const council::Unit& unit) {
  const bool directorate = unit.kind == council::Unit::Kind::directorate;
  return {unit.code, unit.name, directorate ? "directorate" : "service", unit.part_of, unit.head, counts_of(of_unit(judged, unit))};
}

}  // namespace

UnitView unit_view(const Judged& judged, const council::Unit& unit) {
  const auto& council = judged.picture->council;
  const auto judgements = of_unit(judged, unit);
  UnitView view{unit.code, unit.name, unit.head, unit.part_of};
  if (const auto* above = council.unit(unit.part_of)) view.part_of_name = above->name;
  view.period = judged.period.words();
  view.is_directorate = unit.kind == council::Unit::Kind::directorate;
  view.ratings = ratings(*judged.picture);
  view.counts = counts_of(judgements);
  view.money = money_line(*judged.picture, judged.period.financial_year(), unit.code);
  view.jobs = jobs_of(council, unit);
  for (const auto* judgement : judgements) view.indicators.push_back(indicator_view(council, *judgement));
  std::stable_sort(view.indicators.begin(), view.indicators.end(), [](const auto& a, const auto& b) { return a.service < b.service; });
  return view;
}

UnitsView units_view(const Judged& judged) {
  const auto& units = judged.picture->council.units;
  UnitsView view{judged.period.words(), ratings(*judged.picture), {}};
  for (const auto& directorate : units) {
    if (directorate.gone || directorate.kind != council::Unit::Kind::directorate) continue;
    view.units.push_back(line_view(judged, directorate));
    for (const auto& service : units)
      if (!service.gone && service.kind == council::Unit::Kind::service && service.part_of == directorate.code)
        view.units.push_back(line_view(judged, service));
  }
  return view;
}

}  // namespace assess
