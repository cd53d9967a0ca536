// What the officers of Ambleford have at hand for October 2025 and have not all entered yet when the demo begins.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "kit/decimal.h"

namespace exchange {

struct LaterFigure {
  std::string code;
  calendar::Period period;
  std::optional<kit::Decimal> value, numerator, denominator, deviation;
  std::string note;
};
std::vector<LaterFigure> ambleford_later();

}  // namespace exchange
