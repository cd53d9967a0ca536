// Proportions, rates and means with their confidence intervals (rules.md 6): how far chance alone could have moved what
// was counted. Small counts get the exact interval, larger ones Byar's approximation.
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace assess {

struct Confidence {
  double share;                                       // 0.95
  double outside() const { return (1 - share) / 2; }  // in each tail
};
inline constexpr Confidence confidence_80{0.8}, confidence_95{0.95}, confidence_99{0.99}, confidence_99_8{0.998};

struct Interval {
  double low, high;
};
inline Interval operator*(double factor, const Interval& i) { return {factor * i.low, factor * i.high}; }

double standard_deviations(Confidence confidence);  // 1.96 for 95%

// Wilson's, as a share of one. None unless 0 <= cases <= of, and of is more than 0.
std::optional<Interval> proportion_interval(double cases, double of, Confidence confidence);

// Of a count of events, which may be weighted and so not whole: exact below 10, Byar's from there on.
Interval count_interval(double count, Confidence confidence);
Interval byar_interval(double count, Confidence confidence);
std::string_view count_method(double count);  // "Exact" or "Byars"

struct Average {
  double count, sum, mean, deviation;  // the deviation divides by one less than the count
};
std::optional<Average> average(std::span<const double> figures);  // none below two figures
Interval mean_interval(const Average& average, Confidence confidence);

}  // namespace assess
