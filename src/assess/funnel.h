// A funnel (rules.md 6): small places vary more by chance, so the limits around the average are wider where fewer are
// counted. A place outside them differs by more than chance.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "assess/rates.h"

namespace assess {

enum class Significance : std::uint8_t { none, high, very_high, low, very_low };
std::string_view code(Significance significance);  // "High (0.025)", "Low (0.001)", "Not significant"

struct Funnel {
  Interval two, three;  // 95% and 99.8%: about two and three standard deviations
};

Funnel proportion_funnel(double average, double of);  // as shares; not cut at nought and one
Significance significance(double value, const Funnel& funnel);

// Of `count` events where the average would give `expected`.
Significance count_significance(double count, double expected);

// For a curve over `events`: how many events the average may expect before so few, or so many, are beyond chance.
// events / that number is the limit as a multiple of the average.
Funnel expected_of(double events);

std::vector<double> places_of_curve(double largest);  // a hundred whole numbers, denser at the small end

}  // namespace assess
