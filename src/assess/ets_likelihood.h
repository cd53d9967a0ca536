// How likely a series is under one kind of exponential smoothing.
#pragma once
#include <span>

#include "assess/smoothing.h"

namespace assess {

// Minus twice the log likelihood, but for a constant; infinite where the kind cannot make such a series.
double unlikelihood(std::span<const double> figures, const Smoothing& how, Standing start);

}  // namespace assess
