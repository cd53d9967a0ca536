// Exponential smoothing of up to fifteen kinds (error added or multiplied; no slope, a steady or a damped one; no
// seasons, added or multiplied ones), each fitted by maximum likelihood and judged by AICc (Hyndman, Koehler, Snyder
// and Grose 2002, International Journal of Forecasting 18, 439-454). Not the best alone speaks but all, each with its
// Akaike weight (Kolassa 2011, IJF 27, 238-251): where two kinds are nearly as likely, their mean is closer than
// either.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "assess/smoothing.h"

namespace assess {

struct EtsKind {
  Smoothed smoothed;
  double aicc = 0, weight = 1;
};
struct Ets {
  std::vector<EtsKind> kinds;  // likeliest first; the weights add to 1
  const EtsKind& likeliest() const { return kinds.front(); }
};
std::string name(const Smoothing& how);  // "ETS(M,Ad,M)"

// At least three figures. Seasons are tried with more than two years of figures and at most 24 parts in a year,
// multiplication only when all figures are above zero.
Ets ets(std::span<const double> figures, int season);
Hindcast hindcast(const Ets& ets, std::span<const double> figures, int steps);

}  // namespace assess
