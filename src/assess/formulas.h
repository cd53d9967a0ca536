// The indicators that are computed from others: what each needs, and which need it. Worked out from the definitions, whichever
// edition applies: a formula of a year before still holds for that year.
#pragma once
#include <vector>

#include "assess/picture.h"
#include "indicator/computed_from.h"

namespace assess {

// Whatever a formula may name: the picture's indicators, and what those units spent that some formula names.
class FormulaInputs {
 public:
  explicit FormulaInputs(const Picture& picture);
  FormulaInputs(const FormulaInputs&) = delete;
  FormulaInputs& operator=(const FormulaInputs&) = delete;

  const Kept* find(std::string_view reference) const;  // null when there is nothing of the name
  const Kept* find(indicator::IndicatorId id) const;
  const Picture& picture() const { return picture_; }
  const std::vector<Kept>& spending() const { return spending_; }

 private:
  void add_spending(const std::string& reference);

  const Picture& picture_;
  std::vector<Kept> spending_;  // its numbers are none of an indicator
};

struct ComputedIndicator {
  const Kept* kept = nullptr;
  std::vector<const Kept*> inputs;  // of all its editions, in the order of their formulas
  int level = 1;                    // one more than the highest of its inputs: in this order each comes after what it needs

  bool needs(indicator::IndicatorId id) const;
};
std::vector<ComputedIndicator> computed_indicators(const FormulaInputs& inputs);  // by level, then by code

// Those whose formulas of now refer to this one.
std::vector<const Kept*> used_in(const Picture& picture, const Kept& kept);

}  // namespace assess
