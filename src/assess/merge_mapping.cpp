#include "assess/merge_mapping.h"

#include <algorithm>

namespace assess {

void remember(Names& names, std::string_view name) {
  if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

bool Mapping::add(MappingLine line) {
  remember(successors_, line.successor);
  has_days_ |= !line.holds.always();
  totals_[{line.predecessor, line.measure, line.holds.key()}] += line.share;
  auto& shares = shares_[{line.predecessor, line.successor, line.measure}];
  const bool twice = std::ranges::any_of(shares, [&](const Share& each) { return each.holds.overlaps(line.holds); });
  shares.push_back({line.holds, line.share});
  return !twice;
}

double Mapping::all_shares(const MappingLine& line) const {
  const auto found = totals_.find({line.predecessor, line.measure, line.holds.key()});
  return found == totals_.end() ? 0 : found->second;
}

bool Mapping::knows(const std::string& predecessor) const {
  const auto found = shares_.lower_bound({predecessor, "", ""});
  return found != shares_.end() && found->first[0] == predecessor;
}

std::optional<double> Mapping::share(const std::string& predecessor, const std::string& successor, const std::string& measure,
                                     const std::optional<calendar::Period>& period) const {
  for (const auto& of : {measure, std::string()}) {
    const auto found = shares_.find({predecessor, successor, of});
    if (found == shares_.end()) continue;
    for (const auto& each : found->second)
      if (each.holds.always() || (period && each.holds.in(*period))) return each.share;
  }
  return std::nullopt;
}

bool Contributions::counts_twice() const {
  const auto has = [&](std::string_view tier) { return std::ranges::find(tiers, tier) != tiers.end(); };
  return has("district") && has("county");
}

std::vector<Brought> brought_to(const std::string& successor, const Contributions& from, const std::string& period,
                                const std::optional<calendar::Period>& read, const Mapping& mapping) {
  std::vector<Brought> all;
  for (const auto& predecessor : from.predecessors) {
    const auto share = mapping.share(predecessor, successor, from.measure, read);
    if (!share || *share == 0) continue;
    const auto found = from.figures.find({predecessor, period});
    all.push_back(found == from.figures.end() ? Brought{} : found->second);
    all.back().share = *share;
    all.back().predecessor = predecessor;
  }
  return all;
}

Merged added_up(std::span<const Brought> brought, const Contributions& from) {
  return from.aggregation ? merged(brought, *from.aggregation, from.multiplier) : merged_standardised(brought, from.multiplier);
}

}  // namespace assess
