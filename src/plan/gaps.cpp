#include "plan/gaps.h"

#include <unordered_set>

namespace plan {
namespace {

void look(const Plan& plan, const std::vector<const Priority*>& priorities, std::vector<const Priority*>& found) {
  for (const auto* priority : priorities) {
    if (plan.below(priority->code).empty()) found.push_back(priority);
    else look(plan, plan.children(priority->code), found);
  }
}

}  // namespace

std::vector<const Priority*> without_indicator(const Plan& plan, std::string_view framework_code) {
  std::vector<const Priority*> found;
  look(plan, plan.tops(framework_code), found);
  return found;
}

std::vector<indicator::IndicatorId> without_line(const Plan& plan, const std::vector<indicator::IndicatorId>& indicators) {
  std::unordered_set<indicator::IndicatorId> lined;
  for (const auto& line : plan.lines)
    if (!line.gone) lined.insert(line.indicator);
  std::vector<indicator::IndicatorId> found;
  for (auto indicator : indicators)
    if (!lined.contains(indicator)) found.push_back(indicator);
  return found;
}

}  // namespace plan
