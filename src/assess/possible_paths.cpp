#include "assess/possible_paths.h"

#include <cmath>
#include <random>

#include "assess/distributions.h"

namespace assess {
namespace {

constexpr std::size_t pairs = 2500;  // each shock and its opposite: their mean is exactly nothing
constexpr std::size_t longest = 24;  // steps: to the end of next year, at most
constexpr std::uint64_t seed = 20250401;
constexpr double least_error = -0.95;  // a figure that is above zero stays above it

// The same shocks for all, drawn once.
const std::vector<double>& shocks() {
  static const std::vector<double> drawn = [] {
    std::mt19937_64 random(seed);
    std::vector<double> made(pairs * longest);
    for (double& shock : made) shock = normal_quantile((static_cast<double>(random() >> 11) + 0.5) * 0x1p-53);
    return made;
  }();
  return drawn;
}

}  // namespace

PossiblePaths::PossiblePaths(const Forecast& forecast)
    : forecast_(forecast), steps_(forecast.steps.size()), deviations_(2 * pairs * steps_) {
  simulate();
  standardise();
}

void PossiblePaths::simulate() {
  const auto& dynamics = forecast_.dynamics;
  const bool relative = dynamics.how.errors == Errors::multiplicative;
  double* next = deviations_.data();
  for (std::size_t pair = 0; pair < pairs; ++pair)
    for (const double sign : {1.0, -1.0}) {
      Standing now = dynamics.now;
      for (std::size_t step = 0; step < steps_; ++step) {
        const double error = sign * dynamics.sigma * shocks()[pair * longest + step % longest];
        *next++ = happen(dynamics.how, now, relative ? std::max(error, least_error) : error);
      }
    }
}

void PossiblePaths::standardise() {
  const double all = static_cast<double>(count());
  for (std::size_t step = 0; step < steps_; ++step) {
    double sum = 0, squares = 0;
    for (std::size_t at = step; at < deviations_.size(); at += steps_) sum += deviations_[at];
    const double middle = sum / all;
    for (std::size_t at = step; at < deviations_.size(); at += steps_)
      squares += (deviations_[at] - middle) * (deviations_[at] - middle);
    const double unit = squares > 0 ? std::sqrt(squares / all) : 1;
    for (std::size_t at = step; at < deviations_.size(); at += steps_)
      deviations_[at] = (deviations_[at] - middle) / unit;
  }
}

void PossiblePaths::follow(std::size_t path, Holding holding, std::span<double> figures) const {
  static const double of_80 = standard_deviations(confidence_80), of_95 = standard_deviations(confidence_95);
  for (std::size_t step = 0; step < steps_; ++step) {
    const auto& margin = forecast_.margins[step];
    const double unit = holding == Holding::likely ? margin.likely / of_80 : margin.nearly_certain / of_95;
    figures[step] = forecast_.bounds.within(forecast_.steps[step].point + unit * deviations_[path * steps_ + step]);
  }
}

}  // namespace assess
