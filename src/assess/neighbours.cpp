#include "assess/neighbours.h"

#include <algorithm>
#include <cmath>

#include "assess/sums.h"

namespace assess {
namespace {

constexpr double enough_shared = 0.8;  // of the weight of all features
constexpr std::size_t worth_telling = 3;

// Of those with a figure. Where everybody is the same nobody differs.
void standardise(std::vector<std::optional<double>*> column) {
  std::erase_if(column, [](const auto* each) { return !*each; });
  if (column.empty()) return;
  std::vector<double> figures;
  for (const auto* each : column) figures.push_back(**each);
  const double average = mean(figures);
  Sum squares;
  for (const double each : figures) squares.add((each - average) * (each - average));
  const double deviation = figures.size() > 1 ? std::sqrt(squares.value() / static_cast<double>(figures.size() - 1)) : 0;
  for (auto* each : column) *each = deviation > 0 ? (**each - average) / deviation : 0;
}

double to_12_decimals(double distance) { return std::round(distance * 1e12) / 1e12; }

}  // namespace

Likeness::Likeness(std::span<const FeaturedArea> areas, std::vector<double> weights) : areas_(areas), weights_(std::move(weights)) {
  for (const double weight : weights_) weight_ += weight * weight;
  for (const auto& area : areas_) standard_.push_back(area.features);
  for (std::size_t feature = 0; feature < weights_.size(); ++feature) {
    std::vector<std::optional<double>*> column;
    for (auto& area : standard_) column.push_back(&area[feature]);
    standardise(std::move(column));
  }
}

std::optional<double> Likeness::distance(std::size_t a, std::size_t b) const {
  Sum squares, shared;
  for (std::size_t feature = 0; feature < weights_.size(); ++feature) {
    const auto &one = standard_[a][feature], &other = standard_[b][feature];
    if (!one || !other) continue;
    const double apart = weights_[feature] * (*one - *other);
    squares.add(apart * apart);
    shared.add(weights_[feature] * weights_[feature]);
  }
  if (shared.value() <= 0 || shared.value() < enough_shared * weight_ * (1 - 1e-12)) return std::nullopt;
  return std::sqrt(squares.value() * weight_ / shared.value());
}

std::vector<Neighbour> Likeness::nearest(std::size_t area, std::size_t most) const {
  std::vector<Neighbour> all;
  double farthest = 0;
  for (std::size_t other = 0; other < areas_.size(); ++other) {
    if (other == area) continue;
    const auto apart = distance(area, other);
    if (!apart) continue;
    all.push_back({other, *apart, 0});
    farthest = std::max(farthest, *apart);
  }
  std::ranges::sort(all, [&](const Neighbour& a, const Neighbour& b) {
    const double first = to_12_decimals(a.distance), second = to_12_decimals(b.distance);
    return first != second ? first < second : areas_[a.area].code < areas_[b.area].code;
  });
  if (all.size() > most) all.resize(most);
  for (auto& each : all) each.similarity = farthest > 0 ? 1 - each.distance / farthest : 1;
  return all;
}

// Those that both have and that weigh something; the one that adds most to the distance first.
std::vector<std::size_t> Likeness::by_share(std::size_t a, std::size_t b) const {
  std::vector<std::pair<double, std::size_t>> shares;
  for (std::size_t feature = 0; feature < weights_.size(); ++feature)
    if (standard_[a][feature] && standard_[b][feature] && weights_[feature] > 0)
      shares.emplace_back(weights_[feature] * std::fabs(*standard_[a][feature] - *standard_[b][feature]), feature);
  std::ranges::stable_sort(shares, [](const auto& one, const auto& other) { return one.first > other.first; });
  std::vector<std::size_t> features;
  for (const auto& [share, feature] : shares) features.push_back(feature);
  return features;
}

std::vector<std::size_t> Likeness::what_differs(std::size_t a, std::size_t b) const {
  auto features = by_share(a, b);
  features.resize(std::min(features.size(), worth_telling));
  return features;
}

std::vector<std::size_t> Likeness::what_agrees(std::size_t a, std::size_t b) const {
  auto features = by_share(a, b);
  std::ranges::reverse(features);
  features.resize(std::min(features.size(), worth_telling));
  return features;
}

}  // namespace assess
