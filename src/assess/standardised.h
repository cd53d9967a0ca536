// Rates made comparable between places whose people differ in age (rules.md 6): directly, by weighting each age band as
// in a standard population, or indirectly, as what happened against what the reference's rates would have given.
#pragma once
#include <array>
#include <optional>
#include <span>

#include "assess/rates.h"

namespace assess {

// The 2013 European standard population: 0 to 4, 5 to 9, … 90 and over.
inline constexpr std::array<double, 19> european_standard_2013 = {
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000};

struct AgeBand {
  double cases, population;  // the population is more than 0
  double standard;           // how many of a standard population are of this age
};

// Per person; none below ten cases, which are too few to standardise (Dobson 1991).
struct DirectRate {
  double cases = 0, population = 0;
  std::optional<double> value;
  double variance = 0;
};
DirectRate direct_rate(std::span<const AgeBand> bands);
std::optional<Interval> direct_interval(const DirectRate& rate, Confidence confidence);

struct ReferenceBand {
  double population;                             // of the place
  double reference_cases, reference_population;  // the latter is more than 0
};

struct IndirectRatio {
  double observed = 0, expected = 0;
  double reference_rate = 0;  // crude, per person
  double ratio() const { return observed / expected; }
};
IndirectRatio indirect_ratio(double observed, std::span<const ReferenceBand> bands);
Interval indirect_interval(const IndirectRatio& ratio, Confidence confidence);

}  // namespace assess
