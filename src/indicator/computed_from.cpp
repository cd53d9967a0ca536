#include "indicator/computed_from.h"

#include <algorithm>
#include <set>
#include <vector>

#include "indicator/spending.h"
#include "kit/quote.h"

namespace indicator {
namespace {

using calendar::months_in;

bool is_same(const Definition& a, const Definition& b) {
  return a.indicator != 0 && b.indicator != 0 ? a.indicator == b.indicator : a.code == b.code;
}

std::string frequency_words(const Definition& d) { return std::string(calendar::words(d.frequency)); }

std::string submitted_words(Submitted submitted) {
  switch (submitted) {
    case Submitted::in_period: return "each period by itself";
    case Submitted::cumulative: return "from 1 April on";
    case Submitted::rolling_12: return "for twelve months";
    case Submitted::cumulative_over_annual: return "over the whole year’s denominator";
  }
  return {};
}

// Whether the figures of the one can stand for the periods of the other.
std::string why_not_in_its_periods(const Definition& made, const Definition& input) {
  const int own = months_in(made.frequency), others = months_in(input.frequency);
  if (others > own)
    return input.code + " is " + frequency_words(input) + " and " + made.code + " " + frequency_words(made) +
           ": a longer period cannot be split. Make " + made.code + " " + frequency_words(input) + ", or leave " +
           input.code + " out.";
  const bool alone = input.aggregation == Aggregation::median || input.aggregation == Aggregation::percentile;
  if (alone && others < own)
    return input.code + " is a " + std::string(code(input.aggregation)) +
           ", of which several periods cannot make one. Make " + made.code + " " + frequency_words(input) + ".";
  const bool fits = made.submitted == input.submitted ||
                    (made.submitted == Submitted::in_period && input.submitted == Submitted::cumulative);
  if (!fits)
    return input.code + " is handed in " + submitted_words(input.submitted) + ", and " + made.code + " " +
           submitted_words(made.submitted) + ". Hand both in the same way.";
  return {};
}

// Totals of ratios come from their parts: a percentage in a sum would be an average of percentages sooner or later.
std::string why_not_taken_so(const Definition& made, const Definition& input, Taken taken) {
  const bool ratio = has_parts(input.aggregation);
  if (taken != Taken::figure && !ratio) return input.code + " has no numerator and denominator. Write [" + input.code + "] alone.";
  const bool adds_up = has_parts(made.aggregation) || made.aggregation == Aggregation::sum;
  if (taken == Taken::figure && ratio && adds_up)
    return input.code + " is a ratio. Take [" + input.code + "].numerator and [" + input.code +
           "].denominator, so that percentages are never averaged.";
  return {};
}

bool is_among(const std::vector<std::string>& units, std::string_view unit) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return std::ranges::any_of(units, [&](const std::string& one) { return std::ranges::equal(one, unit, {}, upper, upper); });
}

std::string no_unit(std::string_view unit, const std::vector<std::string>& units) {
  std::string said = "There is no directorate or service " + kit::quoted(unit) + " whose money could be taken.";
  if (units.empty()) return said + " Bring in the council’s directorates and services first.";
  for (std::size_t i = 0; i < units.size(); ++i) said += (i == 0 ? " Write one of " : i + 1 == units.size() ? " or " : ", ") + units[i];
  return said + ".";
}

// Everything that is needed, nearest first, so that the shortest way round is the one that is told.
class Round {
 public:
  Round(const Definition& start, const FindDefinition& find) : start_(start), find_(find) {}

  std::string find() {
    steps_.push_back({&start_, 0});
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      const auto formula = formula_of(*steps_[at].definition);
      if (!formula) continue;
      for (const auto& code : formula->codes()) {
        const auto* next = find_(code);
        if (next && is_same(*next, start_)) return way_to(at);
        if (next && seen_.insert(next->code).second) steps_.push_back({next, at});
      }
    }
    return {};
  }

 private:
  std::string way_to(std::size_t at) const {
    std::vector<std::string> way = {start_.code};
    for (; at > 0; at = steps_[at].from) way.push_back(steps_[at].definition->code);
    way.push_back(start_.code);
    std::string words = way.back();
    for (std::size_t i = way.size() - 1; i-- > 0;) words += (i + 2 == way.size() ? " needs " : ", which needs ") + way[i];
    return words;
  }

  struct Step {
    const Definition* definition;
    std::size_t from;  // the step that needs it
  };
  const Definition& start_;
  const FindDefinition& find_;
  std::vector<Step> steps_;
  std::set<std::string> seen_;
};

}  // namespace

std::optional<Formula> formula_of(const Definition& definition) {
  if (!is_computed(definition)) return std::nullopt;
  auto read = read_formula(definition.computed_from);
  return read ? std::optional(*std::move(read)) : std::nullopt;
}

std::string cycle_through(const Definition& definition, const FindDefinition& find) { return Round(definition, find).find(); }

kit::Refusals faults_of_formula(const Definition& d, const FindDefinition& find, const std::vector<std::string>& units) {
  kit::Refusals no;
  if (!is_computed(d)) return no;
  const auto formula = read_formula(d.computed_from);
  if (!formula) return formula.refusals();
  const auto refuse = [&](std::string sentence) {
    const bool told = std::ranges::any_of(no.all(), [&](const auto& one) { return one.sentence == sentence; });
    if (!sentence.empty() && !told) no.add("computed_from", std::move(sentence));
  };
  if (formula->references().empty()) refuse("It refers to no indicator. Write the reference of each in square brackets, such as [BBF07].");
  if (has_parts(d.aggregation) && !formula->is_ratio())
    refuse(
        d.code +
        " keeps numerator and denominator, so the last step is a division: ([BBF01] + [BBF02]) / [BBF03]. Its multiplier, " +
        d.multiplier.text() + ", comes by itself.");
  for (const auto& reference : formula->references()) {
    const auto unit = unit_spent_by(reference.code);
    const auto spending = spending_of(unit, unit);
    const auto* input = unit.empty() ? find(reference.code) : &spending;
    if (!unit.empty() && !is_among(units, unit)) refuse(no_unit(unit, units));
    else if (!input) refuse("There is no indicator " + kit::quoted(reference.code) + ". Correct the reference.");
    else if (is_same(*input, d)) refuse(d.code + " refers to itself. Take the reference out.");
    else refuse(why_not_taken_so(d, *input, reference.taken)), refuse(why_not_in_its_periods(d, *input));
  }
  if (no.any()) return no;
  if (const auto round = cycle_through(d, find); !round.empty())
    refuse("The formulas go round: " + round + ". Take one of these references out.");
  return no;
}

}  // namespace indicator
