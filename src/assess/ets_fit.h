// One kind of exponential smoothing fitted to a series by maximum likelihood. Inside the folder only: ets.h chooses.
#pragma once
#include <optional>
#include <span>

#include "assess/smoothing.h"

namespace assess {

struct Fit {
  Smoothed smoothed;
  double aicc = 0;
};
// The figures are of about 1 in size. None when there are too few for so many parameters.
std::optional<Fit> fit(std::span<const double> figures, const Smoothing& kind);

}  // namespace assess
