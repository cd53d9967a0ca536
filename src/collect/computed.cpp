#include "collect/computed.h"

#include <algorithm>

#include "collect/computed_input.h"
#include "indicator/spending.h"
#include "money/money.h"

namespace collect {
namespace {

using indicator::Definition;
using indicator::Formula;
using indicator::Taken;
using kit::Fraction;

// The inputs of one formula in one period, each taken once however often it is named.
class Working {
 public:
  Working(const Definition& definition, const Formula& formula, const calendar::Period& period, const Inputs& inputs)
      : d_(definition), formula_(formula) {
    made_.figure.indicator = d_.indicator;
    made_.figure.period = period;
    for (const auto& code : formula.codes()) take(code, period, inputs);
  }

  Computed work() {
    tell_standing();
    if (!missing_.empty()) return not_available();
    for (const auto& reference : formula_.references()) find(reference);
    if (!missing_.empty()) return not_available();
    if (over_zero_) return nothing_to_divide_by(), std::move(made_);
    made_.arithmetic = formula_.with(words_);
    indicator::has_parts(d_.aggregation) ? make_parts() : make_value();
    return std::move(made_);
  }

 private:
  struct Input {
    std::string code, spoken;
    TakenInput taken;

    // Money to the penny, whatever it comes to.
    std::string words() const {
      const bool is_money = taken.missing.empty() && taken.value && !indicator::unit_spent_by(code).empty();
      const auto pounds = is_money ? taken.value->nearest() : std::nullopt;
      return pounds ? money::written(*pounds) : taken.words();
    }
  };

  void take(const std::string& code, const calendar::Period& period, const Inputs& inputs) {
    const auto* input = inputs.definition(code, period);
    Input one{input ? input->code : code, code, {}};
    if (!input) one.taken.missing = "is not an indicator", one.taken.state = State::delayed;
    else one.taken = take_input(d_, *input, period, inputs);
    const bool is_missing = !one.taken.missing.empty();
    if (input) one.spoken = indicator::spoken(*input);
    made_.from.push_back({one.code, input ? input->title : "", one.words(), is_missing});
    if (is_missing) miss(one.spoken + " " + one.taken.missing);
    codes_.push_back(code);
    inputs_.push_back(std::move(one));
  }

  void find(const indicator::Reference& reference) {
    const auto place = static_cast<std::size_t>(std::ranges::find(codes_, reference.code) - codes_.begin());
    const auto& [code, spoken, taken] = inputs_[place];
    const auto& number = reference.taken == Taken::numerator     ? taken.numerator
                         : reference.taken == Taken::denominator ? taken.denominator
                                                                 : taken.value;
    if (number) return numbers_.push_back(*number), words_.push_back(exact_words(*number));
    if (reference.taken == Taken::figure && taken.over_zero) over_zero_ = true;
    else miss(spoken + " has no numerator and denominator");
  }

  void miss(const std::string& what) {
    if (missing_.find(what) == missing_.npos) missing_ += (missing_.empty() ? "" : "; ") + what;
  }

  void tell_standing() {
    auto& standing = made_.figure.standing;
    for (const auto weak : {Standing::provisional, Standing::unchecked})
      if (std::ranges::any_of(
              inputs_, [&](const Input& one) { return one.taken.missing.empty() && one.taken.standing == weak; }))
        standing = weak;
  }

  // Nobody waits for what does not apply, and what is suppressed stays so in whatever it would go into.
  Computed not_available() {
    const auto any = [&](State state) { return std::ranges::any_of(inputs_, [&](const Input& one) { return one.taken.state == state; }); };
    auto& figure = made_.figure;
    figure.state = any(State::suppressed)       ? State::suppressed
                   : any(State::delayed)        ? State::delayed
                   : any(State::not_applicable) ? State::not_applicable
                                                : State::delayed;
    figure.standing = Standing::final;
    figure.note = "Not available: " + missing_ + ".";
    return std::move(made_);
  }

  void nothing_to_divide_by() {
    made_.figure.state = State::not_applicable;
    made_.figure.note = said_from() + " There was nothing to divide by.";
  }

  void too_large() {
    made_.figure.state = State::delayed;
    made_.figure.note = said_from() + " The numbers are too large to be worked out.";
  }

  void make_parts() {
    const auto top = exact(formula_.top(numbers_)), bottom = exact(formula_.bottom(numbers_));
    if (fails()) return;
    if (!top || !bottom) return too_large();
    made_.figure.numerator = top;
    made_.figure.denominator = bottom;
    made_.figure.note = said_from();
  }

  void make_value() {
    const auto value = exact(formula_.worked(numbers_));
    if (fails()) return;
    if (!value) return too_large();
    made_.figure.value = value;
    made_.figure.note = said_from();
  }

  std::optional<kit::Decimal> exact(const Formula::Worked& worked) {
    if (const auto* failed = std::get_if<Formula::Failed>(&worked)) {
      failed_ = *failed;
      return std::nullopt;
    }
    return std::get<Fraction>(worked).nearest();
  }

  bool fails() {
    if (!failed_) return false;
    if (*failed_ == Formula::Failed::over_zero) nothing_to_divide_by();
    else too_large();
    return true;
  }

  std::string said_from() const {
    std::string said = "Computed from ";
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      said += (i == 0 ? "" : i + 1 == inputs_.size() ? " and " : ", ") + inputs_[i].spoken + " (" + inputs_[i].words() + ")";
    return said + ".";
  }

  const Definition& d_;
  const Formula& formula_;
  Computed made_;
  std::vector<std::string> codes_;
  std::vector<Input> inputs_;
  std::string missing_;
  Formula::Numbers numbers_;
  std::vector<std::string> words_;
  bool over_zero_ = false;
  std::optional<Formula::Failed> failed_;
};

}  // namespace

Computed compute(const Definition& definition, const Formula& formula, const calendar::Period& period, const Inputs& inputs) {
  return Working(definition, formula, period, inputs).work();
}

}  // namespace collect
