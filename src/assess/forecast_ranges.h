// How far a forecast may be off, from how far its method was off at each earlier point of the same series. The
// textbook's ranges are too narrow, since they take the model for true: of R's 80% ranges 77% held, of its 95% ranges
// 91% (M3).
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "assess/forecast_fit.h"

namespace assess {

struct Margin {
  double likely, nearly_certain;  // to each side of the point: 80% and 95%
};
std::vector<Margin> margins(const Fitted& fitted, std::span<const double> figures);

}  // namespace assess
