#include "assess/formulas.h"

#include <algorithm>

#include "indicator/spending.h"
#include "money/spent.h"

namespace assess {
namespace {

constexpr indicator::IndicatorId before_spending = -1'000'000'000;  // new indicators of a file count from -1 downwards

// One figure for each edition of each month; a month whose sum is not known is not available yet.
collect::Figures figures_of(const std::vector<money::Spent>& spent, indicator::IndicatorId id) {
  collect::Figures all;
  for (const auto& one : spent) {
    auto& figure = all.emplace_back();
    figure.indicator = id;
    figure.period = one.month;
    figure.edition = one.edition;
    figure.at = one.at;
    figure.value = one.sum;
    figure.state = one.sum ? collect::State::given : collect::State::delayed;
  }
  return all;
}

template <class Known>
std::vector<const Kept*> inputs_of(const Known& known, const indicator::Definition& definition) {
  std::vector<const Kept*> all;
  const auto formula = indicator::formula_of(definition);
  if (!formula) return all;
  for (const auto& code : formula->codes())
    if (const auto* input = known.find(std::string_view(code)); input && std::ranges::find(all, input) == all.end()) all.push_back(input);
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

FormulaInputs::FormulaInputs(const Picture& picture) : picture_(picture) {
  for (const auto& kept : picture.indicators)
    for (const auto& definition : kept.definitions)
      if (const auto formula = indicator::formula_of(definition))
        for (const auto& code : formula->codes()) add_spending(code);
}

void FormulaInputs::add_spending(const std::string& reference) {
  const auto* unit = money::find_unit(picture_.council, indicator::unit_spent_by(reference));
  if (!unit || find(std::string_view(reference))) return;
  Kept kept;
  kept.id = before_spending - static_cast<indicator::IndicatorId>(spending_.size());
  kept.definitions.push_back(indicator::spending_of(unit->code, unit->name));
  kept.definitions.back().indicator = kept.id;
  kept.figures = figures_of(money::spent_by(picture_.council, picture_.money, unit->code), kept.id);
  spending_.push_back(std::move(kept));
}

const Kept* FormulaInputs::find(std::string_view reference) const {
  const auto code = indicator::unit_spent_by(reference);
  if (code.empty()) return picture_.find(reference);
  const auto* unit = money::find_unit(picture_.council, code);
  const auto found = std::ranges::find_if(
      spending_, [&](const Kept& one) { return unit && indicator::unit_spent_by(one.now().code) == unit->code; });
  return found == spending_.end() ? nullptr : &*found;
}

const Kept* FormulaInputs::find(indicator::IndicatorId id) const {
  const auto found = std::ranges::find(spending_, id, &Kept::id);
  return found == spending_.end() ? picture_.find(id) : &*found;
}

std::vector<ComputedIndicator> computed_indicators(const FormulaInputs& inputs) {
  std::vector<ComputedIndicator> all;
  for (const auto& kept : inputs.picture().indicators) {
    if (std::ranges::none_of(kept.definitions, indicator::is_computed)) continue;
    ComputedIndicator one{&kept, {}, 1};
    for (const auto& definition : kept.definitions)
      for (const auto* input : inputs_of(inputs, definition))
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
