#include "assess/benchmark.h"

#include <algorithm>
#include <cmath>

#include "assess/equal.h"
#include "assess/quantile.h"
#include "assess/sums.h"

namespace assess {
namespace {

using indicator::Polarity;

constexpr double deviations_in_a_mad = 1.4826, unusual_from = 2, outlier_from = 3;

// Between the two nearest, as far along as the share falls (type 7). `at` gives the k-th lowest of `count`.
template <class At>
double at_share(std::size_t count, double share, At at) {
  const double place = share * static_cast<double>(count - 1);
  const auto lower = static_cast<std::size_t>(place);
  const double low = at(lower);
  return lower + 1 < count ? low + (place - static_cast<double>(lower)) * (at(lower + 1) - low) : low;
}

double at_share(const std::vector<double>& in_order, double share) {
  return at_share(in_order.size(), share, [&](std::size_t k) { return in_order[k]; });
}

std::optional<double> deviation(const std::vector<double>& all, double mean) {
  if (all.size() < 2) return std::nullopt;
  Sum squares;
  for (const double each : all) squares.add((each - mean) * (each - mean));
  return std::sqrt(squares.value() / static_cast<double>(all.size() - 1));
}

double middle_distance(const std::vector<double>& all, double middle) {
  std::vector<double> distances;
  distances.reserve(all.size());
  for (const double each : all) distances.push_back(std::fabs(each - middle));
  return median_of(std::move(distances));
}

Spread spread_of(const std::vector<double>& in_order) {
  const double middle = at_share(in_order, 0.5), average = mean(in_order);
  return {in_order.front(), at_share(in_order, 0.25),     middle,
          at_share(in_order, 0.75), in_order.back(),      average,
          deviation(in_order, average), middle_distance(in_order, middle)};
}

std::optional<double> divided(double distance, const std::optional<double>& by, double near) {
  return by && above(*by, 0, near) ? std::optional(distance / *by) : std::nullopt;
}

}  // namespace

double median_of(std::vector<double> figures) {
  std::ranges::sort(figures);
  return at_share(figures, 0.5);
}

double spreads_of(double mads) { return mads / deviations_in_a_mad; }

Oddity oddity(double mads) {
  const double spreads = std::fabs(spreads_of(mads));
  return spreads > outlier_from ? Oddity::outlier : spreads > unusual_from ? Oddity::unusual : Oddity::none;
}

Group::Group(std::vector<double> figures, Polarity polarity) : in_order_(std::move(figures)), polarity_(polarity) {
  std::ranges::sort(in_order_);
  if (!in_order_.empty()) spread_ = spread_of(in_order_);
}

double Group::without(std::size_t left_out, double share) const {
  return at_share(in_order_.size() - 1, share, [&](std::size_t k) { return in_order_[k < left_out ? k : k + 1]; });
}

Benchmark Group::ranked(double own) const {
  const double noise = 1e-9 * std::max(1.0, std::fabs(own));  // as in equal.h
  const auto first = std::ranges::lower_bound(in_order_, own - noise), end = std::ranges::upper_bound(in_order_, own + noise);
  const int lower = static_cast<int>(first - in_order_.begin()), higher = static_cast<int>(in_order_.end() - end);
  const int worse = polarity_ == Polarity::low_good ? higher : lower, same = size() - lower - higher - 1;
  const int rank = size() - worse - same;
  Benchmark found{.rank = rank, .ties = same, .quartile = quantile(rank, size(), 4), .quintile = quantile(rank, size(), 5),
                 .decile = quantile(rank, size(), 10)};
  if (size() > 1) found.percent_beaten = 100 * (worse + 0.5 * same) / (size() - 1);
  return found;
}

void Group::measure_against_spread(Benchmark& standing, double own) const {
  standing.z = divided(own - spread_->mean, spread_->deviation, spread_->mean);
  standing.z_performance = standing.z;
  if (standing.z && polarity_ == Polarity::low_good) standing.z_performance = -*standing.z;
  standing.mads = divided(own - spread_->median, spread_->mad, spread_->median);
  standing.gap_to_best_quartile = own - (polarity_ == Polarity::low_good ? spread_->q1 : spread_->q3);
}

Benchmark Group::of(double own) const {
  auto found = ranked(own);
  measure_against_spread(found, own);
  if (size() < 2) return found;
  const auto place = static_cast<std::size_t>(std::ranges::lower_bound(in_order_, own) - in_order_.begin());
  found.others_median = without(place, 0.5);
  const double others = size() - 1;
  found.others_mean = spread_->mean + (spread_->mean - own) / others;
  found.gap_to_others_median = own - *found.others_median;
  return found;
}

}  // namespace assess
