#include "assess/ets_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "assess/ets_likelihood.h"
#include "assess/nelder_mead.h"
#include "assess/seasonality.h"

namespace assess {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

using Numbers = std::span<const double>;
using Row = std::array<double, most_numbers>;

// A kind's parameters and its start as one row of numbers, as the search sees them.
struct Layout {
  Smoothing kind;
  std::size_t beta, gamma, phi, level, slope, seasons, count;

  explicit Layout(const Smoothing& of) : kind(of) {
    const bool sloped = kind.slope != Slope::none, seasonal = kind.seasons != Seasons::none;
    beta = 1;
    gamma = beta + sloped;
    phi = gamma + seasonal;
    level = phi + (kind.slope == Slope::damped);
    slope = level + 1;
    seasons = slope + sloped;
    count = seasons + (seasonal ? static_cast<std::size_t>(kind.season - 1) : 0);
  }

  Smoothing how(Numbers row) const {
    Smoothing s = kind;
    s.alpha = row[0];
    if (s.slope != Slope::none) s.beta = row[beta];
    if (s.seasons != Seasons::none) s.gamma = row[gamma];
    if (s.slope == Slope::damped) s.phi = row[phi];
    return s;
  }

  // The last part of the year follows from the others: differences add to 0, shares to the number of parts.
  Standing start(Numbers row) const {
    Standing s;
    s.level = row[level];
    if (kind.slope != Slope::none) s.slope = row[slope];
    if (kind.seasons == Seasons::none) return s;
    double last = kind.seasons == Seasons::additive ? 0 : kind.season;
    for (std::size_t i = seasons; i < count; ++i) {
      s.seasons[i - seasons] = row[i];
      last -= row[i];
    }
    s.seasons[count - seasons] = last;
    return s;
  }

