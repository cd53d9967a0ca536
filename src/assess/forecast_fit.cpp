#include "assess/forecast_fit.h"

#include <algorithm>
#include <cmath>

#include "assess/ets.h"
#include "assess/seasonality.h"
#include "assess/theta.h"

namespace assess {
namespace {

using Numbers = std::span<const double>;

// The shares of the seasons from the first step on.
std::vector<double> shares_ahead(std::vector<double> shares, std::size_t figures) {
  if (!shares.empty())
    std::rotate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(figures % shares.size()), shares.end());
  return shares;
}

Fitted of(const Smoothed& smoothed, Numbers figures, int steps) {
  return {hindcast(smoothed, figures, steps), {smoothed.how, smoothed.now, smoothed.sigma, {}}};
}

Fitted mean_of_all(Numbers figures, int steps) {
  Fitted made{Hindcast(figures.size(), steps), {}};
  double sum = 0, squares = 0;
  for (std::size_t known = 1; known <= figures.size(); ++known) {
    sum += figures[known - 1];
    std::ranges::fill(made.said.after(known), sum / static_cast<double>(known));
  }
  const double middle = made.said.forecast().front();
  for (const double figure : figures) squares += (figure - middle) * (figure - middle);
  made.dynamics.now.level = middle;
  made.dynamics.sigma = std::sqrt(squares / std::max(1.0, static_cast<double>(figures.size()) - 1));
  return made;
}

Fitted as_last_time(Numbers figures, int steps) {
  Smoothed last;
  last.how.alpha = 1;
  last.start.level = figures.front();
  finish(last, figures, 1);
  return of(last, figures, steps);
}

Fitted as_a_year_ago(Numbers figures, int season, int steps) {
  const auto parts = static_cast<std::size_t>(season);
  if (season < 2 || season > longest_season || figures.size() < 2 * parts) return as_last_time(figures, steps);
  Smoothed year;
  year.how.seasons = Seasons::additive;
  year.how.season = season;
  year.how.gamma = 1;
  std::copy_n(figures.begin(), parts, year.start.seasons.begin());
  finish(year, figures, parts);
  return of(year, figures, steps);
}

// A method for figures without seasons, on figures that have them: taken out before and put back after.
template <class Method>
Fitted without_seasons(Numbers figures, int season, const Method& method) {
  if (!is_seasonal_for_benchmarks(figures, season)) return method(figures);
  auto shares = season_shares(figures, season);
  if (!can_divide(shares)) return method(figures);
  std::vector<double> plain(figures.begin(), figures.end());
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i] /= share_at(shares, i);
  Fitted made = method(plain);
  times_shares(made.said, shares);
  made.dynamics.shares = shares_ahead(std::move(shares), figures.size());
  return made;
}

Fitted smoothed(Numbers figures, int season, int steps, Slope slope) {
  return without_seasons(figures, season,
                         [&](Numbers plain) { return of(smooth(plain, slope, Lean::experience), plain, steps); });
}

Fitted by_theta(Numbers figures, int season, int steps) {
  const Theta found = theta(figures, season);
  Fitted made{hindcast(found, steps), {found.level.how, found.level.now, found.level.sigma, {}}};
  made.dynamics.shares = shares_ahead(found.seasons, figures.size());
  return made;
}

Fitted by_ets(Numbers figures, int season, int steps) {
  const Ets found = ets(figures, season);
  const auto& likeliest = found.likeliest().smoothed;
  return {hindcast(found, figures, steps), {likeliest.how, likeliest.now, likeliest.sigma, {}}};
}

// Figures move as the last one says.
Fitted mean_of(std::initializer_list<Fitted> several) {
  const Fitted& last = *(several.end() - 1);
  Fitted made{Hindcast(last.said.figures(), last.said.steps()), last.dynamics};
  for (const auto& each : several) made.said.add(each.said, 1.0 / static_cast<double>(several.size()));
  return made;
}

}  // namespace

Fitted fitted(Numbers figures, int season, int steps, ForecastMethod method) {
  const auto sloped = [&](Slope slope) { return smoothed(figures, season, steps, slope); };
  switch (method) {
    case ForecastMethod::mean:
      return mean_of_all(figures, steps);
    case ForecastMethod::naive:
      return as_last_time(figures, steps);
    case ForecastMethod::seasonal_naive:
      return as_a_year_ago(figures, season, steps);
    case ForecastMethod::naive2:
      return without_seasons(figures, season, [&](Numbers plain) { return as_last_time(plain, steps); });
    case ForecastMethod::ses:
      return sloped(Slope::none);
    case ForecastMethod::holt:
      return sloped(Slope::steady);
    case ForecastMethod::damped:
      return sloped(Slope::damped);
    case ForecastMethod::comb:
      return mean_of({sloped(Slope::none), sloped(Slope::steady), sloped(Slope::damped)});
    case ForecastMethod::theta:
      return by_theta(figures, season, steps);
    case ForecastMethod::ets:
      return by_ets(figures, season, steps);
    default:
      return mean_of({by_theta(figures, season, steps), by_ets(figures, season, steps)});
  }
}

}  // namespace assess
