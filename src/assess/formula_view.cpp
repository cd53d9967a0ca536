#include "assess/formula_view.h"

#include <algorithm>

#include "assess/formulas.h"
#include "collect/computed_input.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::Period;
using collect::Figure;

const Figure* newest_in(const Kept& kept, const Period& period) {
  const Figure* found = nullptr;
  for (const auto& figure : kept.figures)
    if (figure.period == period) found = &figure;
  return found;
}

collect::Inputs inputs_of(const FormulaInputs& known) {
  return {[&known](std::string_view code, const Period& period) -> const indicator::Definition* {
            const auto* input = known.find(code);
            return input ? &input->in(period) : nullptr;
          },
          [&known](indicator::IndicatorId id, const Period& period) {
            const auto* input = known.find(id);
            return input ? newest_in(*input, period) : nullptr;
          }};
}

std::string value_words(const Figure& figure, const indicator::Definition& d) {
  const auto number = collect::number_of(figure, d);
  if (number) return indicator::written(*number, d);
  return figure.state == collect::State::given ? "No applicable cases" : std::string(collect::words(figure.state));
}

// "(4 + 160) / (5 + 178) = 164 of 183 = 89.6%"
std::string arithmetic_words(const collect::Computed& computed, const indicator::Definition& d) {
  if (computed.arithmetic.empty()) return {};
  const auto& figure = computed.figure;
  auto said = computed.arithmetic;
  if (figure.numerator && figure.denominator)
    said += " = " + collect::exact_words(kit::Fraction(*figure.numerator)) + " of " +
            collect::exact_words(kit::Fraction(*figure.denominator));
  const auto value = value_words(figure, d);
  return said == value ? said : said + " = " + value;
}

}  // namespace

std::optional<ComputedView> computed_view(const Picture& picture, const Kept& kept, std::optional<Period> period) {
  const auto* newest = period ? newest_in(kept, *period) : kept.figures.empty() ? nullptr : &kept.figures.back();
  const auto& d = newest ? kept.in(newest->period) : kept.now();
  const auto formula = indicator::formula_of(d);
  if (!formula) return std::nullopt;
  const FormulaInputs known(picture);
  ComputedView view{d.code, d.title, d.computed_from, {}, {}, {}, {}};
  if (newest) {
    const auto computed = collect::compute(d, *formula, newest->period, inputs_of(known));
    view.period = newest->period.words();
    view.value = value_words(*newest, d);
    view.arithmetic = arithmetic_words(computed, d);
    view.inputs = computed.from;
    return view;
  }
  for (const auto& code : formula->codes()) {
    const auto* input = known.find(std::string_view(code));
    view.inputs.push_back({input ? input->now().code : code, input ? input->now().title : "", "", true});
  }
  return view;
}

FormulasView formulas_view(const Picture& picture) {
  FormulasView view;
  for (const auto& kept : picture.indicators)
    if (indicator::is_computed(kept.now()))
      if (auto one = computed_view(picture, kept)) view.all.push_back(*std::move(one));
  const auto count = static_cast<int>(view.all.size());
  auto number = kit::in_words(count);
  if (number[0] >= 'a' && number[0] <= 'z') number[0] = static_cast<char>(number[0] - 32);
  view.lede = count == 0   ? "Every figure is entered by somebody."
              : count == 1 ? "One indicator is computed from others. Nobody enters its figures: they follow."
                           : number + " indicators are computed from others. Nobody enters their figures: they follow.";
  return view;
}

}  // namespace assess
