// Where the golden thread is broken: priorities that nothing measures, and indicators that serve no priority.
#pragma once
#include <vector>

#include "plan/plan.h"

namespace plan {

// Priorities of a framework with no indicator on or below them. Where a whole branch has none, only its top is named.
std::vector<const Priority*> without_indicator(const Plan& plan, std::string_view framework_code);

// Those of `indicators` that stand on no priority of any framework, in the order given.
std::vector<indicator::IndicatorId> without_line(const Plan& plan, const std::vector<indicator::IndicatorId>& indicators);

}  // namespace plan
