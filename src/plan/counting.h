// By which priorities the board and the set table count: the first level of the main framework on which there is more than
// one priority (commitments, when a single vision stands above them).
#pragma once
#include <string>
#include <vector>

#include "plan/plan.h"

namespace plan {

std::vector<const Priority*> counted(const Plan& plan);
std::string counted_level(const Plan& plan);  // "commitment"; "priority" while there is no plan

// The counted priority under which an indicator stands first; null when it has no line in the main framework.
const Priority* counted_for(const Plan& plan, indicator::IndicatorId indicator);
const Priority* counted_for(const Plan& plan, indicator::IndicatorId indicator, kit::Date day);  // on that day

}  // namespace plan
