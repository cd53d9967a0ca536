// Whether a formula can make the indicator that it is written for: what it refers to is there, is of a kind and a frequency that
// can be put together, and does not in the end refer back to it.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/formula.h"
#include "indicator/indicator.h"

namespace indicator {

using FindDefinition = std::function<const Definition*(std::string_view code)>;  // null: there is no such indicator

std::optional<Formula> formula_of(const Definition& definition);  // none when it is entered, or what stands there cannot be read
// All faults of the field computed_from. `find` knows the definitions as they will be, `units` are the codes of the directorates and
// services whose money may be named.
kit::Refusals faults_of_formula(const Definition& definition, const FindDefinition& find, const std::vector<std::string>& units);
// "BBF01 needs BBF02, which needs BBF01"; empty when nothing goes round.
std::string cycle_through(const Definition& definition, const FindDefinition& find);

}  // namespace indicator
