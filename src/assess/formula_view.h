// What is told of computed indicators: the formula, what goes into it, and how the newest figure was worked out.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/computed.h"
#include "indicator/computed_from.h"

namespace assess {

struct ComputedView {
  std::string code, title;
  std::string formula;     // "[SAT07] + [SAT08]"
  std::string period;      // of its newest figure, in words; empty when there is none yet
  std::string value;       // "88.4%", or why there is none
  std::string arithmetic;  // "(4 + 160) / (5 + 178) = 164 of 183 = 89.6%"; empty when an input is missing
  std::vector<collect::Used> inputs;  // each with what went in
};
// By the definition that applies in the period of the newest figure, or in `period`. None when the indicator is entered.
std::optional<ComputedView> computed_view(const Picture& picture, const Kept& kept, std::optional<calendar::Period> period = std::nullopt);

struct FormulasView {
  std::string lede;
  std::vector<ComputedView> all;  // by code
};
FormulasView formulas_view(const Picture& picture);

template <class Teller>
void describe(Teller& t, const ComputedView& view) {
  std::string inputs;
  for (const auto& input : view.inputs) inputs += (inputs.empty() ? "" : "; ") + input.code;
  t.field("indicator", view.code);
  t.field("title", view.title);
  t.field("computed_from", view.formula);
  t.field("inputs", inputs);
  t.field("period", view.period);
  t.field("value", view.value);
  t.field("arithmetic", view.arithmetic);
}

template <class Teller>
void describe(Teller& t, const FormulasView& view) {
  t.field("in_short", view.lede);
  t.rows("formulas", view.all);
}

}  // namespace assess
