#include "assess/formulas.h"

#include <algorithm>

namespace assess {
namespace {

std::vector<const Kept*> inputs_of(const Picture& picture, const indicator::Definition& definition) {
  std::vector<const Kept*> all;
  const auto formula = indicator::formula_of(definition);
  if (!formula) return all;
  for (const auto& code : formula->codes())
    if (const auto* input = picture.find(code); input && std::ranges::find(all, input) == all.end()) all.push_back(input);
  return all;
}

// Each pass brings every level up by what its inputs have; formulas do not go round, and if they did the passes end all the same.
void find_levels(std::vector<ComputedIndicator>& all) {
  bool moved = true;
  for (std::size_t pass = 0; moved && pass < all.size(); ++pass) {
    moved = false;
    for (auto& one : all)
      for (const auto& input : all)
        if (one.needs(input.kept->id) && one.level <= input.level) one.level = input.level + 1, moved = true;
  }
}

}  // namespace

bool ComputedIndicator::needs(indicator::IndicatorId id) const {
  return std::ranges::any_of(inputs, [&](const Kept* input) { return input->id == id; });
}

std::vector<ComputedIndicator> computed_indicators(const Picture& picture) {
  std::vector<ComputedIndicator> all;
  for (const auto& kept : picture.indicators) {
    if (std::ranges::none_of(kept.definitions, indicator::is_computed)) continue;
    ComputedIndicator one{&kept, {}, 1};
    for (const auto& definition : kept.definitions)
      for (const auto* input : inputs_of(picture, definition))
        if (!one.needs(input->id)) one.inputs.push_back(input);
    all.push_back(std::move(one));
  }
  find_levels(all);
  std::ranges::stable_sort(all, {}, &ComputedIndicator::level);
  return all;
}

std::vector<const Kept*> used_in(const Picture& picture, const Kept& kept) {
  std::vector<const Kept*> all;
  for (const auto& other : picture.indicators) {
    const auto inputs = indicator::is_computed(other.now()) ? inputs_of(picture, other.now()) : std::vector<const Kept*>();
    if (std::ranges::find(inputs, &kept) != inputs.end()) all.push_back(&other);
  }
  return all;
}

}  // namespace assess
