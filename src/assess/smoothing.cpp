#include "assess/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "assess/nelder_mead.h"

namespace assess {
namespace {

constexpr double least = 1e-4, most = 0.9999;
constexpr double least_phi = 0.8, most_phi = 0.98;
constexpr double never = std::numeric_limits<double>::infinity();
constexpr Search search = {300, 1e-10};

// How far one thing that is smoothed lies from what was expected of it: the recursion in its barest form.
struct Run {
  double level = 0, slope = 0;
  double learn(double figure, const Smoothing& how) {
    const double expected = level + how.phi * slope, error = figure - expected;
    level = expected + how.alpha * error;
    slope = how.phi * slope + how.beta * error;
    return error;
  }
};

struct Start {
  double level = 0, slope = 0, squares = never;
};

// Errors are linear in the start: what the figures leave when it is zero, less what one unit of level and one of slope
// would have explained. So the best start is a matter of two equations.
Start best_level(std::span<const double> figures, const Smoothing& how) {
  Run zero, level{1, 0};
  double uu = 0, ul = 0, ll = 0;
  for (const double figure : figures) {
    const double u = zero.learn(figure, how), l = -level.learn(0, how);
    uu += u * u, ul += u * l, ll += l * l;
  }
  return {ul / ll, 0, std::max(0.0, uu - ul * ul / ll)};
}

Start best_start(std::span<const double> figures, const Smoothing& how) {
  if (how.slope == Slope::none) return best_level(figures, how);
  Run zero, level{1, 0}, slope{0, 1};
  double uu = 0, ul = 0, us = 0, ll = 0, ls = 0, ss = 0;
  for (const double figure : figures) {
    const double u = zero.learn(figure, how), l = -level.learn(0, how), s = -slope.learn(0, how);
    uu += u * u, ul += u * l, us += u * s, ll += l * l, ls += l * s, ss += s * s;
  }
  const double determinant = ll * ss - ls * ls;
  if (determinant <= 1e-12 * ll * ss) return {ul / ll, 0, std::max(0.0, uu - ul * ul / ll)};
  const double b0 = (ll * us - ls * ul) / determinant, l0 = (ul - ls * b0) / ll;
  return {l0, b0, std::max(0.0, uu - l0 * ul - b0 * us)};
}

// Minus twice the logarithm, for each figure as the squares are.
double leaning(const Smoothing& how, std::size_t figures) {
  const double slope = how.slope == Slope::none ? 1 : 1 - how.beta / how.alpha;
  const double lean = 0.25 * std::log(how.alpha) + std::log(std::max(slope, 1e-4));
  return std::exp(-2 * lean / static_cast<double>(figures));
}

Smoothing parameters(Slope slope, std::span<const double> p) {
  Smoothing how;
  how.slope = slope;
  how.alpha = p[0];
  if (slope != Slope::none) how.beta = p[1];
  if (slope == Slope::damped) how.phi = p[2];
  return how;
}

template <class Cost>
std::array<double, 3> best_of_a_few(const Cost& cost, std::size_t count) {
  std::array<double, 3> best = {0.5, 0.1, 0.95};
  double lowest = never;
  for (const double alpha : {0.05, 0.2, 0.5, 0.8, 0.98})
    for (const double share : {0.02, 0.2, 0.7}) {
      const std::array<double, 3> tried = {alpha, alpha * share, 0.95};
      const double found = cost(std::span(tried.data(), count));
      if (found < lowest) lowest = found, best = tried;
      if (count == 1) break;
    }
  return best;
}

}  // namespace

bool Smoothing::is_allowed() const {
  if (!(alpha >= least && alpha <= most)) return false;
  if (slope != Slope::none && !(beta >= least && beta <= alpha)) return false;
  if (seasons != Seasons::none && !(gamma >= least && gamma <= 1 - alpha)) return false;
  return slope != Slope::damped || (phi >= least_phi && phi <= most_phi);
}

void look_ahead(const Smoothing& how, const Standing& now, std::span<double> steps) {
  double trend = now.level, slope = now.slope;
  int part = now.next;
  for (double& step : steps) {
    slope *= how.phi;
    trend += slope;
    const double season = now.seasons[static_cast<std::size_t>(part)];
    step = how.seasons == Seasons::multiplicative ? trend * season : trend + season;
    if (++part >= how.season) part = 0;
  }
}

// Seasons multiply only where errors do.
double happen(const Smoothing& how, Standing& now, double error) {
  const double trend = now.level + how.phi * now.slope;
  double& season = now.seasons[static_cast<std::size_t>(now.next)];
  const bool times = how.seasons == Seasons::multiplicative;
  const double expected = times ? trend * season : trend + season;
  const double surprise = how.errors == Errors::additive ? error : expected * error;
  now.level = trend + how.alpha * (times ? trend * error : surprise);
  now.slope = how.phi * now.slope + how.beta * (times ? trend * error : surprise);
  season += how.gamma * (times ? season * error : surprise);
  if (++now.next >= how.season) now.next = 0;
  return expected + surprise;
}

double learn(const Smoothing& how, Standing& now, double figure) {
  const double trend = now.level + how.phi * now.slope, season = now.seasons[static_cast<std::size_t>(now.next)];
  const double expected = how.seasons == Seasons::multiplicative ? trend * season : trend + season;
  const double error = how.errors == Errors::additive ? figure - expected : (figure - expected) / expected;
  happen(how, now, error);
  return error;
}

void finish(Smoothed& found, std::span<const double> figures, std::size_t parameters) {
  double squares = 0;
  found.now = found.start;
  for (const double figure : figures) {
    const double error = learn(found.how, found.now, figure);
    squares += error * error;
  }
  const double free = static_cast<double>(figures.size()) - static_cast<double>(parameters);
  found.sigma = std::sqrt(squares / std::max(1.0, free));
}

Hindcast hindcast(const Smoothed& smoothed, std::span<const double> figures, int steps) {
  Hindcast table(figures.size(), steps);
  Standing now = smoothed.start;
  look_ahead(smoothed.how, now, table.after(0));
  for (std::size_t known = 1; known <= figures.size(); ++known) {
    learn(smoothed.how, now, figures[known - 1]);
    look_ahead(smoothed.how, now, table.after(known));
  }
  return table;
}

Smoothed smooth(std::span<const double> figures, Slope slope, Lean lean) {
  const std::size_t count = slope == Slope::none ? 1 : slope == Slope::steady ? 2 : 3;
  const auto cost = [&](std::span<const double> p) {
    const Smoothing how = parameters(slope, p);
    if (!how.is_allowed()) return never;
    const double squares = best_start(figures, how).squares;
    return lean == Lean::none ? squares : squares * leaning(how, figures.size());
  };
  auto best = best_of_a_few(cost, count);
  const std::array<double, 3> steps = {best[0] > 0.5 ? -0.1 : 0.1, best[1] > 0.3 ? -0.05 : 0.05 * best[0], 0.02};
  nelder_mead(cost, std::span(best.data(), count), std::span(steps.data(), count), search);

  Smoothed found;
  found.how = parameters(slope, best);
  const auto start = best_start(figures, found.how);
  found.start = {start.level, start.slope, {}, 0};
  finish(found, figures, 2 * count);
  return found;
}

}  // namespace assess
