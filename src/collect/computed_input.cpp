#include "collect/computed_input.h"

#include <algorithm>

#include "kit/number.h"

namespace collect {
namespace {

using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;
using indicator::Submitted;
using kit::Fraction;
using Part = std::optional<Fraction>;

bool begins_year(const Period& period) { return period.start == Period::year(period.financial_year()).start; }

// What is handed in from 1 April on, for a figure of the period alone: what has come since the period before.
bool takes_difference(const Definition& made, const Definition& input) {
  return made.submitted == Submitted::in_period && input.submitted == Submitted::cumulative;
}

Part exact(const std::optional<kit::Decimal>& number) { return number ? Part(Fraction(*number)) : std::nullopt; }

std::string text(const Part& part) { return part ? exact_words(*part) : "?"; }

Standing weaker(Standing a, Standing b) {
  for (const auto weak : {Standing::unchecked, Standing::provisional})
    if (a == weak || b == weak) return weak;
  return Standing::final;
}

std::string why_missing(const Figure* figure) {
  if (!figure) return "has not been entered";
  if (figure->state == State::not_applicable) return "does not apply";
  return figure->state == State::suppressed ? "is suppressed" : "is not available yet";
}

Part both(const Part& a, const Part& b, std::optional<Fraction> (*with)(Fraction, Fraction)) {
  return a && b ? with(*a, *b) : std::nullopt;
}

std::optional<Fraction> plus(Fraction a, Fraction b) { return kit::add(a, b); }
std::optional<Fraction> minus(Fraction a, Fraction b) { return kit::subtract(a, b); }
std::optional<Fraction> larger(Fraction a, Fraction b) { return a < b ? b : a; }
std::optional<Fraction> smaller(Fraction a, Fraction b) { return b < a ? b : a; }

class Taking {
 public:
  Taking(const Definition& made, const Definition& input, const Period& period, const Inputs& inputs)
      : made_(made), input_(input), period_(period), inputs_(inputs) {}

  TakenInput take() {
    const auto periods = periods_taken(made_, input_, period_);
    if (periods.empty()) return fail(State::delayed, "cannot be put together for " + period_.words());
    if (takes_difference(made_, input_)) return since_before(periods);
    for (const auto& each : periods)
      if (!take_one(each, periods.size() > 1)) return taken_;
    if (count_ == 0) return fail(State::not_applicable, "does not apply");
    if (input_.aggregation == Aggregation::mean_of_snapshots && taken_.value)
      taken_.value = kit::divide(*taken_.value, Fraction(kit::Decimal::whole(count_)));
    return finished();
  }

 private:
  TakenInput fail(State state, std::string why) {
    taken_ = {};
    taken_.state = state;
    taken_.missing = std::move(why);
    return taken_;
  }

  const Figure* known(const Period& period) const { return inputs_.figure(input_.indicator, period); }

  // False when it is missing. Of several periods, those to which it does not apply are left out.
  bool take_one(const Period& period, bool is_one_of_several) {
    const auto* figure = known(period);
    if (is_one_of_several && figure && figure->state == State::not_applicable) return true;
    if (!figure || figure->state != State::given) {
      fail(figure ? figure->state : State::delayed, why_missing(figure) + (is_one_of_several ? " for " + period.words() : ""));
      return false;
    }
    ++count_;
    taken_.standing = weaker(taken_.standing, figure->standing);
    if (count_ == 1) {
      taken_.value = exact(figure->value);
      taken_.numerator = exact(figure->numerator);
      taken_.denominator = exact(figure->denominator);
    } else {
      put_together(*figure);
    }
    return true;
  }

  void put_together(const Figure& figure) {
    taken_.numerator = both(taken_.numerator, exact(figure.numerator), plus);
    taken_.denominator = both(taken_.denominator, exact(figure.denominator), plus);
    const auto with = input_.aggregation == Aggregation::max ? larger : input_.aggregation == Aggregation::min ? smaller : plus;
    taken_.value = indicator::has_parts(input_.aggregation) ? std::nullopt : both(taken_.value, exact(figure.value), with);
  }

  TakenInput since_before(const std::vector<Period>& periods) {
    if (!take_one(periods.back(), periods.size() > 1)) return taken_;
    if (begins_year(periods.front())) return finished();
    const auto before = periods.front().previous();
    const auto* figure = known(before);
    if (!figure || figure->state != State::given)
      return fail(figure ? figure->state : State::delayed, why_missing(figure) + " for " + before.words());
    taken_.standing = weaker(taken_.standing, figure->standing);
    taken_.value = both(taken_.value, exact(figure->value), minus);
    taken_.numerator = both(taken_.numerator, exact(figure->numerator), minus);
    taken_.denominator = both(taken_.denominator, exact(figure->denominator), minus);
    return finished();
  }

  // A ratio's own number comes from its parts where it has them.
  TakenInput finished() {
    if (!taken_.numerator || !taken_.denominator) {
      if (!taken_.value) return fail(State::delayed, "has no numerator and denominator");
      return taken_;
    }
    taken_.over_zero = taken_.denominator->is_zero();
    const auto share = kit::divide(*taken_.numerator, *taken_.denominator);
    taken_.value = share ? kit::multiply(*share, Fraction(input_.multiplier)) : std::nullopt;
    return taken_;
  }

  const Definition& made_;
  const Definition& input_;
  const Period& period_;
  const Inputs& inputs_;
  TakenInput taken_;
  int count_ = 0;
};

}  // namespace

std::string exact_words(Fraction number) {
  const auto decimal = number.nearest();
  if (!decimal) return "?";
  const auto text = decimal->text();
  const auto point = text.find('.');
  return kit::with_commas(decimal->number(), point == text.npos ? 0 : static_cast<int>(text.size() - point - 1));
}

std::string TakenInput::words() const {
  if (!missing.empty()) return missing;
  return numerator && denominator ? text(numerator) + " of " + text(denominator) : text(value);
}

std::vector<Period> periods_taken(const Definition& made, const Definition& input, const Period& period) {
  const int step = calendar::months_in(input.frequency);
  if (step == calendar::months_in(made.frequency)) return {period};
  if (step > period.months || period.months % step != 0) return {};
  std::vector<Period> all;
  for (int start = period.start; start < period.end(); start += step) all.push_back({start, step});
  const bool only_last = input.aggregation == Aggregation::snapshot ||
                         (input.submitted != Submitted::in_period && made.submitted == input.submitted);
  return only_last ? std::vector<Period>{all.back()} : all;
}

std::vector<Period> periods_fed(const Definition& made, const Definition& input, const Period& period) {
  const auto into = period.fits(made.frequency) ? period : Period::containing(period.last(), made.frequency);
  std::vector<Period> all = {into};
  if (takes_difference(made, input) && !begins_year(into.next())) all.push_back(into.next());
  return all;
}

TakenInput take_input(const Definition& made, const Definition& input, const Period& period, const Inputs& inputs) {
  return Taking(made, input, period, inputs).take();
}

}  // namespace collect
