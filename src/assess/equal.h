// Equal but for the noise of binary arithmetic (rules.md 1.3): `ref` is the target, the comparator or the mean.
#pragma once
#include <algorithm>
#include <cmath>

namespace assess {

inline bool equal(double a, double b, double ref) { return std::fabs(a - b) <= 1e-9 * std::max(1.0, std::fabs(ref)); }
inline bool below(double a, double b, double ref) { return a < b && !equal(a, b, ref); }
inline bool above(double a, double b, double ref) { return a > b && !equal(a, b, ref); }

}  // namespace assess
