// Theta (Assimakopoulos and Nikolopoulos 2000), as single smoothing with a drift of half the slope of the straight line
// (Hyndman and Billah 2003), on figures without their seasons where the seasons show (rules.md 9.2).
#pragma once
#include <span>
#include <vector>

#include "assess/smoothing.h"

namespace assess {

struct Theta {
  Smoothed level;               // single smoothing of the figures without their seasons
  std::vector<double> seasons;  // shares, the first for the first figure; empty: none
  std::vector<double> plain;    // the figures without their seasons
};
Theta theta(std::span<const double> figures, int season);
Hindcast hindcast(const Theta& theta, int steps);

// By so much a share changes the figure at this place, the first being 0: 1 where there are no seasons.
double share_at(std::span<const double> seasons, std::size_t place);
void times_shares(Hindcast& table, std::span<const double> seasons);

}  // namespace assess