  Row row(const Smoothing& how, const Standing& start) const {
    Row row{};
    row[0] = how.alpha;
    if (kind.slope != Slope::none) row[beta] = how.beta;
    if (kind.seasons != Seasons::none) row[gamma] = how.gamma;
    if (kind.slope == Slope::damped) row[phi] = how.phi;
    row[level] = start.level;
    if (kind.slope != Slope::none) row[slope] = start.slope;
    for (std::size_t i = seasons; i < count; ++i) row[i] = start.seasons[i - seasons];
    return row;
  }
};

struct Line {
  double level, slope;  // where it stands before the first figure, and what it adds each time
};

Line line_through(Numbers figures) {
  const double n = static_cast<double>(figures.size()), middle = (n + 1) / 2;
  double sum = 0, together = 0, place = 0;
  for (const double figure : figures) sum += figure, together += ++place * figure;
  const double slope = n < 2 ? 0 : (together - middle * sum) / (n * (n * n - 1) / 12);
  return {sum / n - slope * middle, slope};
}

// Seasons as a classical decomposition of the first years has them (Hyndman et al. 2002, section 2.4).
std::vector<double> first_seasons(Numbers figures, const Smoothing& kind) {
  const std::size_t years = std::max<std::size_t>(3 * static_cast<std::size_t>(kind.season), 24);
  const auto early = figures.first(std::min(figures.size(), years));
  if (kind.seasons == Seasons::additive) return season_differences(early, kind.season);
  auto shares = season_shares(early, kind.season);
  for (auto& share : shares) share = std::max(share, 0.01);
  return shares;
}

// Level and slope by a straight line through the first figures without their seasons.
Standing first_guess(Numbers figures, const Smoothing& kind) {
  Standing start;
  std::vector<double> plain(figures.begin(), figures.end());
  if (kind.seasons != Seasons::none) {
    const auto seasons = first_seasons(figures, kind);
    std::copy(seasons.begin(), seasons.end(), start.seasons.begin());
    for (std::size_t i = 0; i < plain.size(); ++i) {
      const double season = seasons[i % seasons.size()];
      plain[i] = kind.seasons == Seasons::additive ? plain[i] - season : plain[i] / season;
    }
  }
  plain.resize(std::min(plain.size(), std::max<std::size_t>(10, 2 * static_cast<std::size_t>(kind.season))));
  const Line line = line_through(plain);
  if (kind.slope == Slope::none) {
    start.level = line.level + line.slope * static_cast<double>(plain.size() + 1) / 2;
  } else {
    start.level = line.level;
    start.slope = line.slope;
  }
  if (kind.errors == Errors::multiplicative && start.level + start.slope <= 0)
    start.level = plain.front(), start.slope = 0;
  return start;
}

// The most promising of a few parameters, from the start as guessed.
Smoothing best_of_a_few(Numbers figures, Smoothing kind, const Standing& start) {
  kind.phi = kind.slope == Slope::damped ? 0.95 : 1;
  kind.alpha = 0.2, kind.beta = kind.slope == Slope::none ? 0 : 0.01,
  kind.gamma = kind.seasons == Seasons::none ? 0 : 0.01;
  Smoothing best = kind;
  double lowest = never;
  for (const double alpha : {0.05, 0.2, 0.5, 0.8})
    for (const double beta : {0.02, 0.2})
      for (const double gamma : {0.02, 0.2}) {
        if ((kind.slope == Slope::none && beta > 0.1) || (kind.seasons == Seasons::none && gamma > 0.1)) continue;
        kind.alpha = alpha;
        if (kind.slope != Slope::none) kind.beta = alpha * beta;
        if (kind.seasons != Seasons::none) kind.gamma = (1 - alpha) * gamma;
        const double found = unlikelihood(figures, kind, start);
        if (found < lowest) lowest = found, best = kind;
      }
  return best;
}

double usual_change(Numbers figures) {
  double squares = 0;
  for (std::size_t i = 1; i < figures.size(); ++i)
    squares += (figures[i] - figures[i - 1]) * (figures[i] - figures[i - 1]);
  return std::sqrt(squares / std::max<double>(1, static_cast<double>(figures.size()) - 1));
}

Row first_steps(const Layout& at, const Smoothing& how, double change) {
  Row steps{};
  steps[0] = how.alpha > 0.5 ? -0.1 : 0.1;
  if (how.slope != Slope::none) steps[at.beta] = how.beta > 0.1 ? -0.05 : 0.05 * how.alpha;
  if (how.seasons != Seasons::none) steps[at.gamma] = how.gamma > 0.1 ? -0.05 : 0.05 * (1 - how.alpha);
  if (how.slope == Slope::damped) steps[at.phi] = -0.03;
  steps[at.level] = change / 2 + 1e-6;
  if (how.slope != Slope::none) steps[at.slope] = steps[at.level] / 10;
  for (std::size_t i = at.seasons; i < at.count; ++i)
    steps[i] = how.seasons == Seasons::multiplicative ? 0.03 : steps[at.level] / 2;
  return steps;
}

// A search that goes on to the last digit learns the seasons' noise by heart: on the M1 series a short one forecasts
// better.
Search search_for(std::size_t count) { return {30 + 20 * static_cast<int>(count), 1e-8}; }

double aicc(double unlikely, std::size_t count, std::size_t figures) {
  const double k = static_cast<double>(count + 1), n = static_cast<double>(figures);  // and the size of the errors
  return unlikely + 2 * k + 2 * k * (k + 1) / (n - k - 1);
}

}  // namespace

std::optional<Fit> fit(Numbers figures, const Smoothing& kind) {
  const Layout at(kind);
  if (figures.size() < at.count + 3) return std::nullopt;
  const Standing start = first_guess(figures, kind);
  const Smoothing first = best_of_a_few(figures, kind, start);
  Row row = at.row(first, start);
  const Row steps = first_steps(at, first, usual_change(figures));
  const auto cost = [&](Numbers tried) {
    const Smoothing how = at.how(tried);
    return how.is_allowed() ? unlikelihood(figures, how, at.start(tried)) : never;
  };
  const double lowest =
      nelder_mead(cost, std::span(row.data(), at.count), std::span(steps.data(), at.count), search_for(at.count));
  if (!std::isfinite(lowest)) return std::nullopt;

  Fit found;
  found.smoothed.how = at.how(row);
  found.smoothed.start = at.start(row);
  found.aicc = aicc(lowest, at.count, figures.size());
  finish(found.smoothed, figures, at.count);
  return found;
}

}  // namespace assess
