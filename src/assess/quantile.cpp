#include "assess/quantile.h"

#include <algorithm>

namespace assess {

// floor((k + 1) - ceil((n + 1 - r) / (n / k))), in whole numbers so that no edge is lost to rounding.
std::optional<int> quantile(int rank, int members, int quantiles) {
  if (members < quantiles) return std::nullopt;
  const int from_the_end = ((members + 1 - rank) * quantiles + members - 1) / members;
  return std::max(1, quantiles + 1 - from_the_end);
}

std::vector<std::optional<Place>> places(std::span<const std::optional<double>> figures, int quantiles, First first) {
  const double way = first == First::lowest ? 1 : -1;
  std::vector<double> in_order;
  for (const auto& figure : figures)
    if (figure) in_order.push_back(way * *figure);
  std::sort(in_order.begin(), in_order.end());

  std::vector<std::optional<Place>> found(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!figures[i]) continue;
    const auto at = std::lower_bound(in_order.begin(), in_order.end(), way * *figures[i]);
    const int rank = static_cast<int>(at - in_order.begin()) + 1;
    found[i] = {rank, quantile(rank, static_cast<int>(in_order.size()), quantiles)};
  }
  return found;
}

}  // namespace assess
