#include "exchange/tidy_others.h"

#include <map>

#include "kit/number.h"

namespace exchange {
namespace {

using Seen = std::map<std::tuple<std::uint32_t, std::uint32_t, calendar::Period>, const TidyRow*>;
using Key = std::tuple<std::string, std::string, std::string, std::string, calendar::Period>;
using KnownFigures = std::map<Key, const compare::ComparatorFigure*>;

std::string written(const TidyRow& row) { return row.value ? kit::shortest(*row.value) : row.symbol; }

bool says_the_same(const auto& one, const TidyRow& row) { return one.value == row.value && one.symbol == row.symbol; }

void keep_areas(Deciding& it) {
  std::map<std::string, std::string> known;
  for (const auto& area : it.known.areas) known[area.code] = area.name;
  for (std::uint32_t i = 0; i < it.intake.areas.size(); ++i) {
    const auto& code = it.intake.areas[i];
    const auto& name = it.intake.area_names[i];
    const auto found = known.find(code);
    if (found == known.end() || (found->second != name && !name.empty())) it.changes.areas.push_back({code, name});
  }
}

KnownFigures known_figures(const Deciding& it) {
  KnownFigures known;
  for (const auto& figure : it.known.comparators)
    known[{figure.indicator, figure.measure, figure.unit, figure.area, figure.period}] = &figure;
  return known;
}

void keep(Deciding& it, const std::string& title, const TidyRow& row, const KnownFigures& known) {
  const auto& series = it.intake.series[row.series];
  const auto& area = it.intake.areas[row.area];
  const auto& name = it.intake.area_names[row.area];
  const auto before = known.find({title, series.measure, series.unit, area, row.period});
  const bool is_new = before == known.end();
  if (!is_new && says_the_same(*before->second, row)) return void(++it.changes.comparators.unchanged);
  note(it.changes.comparators, is_new,
       (name.empty() ? area : name) + ", " + title + ", " + row.period.words() + ": " + written(row));
  it.changes.comparator_figures.push_back({title, series.measure, series.unit, area, row.period, row.value, row.symbol, it.now});
}

}  // namespace

void keep_beside(Deciding& it, const std::vector<std::string>& titles, const std::vector<const TidyRow*>& rows) {
  keep_areas(it);
  const auto known = known_figures(it);
  Seen seen;
  for (const auto* row : rows) {
    const auto [first, is_first] = seen.try_emplace({row->series, row->area, row->period}, row);
    if (is_first) keep(it, titles[row->series], *row, known);
    else if (says_the_same(*first->second, *row)) ++it.changes.comparators.unchanged;
    else
      it.fault(row->place, "value",
               found(written(*row), "Row " + std::to_string(first->second->place.row) +
                                        " gives another figure for the same area and period. Take one out."));
  }
}

}  // namespace exchange
