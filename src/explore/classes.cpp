#include "explore/classes.h"

#include <algorithm>

namespace explore {
namespace {

// The classes end where the counting comes to a share of the areas, and then with the last of the same value.
std::vector<ValueClass> quantiles(const std::vector<double>& sorted, int wished) {
  std::vector<ValueClass> all;
  const auto count = sorted.size();
  std::size_t from = 0;
  for (int i = 1; i <= wished && from < count; ++i) {
    auto to = std::max(from + 1, (count * static_cast<std::size_t>(i) + static_cast<std::size_t>(wished) / 2) /
                                     static_cast<std::size_t>(wished));
    while (to < count && sorted[to] == sorted[to - 1]) ++to;
    to = std::min(to, count);
    all.push_back({sorted[from], sorted[to - 1], static_cast<int>(to - from)});
    from = to;
  }
  return all;
}

std::vector<ValueClass> intervals(const std::vector<double>& sorted, int wished) {
  const double least = sorted.front(), most = sorted.back();
  if (least == most) return {{least, most, static_cast<int>(sorted.size())}};
  std::vector<ValueClass> all;
  for (int i = 0; i < wished; ++i)
    all.push_back(
        {least + (most - least) * i / wished, i + 1 == wished ? most : least + (most - least) * (i + 1) / wished, 0});
  return all;
}

}  // namespace

std::string_view code(Classing classing) { return classing == Classing::quantile ? "quantile" : "equal"; }
std::string_view words(Classing classing) {
  return classing == Classing::quantile ? "As many in each class" : "As wide a range in each class";
}
std::optional<Classing> read_classing(std::string_view text) {
  for (const auto each : {Classing::quantile, Classing::equal})
    if (code(each) == text) return each;
  return std::nullopt;
}

int Classes::of(double value) const {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (value <= all[i].most) return static_cast<int>(i);
  return static_cast<int>(all.size()) - 1;
}

Classes classes_of(std::span<const double> values, Classing classing, int wished) {
  Classes found;
  if (values.empty()) return found;
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  found.all = classing == Classing::quantile ? quantiles(sorted, wished) : intervals(sorted, wished);
  if (classing == Classing::equal && found.all.size() > 1)
    for (const double value : sorted) ++found.all[static_cast<std::size_t>(found.of(value))].areas;
  return found;
}

}  // namespace explore
