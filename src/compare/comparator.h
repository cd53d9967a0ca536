// A comparator figure: what another area was in a period, from a published file. Kept apart from the council's own figures;
// a double, since others publish what they publish.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "kit/moment.h"

namespace compare {

struct Area {
  std::string code;  // GSS, "E08000009"
  std::string name;
};

struct ComparatorFigure {
  std::string indicator;  // the published title, which the council's own indicator carries too
  std::string measure;    // "Percentage", "Count"
  std::string unit;       // "Persons"
  std::string area;       // GSS code
  calendar::Period period;
  std::optional<double> value;
  std::string symbol;     // why there is none, as published: "[c]", "x"
  kit::Moment at;
};

}  // namespace compare
