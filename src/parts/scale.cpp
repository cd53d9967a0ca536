#include "parts/scale.h"

#include <algorithm>
#include <cmath>

namespace parts {
namespace {

double round_step(double rough) {
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (double nice : {1.0, 2.0, 2.5, 5.0})
    if (nice * power >= rough * 0.999) return nice * power;
  return 10 * power;
}

}  // namespace

std::vector<double> Axis::ticks() const {
  std::vector<double> all;
  const int count = static_cast<int>(std::lround((most - least) / step));
  for (int i = 0; i <= count; ++i) all.push_back(least + i * step);
  return all;
}

Axis axis_for(double least, double most, double finest) {
  if (!(most > least)) {
    const double room = std::max({std::abs(least) * 0.1, finest, 1e-4});
    most = least + room;
    if (least != 0) least -= room;
  }
  const bool never_below_zero = least >= 0, never_above_zero = most <= 0;
  Axis axis;
  axis.step = std::max(round_step((most - least) / 4), finest);
  axis.least = std::floor(least / axis.step + 1e-9) * axis.step;
  axis.most = std::ceil(most / axis.step - 1e-9) * axis.step;
  if (never_below_zero) axis.least = std::max(axis.least, 0.0);
  if (never_above_zero) axis.most = std::min(axis.most, 0.0);
  if (!(axis.most > axis.least)) axis.most = axis.least + axis.step;
  return axis;
}

}  // namespace parts
