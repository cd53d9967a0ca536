// A figure that follows from others by its indicator's formula, with what it was computed from. A missing input makes it not
// available, for a reason that names the input, and never 0; nothing to divide by is no value, and counts as reported.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/figure.h"
#include "indicator/formula.h"
#include "indicator/indicator.h"

namespace collect {

// What is known of the indicators that a formula refers to.
struct Inputs {
  std::function<const indicator::Definition*(std::string_view code, const calendar::Period& period)> definition;  // null: no such indicator
  std::function<const Figure*(indicator::IndicatorId indicator, const calendar::Period& period)> figure;          // null: nothing there yet
};

// One input as it went in.
struct Used {
  std::string code, title;
  std::string words;  // "12 of 40", or why it is missing: "has not been entered"
  bool is_missing = false;
};

struct Computed {
  Figure figure;            // without edition and moment; its note says from what it was computed
  std::vector<Used> from;   // each input once, in the order of the formula
  std::string arithmetic;   // "(12 + 3) / (40 + 9)"; empty when an input is missing
};
Computed compute(const indicator::Definition& definition, const indicator::Formula& formula,
                 const calendar::Period& period, const Inputs& inputs);

// The periods of an input whose figures a computed one of `period` takes; empty when its periods do not fit.
std::vector<calendar::Period> periods_taken(const indicator::Definition& made, const indicator::Definition& input,
                                            const calendar::Period& period);
// Of the computed one, the periods that an input's figure goes into.
std::vector<calendar::Period> periods_fed(const indicator::Definition& made, const indicator::Definition& input,
                                          const calendar::Period& period);

}  // namespace collect
