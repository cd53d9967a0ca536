// The methods of forecasting, each fitted to a series: what it says after every figure, and how figures move about
// that. Inside the folder only: forecast.h answers.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "assess/hindcast.h"
#include "assess/smoothing.h"

namespace assess {

enum class ForecastMethod : std::uint8_t {
  mean,
  naive,           // as last time
  seasonal_naive,  // as a year ago
  naive2,          // as last time, but for the seasons
  ses,             // single exponential smoothing
  holt,            // with a slope
  damped,          // with a slope that fades
  comb,            // the mean of these three
  theta,
  ets,
  usual  // the mean of the last two: better than either on most series
};

// How figures move about the points of a forecast. Shares multiply them by season, the first for the first step.
struct Dynamics {
  Smoothing how;
  Standing now;
  double sigma = 0;  // of one error, with the degrees of freedom that the parameters left
  std::vector<double> shares;
};

struct Fitted {
  Hindcast said;
  Dynamics dynamics;
};
Fitted fitted(std::span<const double> figures, int season, int steps, ForecastMethod method);

}  // namespace assess
