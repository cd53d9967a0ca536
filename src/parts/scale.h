// The numbers along an axis: round ones, a handful, around what is to be shown.
#pragma once
#include <vector>

namespace parts {

struct Axis {
  double least = 0, most = 1, step = 1;
  std::vector<double> ticks() const;
};
// `finest`: no smaller step than this (1 for a count); 0: any.
Axis axis_for(double least, double most, double finest);

}  // namespace parts
