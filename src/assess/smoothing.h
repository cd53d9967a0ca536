// Exponential smoothing: a level, perhaps a slope and seasons, that move on with each figure by a part of its surprise.
// The equations are those of Hyndman, Koehler, Ord and Snyder (2008), "Forecasting with Exponential Smoothing",
// table 2.1.
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "assess/hindcast.h"

namespace assess {

enum class Errors : std::uint8_t { additive, multiplicative };
enum class Slope : std::uint8_t { none, steady, damped };
enum class Seasons : std::uint8_t { none, additive, multiplicative };
inline constexpr int longest_season = 24;

// How it learns. Beta is the part of a surprise that the slope takes, gamma that of the season, phi what is left of the
// slope after each step.
struct Smoothing {
  Errors errors = Errors::additive;
  Slope slope = Slope::none;
  Seasons seasons = Seasons::none;
  int season = 1;  // parts in a year, where there are seasons
  double alpha = 0, beta = 0, gamma = 0, phi = 1;

  // Alpha from 0.0001 to 0.9999, beta from there to alpha, gamma from there to 1 - alpha, phi from 0.8 to 0.98.
  bool is_allowed() const;
};

// What it knows after a figure.
struct Standing {
  double level = 0, slope = 0;
  std::array<double, longest_season> seasons{};  // all 0 where there are none
  int next = 0;                                  // the part of the year to come
};

// The forecasts of all steps ahead.
void look_ahead(const Smoothing& how, const Standing& now, std::span<double> steps);

// Takes in one figure; answers how far it was from what was expected, as a share of it when errors are multiplicative.
double learn(const Smoothing& how, Standing& now, double figure);
// The figure that such an error makes; the standing takes it in.
double happen(const Smoothing& how, Standing& now, double error);

// Learnt from a series.
struct Smoothed {
  Smoothing how;
  Standing start, now;
  double sigma = 0;  // of one error, with the degrees of freedom that the parameters left
};
// Works out `now` and `sigma` from the rest.
void finish(Smoothed& found, std::span<const double> figures, std::size_t parameters);
Hindcast hindcast(const Smoothed& smoothed, std::span<const double> figures, int steps);

// With additive errors, by least squares; for each alpha, beta and phi the start that fits best is worked out exactly.
// Single (SES), Holt's, and Holt's with a damped slope. `experience` leans a little on what many series have taught:
// that levels move (a prior of alpha to the quarter) and slopes last (1 - beta/alpha); chosen on the M1 series.
enum class Lean : std::uint8_t { none, experience };
Smoothed smooth(std::span<const double> figures, Slope slope, Lean lean);

}  // namespace assess
