#include "assess/forecast_ranges.h"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

using Numbers = std::span<const double>;

// Chosen on the M1 series and on the ends of the M3 series' own pasts, never on what came after.
constexpr double likely = 1.4, nearly_certain = 2.5;  // in usual errors
constexpr double few_figures = 5;     // more by 5/n: parameters learnt from few figures fit them too well
constexpr double trust_in_model = 4;  // errors by which the model's own spread counts

struct Seen {
  double square = 0;  // the mean
  double count = 0;
};

class PastErrors {
 public:
  PastErrors(const Fitted& fitted, Numbers figures) : fitted_(fitted), figures_(figures) {
    const std::size_t n = figures.size(), season = static_cast<std::size_t>(fitted.dynamics.how.season);
    first_ = std::max({std::size_t{3}, n / 4, std::min(season + 1, n / 2)});
    for (const double figure : figures) least_ += 0.1 * std::fabs(figure) / static_cast<double>(n);
  }

  // Of forecasts so many steps ahead, made from each point after the first stretch.
  Seen seen(std::size_t step) const {
    Seen seen;
    for (std::size_t known = first_; known + step < figures_.size(); ++known, ++seen.count) {
      const double said = fitted_.said.after(known)[step], error = (figures_[known + step] - said) / unit(said);
      seen.square += error * error;
    }
    if (seen.count > 0) seen.square /= seen.count;
    return seen;
  }

  // Errors that grow with the figures are measured against them, but never against next to nothing.
  double unit(double said) const {
    return fitted_.dynamics.how.errors == Errors::additive ? 1 : std::max(std::fabs(said), least_);
  }

 private:
  const Fitted& fitted_;
  Numbers figures_;
  std::size_t first_ = 3;
  double least_ = 0;  // a tenth of the usual figure
};

// By how much one error spreads the forecast of the next steps when level, slope and season take their part of it.
std::vector<double> growth(const Smoothing& how, std::size_t steps) {
  std::vector<double> made;
  double square = 1, slope = 0, left = 1;
  for (std::size_t step = 0; step < steps; ++step) {
    made.push_back(square);
    slope += how.beta * left;
    left *= how.phi;
    const bool again = how.seasons != Seasons::none && (step + 1) % static_cast<std::size_t>(how.season) == 0;
    const double weight = how.alpha + slope + (again ? how.gamma : 0);
    square += weight * weight;
  }
  return made;
}

// Further ahead is never surer: where chance makes a later step look better, neighbours share their mean (pooling of
// adjacent violators; Ayer et al. 1955).
void never_narrower(std::vector<Seen>& seen) {
  struct Pool {
    double square, count;
    std::size_t steps;
  };
  std::vector<Pool> pools;
  for (const auto& each : seen) {
    pools.push_back({each.square, each.count, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].square > pools.back().square) {
      const Pool last = pools.back();
      pools.pop_back();
      auto& both = pools.back();
      both.square = (both.square * both.count + last.square * last.count) / (both.count + last.count);
      both.count += last.count;
      both.steps += last.steps;
    }
  }
  auto next = seen.begin();
  for (const auto& pool : pools)
    for (std::size_t step = 0; step < pool.steps; ++step) (next++)->square = pool.square;
}

}  // namespace

std::vector<Margin> margins(const Fitted& fitted, Numbers figures) {
  const auto points = fitted.said.forecast();
  const double variance = fitted.dynamics.sigma * fitted.dynamics.sigma;
  const auto spread = growth(fitted.dynamics.how, points.size());
  const PastErrors errors(fitted, figures);
  std::vector<Seen> blended;
  for (std::size_t step = 0; step < points.size(); ++step) {
    const Seen seen = errors.seen(step);
    const double count = seen.count + trust_in_model;
    blended.push_back({(seen.count * seen.square + trust_in_model * variance * spread[step]) / count, count});
  }
  never_narrower(blended);

  std::vector<Margin> made;
  const double wider = 1 + few_figures / static_cast<double>(figures.size());
  for (std::size_t step = 0; step < points.size(); ++step) {
    const double usual = std::sqrt(blended[step].square) * errors.unit(points[step]) * wider;
    made.push_back({likely * usual, nearly_certain * usual});
  }
  return made;
}

}  // namespace assess
