#include "assess/standardised.h"

#include <cmath>

#include "assess/sums.h"

namespace assess {
namespace {

constexpr double least_cases = 10;

}  // namespace

DirectRate direct_rate(std::span<const AgeBand> bands) {
  Sum cases, population, standard, weighted, squared;
  for (const auto& band : bands) {
    const double weight = band.standard / band.population;
    cases.add(band.cases);
    population.add(band.population);
    standard.add(band.standard);
    weighted.add(weight * band.cases);
    squared.add(weight * weight * band.cases);
  }
  DirectRate rate{cases.value(), population.value(), {}, 0};
  const double all = standard.value();
  if (!(rate.cases >= least_cases && all > 0)) return rate;
  rate.value = weighted.value() / all;
  rate.variance = squared.value() / (all * all);
  return rate;
}

std::optional<Interval> direct_interval(const DirectRate& rate, Confidence confidence) {
  if (!rate.value) return std::nullopt;
  const double scale = std::sqrt(rate.variance / rate.cases);
  const auto count = byar_interval(rate.cases, confidence);
  return Interval{*rate.value + scale * (count.low - rate.cases), *rate.value + scale * (count.high - rate.cases)};
}

IndirectRatio indirect_ratio(double observed, std::span<const ReferenceBand> bands) {
  Sum expected, cases, population;
  for (const auto& band : bands) {
    expected.add(band.population * band.reference_cases / band.reference_population);
    cases.add(band.reference_cases);
    population.add(band.reference_population);
  }
  return {observed, expected.value(), cases.value() / population.value()};
}

Interval indirect_interval(const IndirectRatio& ratio, Confidence confidence) {
  return 1 / ratio.expected * count_interval(ratio.observed, confidence);
}

}  // namespace assess
