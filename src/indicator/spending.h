// What a directorate or service spent, which a formula may name beside indicators: "[spend WASTE] / [GSE01]". It goes in like any
// other input: pounds, month by month, added up over the months of a longer period.
#pragma once
#include <string>
#include <string_view>

#include "indicator/indicator.h"

namespace indicator {

std::string_view unit_spent_by(std::string_view reference);  // "WASTE" of "spend WASTE"; empty when it names an indicator
Definition spending_of(std::string_view unit, std::string_view name);
std::string spoken(const Definition& input);  // "what Waste spent"; of an indicator its reference

}  // namespace indicator
