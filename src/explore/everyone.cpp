#include "explore/everyone.h"

namespace explore {

EveryoneAt standings(const NewestFigures& of, indicator::Polarity polarity, std::optional<std::uint32_t> only) {
  std::vector<double> figures;
  figures.reserve(of.figures.size());
  for (const auto& [council, figure] : of.figures) figures.push_back(figure);
  const assess::Group group(std::move(figures), polarity);
  EveryoneAt made;
  if (!group.spread()) return made;
  made.median = group.spread()->median, made.mad = group.spread()->mad;
  const bool has_quarters = group.size() >= 5;
  made.councils.reserve(only ? 1 : of.figures.size());
  for (const auto& [council, figure] : of.figures) {
    if (only && *only != council) continue;
    const auto stands = group.of(figure);
    made.councils.push_back({council, figure, stands.rank, has_quarters ? stands.quartile : std::nullopt,
                             stands.others_median, stands.mads});
  }
  return made;
}

}  // namespace explore
