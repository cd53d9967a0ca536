// Other councils' figures of one indicator, from a published file that carries its title: the newest period that enough of them have.
#pragma once
#include <string>
#include <vector>

#include "compare/comparator.h"

namespace compare {

struct OtherAreas {
  std::vector<double> figures;
  std::optional<calendar::Period> period;
};
// `own`: the council's GSS code, left out. `unit`: what the indicator is counted in; a percentage is compared with percentages.
OtherAreas other_areas(const std::vector<ComparatorFigure>& figures, const std::string& own, const std::string& unit);

}  // namespace compare
