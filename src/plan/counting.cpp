#include "plan/counting.h"

#include <algorithm>

namespace plan {
namespace {

std::vector<const Priority*> on_level(const Plan& plan, const Framework& framework, const std::string& level) {
  std::vector<const Priority*> found;
  for (const auto& priority : plan.priorities)
    if (!priority.gone && priority.framework == framework.code && priority.level == level) found.push_back(&priority);
  return found;
}

const Priority* first_counted(const Plan& plan, const std::vector<const Priority*>& stands_on) {
  const auto all = counted(plan);
  for (const auto* priority : stands_on)
    for (const auto* above : plan.thread(*priority))
      if (std::find(all.begin(), all.end(), above) != all.end()) return above;
  return nullptr;
}

}  // namespace

std::string counted_level(const Plan& plan) {
  const auto* main = plan.main();
  if (!main || main->levels.empty()) return "priority";
  for (const auto& level : main->levels)
    if (on_level(plan, *main, level).size() > 1) return level;
  return main->levels.front();
}

std::vector<const Priority*> counted(const Plan& plan) {
  const auto* main = plan.main();
  return main ? on_level(plan, *main, counted_level(plan)) : std::vector<const Priority*>{};
}

const Priority* counted_for(const Plan& plan, indicator::IndicatorId indicator) {
  return first_counted(plan, plan.of(indicator));
}
const Priority* counted_for(const Plan& plan, indicator::IndicatorId indicator, kit::Date day) {
  return first_counted(plan, plan.of(indicator, day));
}

}  // namespace plan
