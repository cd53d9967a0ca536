#include "compare/others.h"

#include <algorithm>
#include <map>

namespace compare {
namespace {

constexpr std::size_t enough = 4;

bool is_percentage(const ComparatorFigure& figure) { return figure.measure.find("ercent") != std::string::npos || figure.unit == "%"; }

}  // namespace

OtherAreas other_areas(const std::vector<ComparatorFigure>& figures, const std::string& own, const std::string& unit) {
  std::map<calendar::Period, std::vector<const ComparatorFigure*>> periods;
  for (const auto& figure : figures)
    if (figure.value && figure.area != own && is_percentage(figure) == (unit == "%")) periods[figure.period].push_back(&figure);
  const auto newest = std::ranges::find_if(periods.rbegin(), periods.rend(), [](const auto& one) { return one.second.size() >= enough; });
  OtherAreas others;
  if (newest == periods.rend()) return others;
  others.period = newest->first;
  const auto* first = newest->second.front();  // of several measures one: percentages of men are not compared with those of women
  for (const auto* figure : newest->second)
    if (figure->measure == first->measure && figure->unit == first->unit) others.figures.push_back(*figure->value);
  return others;
}

}  // namespace compare
