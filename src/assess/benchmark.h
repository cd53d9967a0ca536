// Where one stands in a group (rules.md 7): rank, quarter, how many are beaten, and how far from the middle, counted in a
// way that one odd area does not upset. The group holds everybody with a figure, oneself too; what stands beside one's
// own figure leaves oneself out.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "indicator/indicator.h"

namespace assess {

struct Spread {
  double least, q1, median, q3, most, mean;  // quarters as spreadsheets find them (QUARTILE.INC)
  std::optional<double> deviation;           // standard, with n - 1; none for one alone
  double mad;                                // median distance from the median, not scaled
};

struct Benchmark {
  int rank, ties;  // 1 is best, or highest where neither way is better; those who tie share the better rank
  std::optional<int> quartile, quintile, decile;  // 1 is best; none in a group too small for them
  std::optional<double> percent_beaten, others_median, others_mean;  // none for one alone
  std::optional<double> z, z_performance, mads;                      // none where everybody is the same
  std::optional<double> gap_to_others_median;
  double gap_to_best_quartile;
};

class Group {
 public:
  Group(std::vector<double> figures, indicator::Polarity polarity);

  int size() const { return static_cast<int>(in_order_.size()); }
  const std::optional<Spread>& spread() const { return spread_; }  // none of nobody
  Benchmark of(double own) const;                                   // `own` is one of the figures

 private:
  double without(std::size_t left_out, double share) const;
  Benchmark ranked(double own) const;
  void measure_against_spread(Benchmark& standing, double own) const;

  std::vector<double> in_order_;  // lowest first
  indicator::Polarity polarity_;
  std::optional<Spread> spread_;
};

double median_of(std::vector<double> figures);  // of at least one

// How odd a distance of so many MADs is: they are scaled to standard deviations first.
enum class Oddity { none, unusual, outlier };
Oddity oddity(double mads);
double spreads_of(double mads);  // in standard deviations, were the group normally spread

}  // namespace assess
