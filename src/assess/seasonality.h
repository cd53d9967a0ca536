// Whether figures follow the seasons, and by how much each part of the year differs from the whole (rules.md 9.2).
#pragma once
#include <span>
#include <vector>

namespace assess {

std::vector<double> autocorrelations(std::span<const double> figures, int most);  // at lag 1 and on

// Neighbouring years look more alike than chance explains. The two differ in how long a series must be: three years for
// the M4 competition's benchmarks, more than two for Theta.
bool is_seasonal_for_benchmarks(std::span<const double> figures, int season);
bool is_seasonal_for_theta(std::span<const double> figures, int season);

// Classical decomposition (a centred mean over a year; each part of the year against it). The first index belongs to
// the first figure; those of shares have a mean of 1, those of differences of 0. Needs two whole years.
std::vector<double> season_shares(std::span<const double> figures, int season);
bool can_divide(std::span<const double> shares);  // none is next to nothing
std::vector<double> season_differences(std::span<const double> figures, int season);

}  // namespace assess
