#include "assess/seasonality.h"

#include <algorithm>
#include <cmath>

#include "assess/sums.h"

namespace assess {
namespace {

constexpr double m4_limit = 1.645;                  // as the M4 competition's benchmarks write it
constexpr double theta_limit = 1.6448536269514722;  // the same share of the normal distribution, in full

bool is_constant(std::span<const double> figures) {
  return std::all_of(figures.begin(), figures.end(), [&](double each) { return each == figures.front(); });
}

bool neighbouring_years_agree(std::span<const double> figures, int season, double limit) {
  const auto r = autocorrelations(figures, season);
  double squares = 0;
  for (int lag = 1; lag < season; ++lag)
    squares += r[static_cast<std::size_t>(lag - 1)] * r[static_cast<std::size_t>(lag - 1)];
  return std::fabs(r.back()) > limit * std::sqrt((1 + 2 * squares) / static_cast<double>(figures.size()));
}

// The mean of the year round each figure; with an even number of parts the two at its ends count by half.
std::vector<double> yearly_means(std::span<const double> figures, std::size_t season) {
  const std::size_t half = season / 2;
  std::vector<double> means(figures.size(), NAN);
  for (std::size_t i = half; i + half < figures.size(); ++i) {
    Sum all;
    for (std::size_t j = i - half; j <= i + half; ++j) {
      const bool at_end = season % 2 == 0 && (j == i - half || j == i + half);
      all.add(at_end ? figures[j] / 2 : figures[j]);
    }
    means[i] = all.value() / static_cast<double>(season);
  }
  return means;
}

enum class Against { share, difference };

std::vector<double> season_indices(std::span<const double> figures, int length, Against against) {
  const auto season = static_cast<std::size_t>(length);
  const auto means = yearly_means(figures, season);
  std::vector<Sum> sums(season);
  std::vector<double> counts(season, 0), indices(season, 0);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (std::isnan(means[i])) continue;
    sums[i % season].add(against == Against::share ? figures[i] / means[i] : figures[i] - means[i]);
    ++counts[i % season];
  }
  for (std::size_t part = 0; part < season; ++part) indices[part] = sums[part].value() / counts[part];
  const double middle = mean(indices);
  for (auto& index : indices) index = against == Against::share ? index / middle : index - middle;
  return indices;
}

}  // namespace

std::vector<double> autocorrelations(std::span<const double> figures, int most) {
  const double middle = mean(figures);
  std::vector<double> found;
  Sum all;
  for (const double each : figures) all.add((each - middle) * (each - middle));
  for (int lag = 1; lag <= most; ++lag) {
    Sum together;
    for (std::size_t i = static_cast<std::size_t>(lag); i < figures.size(); ++i)
      together.add((figures[i] - middle) * (figures[i - static_cast<std::size_t>(lag)] - middle));
    found.push_back(together.value() / all.value());
  }
  return found;
}

bool is_seasonal_for_benchmarks(std::span<const double> figures, int season) {
  if (season < 2 || figures.size() < 3 * static_cast<std::size_t>(season) || is_constant(figures)) return false;
  return neighbouring_years_agree(figures, season, m4_limit);
}

bool is_seasonal_for_theta(std::span<const double> figures, int season) {
  if (season < 2 || figures.size() <= 2 * static_cast<std::size_t>(season) || is_constant(figures)) return false;
  return neighbouring_years_agree(figures, season, theta_limit);
}

std::vector<double> season_shares(std::span<const double> figures, int season) {
  return season_indices(figures, season, Against::share);
}

bool can_divide(std::span<const double> shares) {
  return std::ranges::all_of(shares, [](double share) { return std::isfinite(share) && std::fabs(share) >= 1e-4; });
}

std::vector<double> season_differences(std::span<const double> figures, int season) {
  return season_indices(figures, season, Against::difference);
}

}  // namespace assess
