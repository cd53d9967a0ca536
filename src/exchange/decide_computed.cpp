// Figures that follow by formula from what a file brings: for each period and each moment at which one of the inputs was told, as it
// was known then. What the file itself says of a computed indicator stands.
#include <algorithm>
#include <map>
#include <set>

#include "assess/formulas.h"
#include "collect/computed.h"
#include "exchange/deciding.h"
#include "indicator/spending.h"
#include "kit/number.h"

namespace exchange {
namespace {

using calendar::Period;
using collect::Figure;

bool says_the_same(const Figure& a, const Figure& b) {
  return a.state == b.state && a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator && a.note == b.note;
}

class ComputedFigures {
 public:
  explicit ComputedFigures(Deciding& it) : it_(it) {}

  void decide() {
    if (!gather()) return;
    assess::index(picture_);
    inputs_.emplace(picture_);
    take_spending();
    for (const auto& one : assess::computed_indicators(*inputs_)) follow(one);
    if (made_ == 0) return;
    const auto figures = kit::with_commas(made_, 0) + (made_ == 1 ? " figure of " : " figures of ");
    it_.changes.notices.push_back(
        figures + kit::in_words(static_cast<int>(of_.size())) +
        (of_.size() == 1 ? " computed indicator" : " computed indicators") +
        (made_ == 1 ? " follows from what is brought in." : " follow from what is brought in."));
  }

 private:
  static bool is_computed(const Becoming& one) {
    return std::ranges::any_of(one.definitions, [](const auto* d) { return indicator::is_computed(*d); });
  }

  // The computed indicators and all that they refer to, as they will be; false when there are none.
  bool gather() {
    std::set<std::size_t> wanted;
    for (std::size_t i = 0; i < it_.indicators.size(); ++i) {
      if (!is_computed(it_.indicators[i])) continue;
      wanted.insert(i);
      for (const auto* definition : it_.indicators[i].definitions)
        if (const auto formula = indicator::formula_of(*definition))
          for (const auto& code : formula->codes())
            if (const auto place = it_.indicator(code)) wanted.insert(*place);
    }
    for (const auto place : wanted) keep(it_.indicators[place]);
    if (wanted.empty()) return false;
    take_rows(wanted);
    take_money();
    for (const auto& figure : it_.changes.figures) take(figure);
    for (auto& kept : picture_.indicators) put_in_order(kept.figures);
    for (const auto& made : it_.made)
      if (indicator::is_computed(*made)) new_formulas_.insert(made->indicator);
    return true;
  }

  void keep(const Becoming& one) {
    assess::Kept kept;
    kept.id = one.id;
    for (const auto* definition : one.definitions) kept.definitions.push_back(*definition);
    if (one.known) kept.figures = one.known->figures;
    places_.emplace(one.id, picture_.indicators.size());
    picture_.indicators.push_back(std::move(kept));
  }

  void take_rows(const std::set<std::size_t>& wanted) {
    std::vector<bool> is_wanted;
    for (std::uint32_t i = 0; i < it_.intake.figure_codes.size(); ++i) {
      const auto place = it_.indicator(it_.intake.figure_codes[i]);
      is_wanted.push_back(place && wanted.contains(*place));
    }
    FigureRow row;
    for (const auto i : it_.changes.added_rows) {
      if (!is_wanted[it_.changes.figure_rows.code(i)]) continue;
      it_.changes.figure_rows.take(i, row);
      take(row);
    }
  }

  void take(const Figure& figure) {
    const auto place = places_.find(figure.indicator);
    if (place == places_.end()) return;
    picture_.indicators[place->second].figures.push_back(figure);
    brought_[figure.indicator].insert(figure.period);
  }

  void take_money() {
    const auto& known = *it_.known.picture;
    picture_.council.units = known.council.units;
    picture_.money = known.money;
    picture_.council.units.insert(picture_.council.units.end(), it_.changes.units.begin(), it_.changes.units.end());
    picture_.money.insert(picture_.money.end(), it_.changes.money.begin(), it_.changes.money.end());
  }

  // A month told anew may complete others of its year: all are looked at, and what comes to the same stays.
  void take_spending() {
    if (it_.changes.money.empty()) return;
    for (const auto& spending : inputs_->spending())
      for (const auto& figure : spending.figures) brought_[spending.id].insert(figure.period);
  }

  static void put_in_order(collect::Figures& figures) {
    std::ranges::stable_sort(figures, [](const Figure& a, const Figure& b) {
      return a.period != b.period ? a.period < b.period : a.edition < b.edition;
    });
  }

  void follow(const assess::ComputedIndicator& one) {
    std::set<Period> periods;
    const bool is_new = new_formulas_.contains(one.kept->id);
    for (const auto* input : one.inputs) {
      for (const auto& figure : input->figures)
        if (is_new || brought_[input->id].contains(figure.period))
          for (const auto& into :
               collect::periods_fed(one.kept->in(figure.period), input->in(figure.period), figure.period))
            periods.insert(into);
    }
    for (const auto& period : periods)
      if (!brought_[one.kept->id].contains(period)) follow(one, period);
  }

  void follow(const assess::ComputedIndicator& one, const Period& period) {
    auto& kept = picture_.indicators[picture_.places.at(one.kept->id)];
    const auto& d = kept.in(period);
    const auto formula = indicator::formula_of(d);
    if (!formula || d.applies_from > period.last() || (d.ends && *d.ends < period.first())) return;
    std::optional<Figure> told;
    for (const auto& figure : kept.figures)
      if (figure.period == period) told = figure;
    const auto moments = moments_of(one, d, period, told ? std::optional(told->at) : std::nullopt);
    for (const auto moment : moments) {
      auto next = as_known(*formula, d, period, moment);
      if (!next || (told && says_the_same(*told, *next))) continue;
      next->edition = told ? told->edition + 1 : 1;
      next->at = moment;
      if (told && told->state == collect::State::given)
        next->standing = collect::Standing::revised, next->reason = "A figure that it is computed from was corrected.";
      told = next;
      add(kept, *next);
    }
  }

  // When one of its inputs was told, later than what is known of it.
  std::set<kit::Moment> moments_of(const assess::ComputedIndicator& one, const indicator::Definition& d,
                                   const Period& period, std::optional<kit::Moment> after) const {
    std::set<kit::Moment> all;
    for (const auto* input : one.inputs) {
      const auto taken = collect::periods_taken(d, input->in(period), period);
      for (const auto& figure : input->figures)
        if (std::ranges::find(taken, figure.period) == taken.end()) continue;
        else if (!after || *after < figure.at) all.insert(figure.at);
        else if (is_spending(*input) && *after < it_.now) all.insert(it_.now);  // money is often dated before the run, and comes after it
    }
    return all;
  }

  static bool is_spending(const assess::Kept& input) { return !indicator::unit_spent_by(input.now().code).empty(); }

  // None while an input is not there at all.
  std::optional<Figure> as_known(const indicator::Formula& formula, const indicator::Definition& d,
                                 const Period& period, kit::Moment moment) const {
    bool is_complete = true;
    const collect::Inputs inputs{[&](std::string_view code, const Period& in) -> const indicator::Definition* {
                                   const auto* input = inputs_->find(code);
                                   return input ? &input->in(in) : nullptr;
                                 },
                                 [&](indicator::IndicatorId id, const Period& in) {
                                   const Figure* found = nullptr;
                                   if (const auto* input = inputs_->find(id))
                                     for (const auto& figure : input->figures)
                                       if (figure.period == in && figure.at <= moment) found = &figure;
                                   is_complete = is_complete && found;
                                   return found;
                                 }};
    auto computed = collect::compute(d, formula, period, inputs);
    return is_complete ? std::optional(std::move(computed.figure)) : std::nullopt;
  }

  void add(assess::Kept& kept, const Figure& figure) {
    kept.figures.push_back(figure);
    put_in_order(kept.figures);
    brought_[kept.id].insert(figure.period);
    it_.changes.figures.push_back(figure);
    of_.insert(kept.id);
    ++made_;
  }

  Deciding& it_;
  assess::Picture picture_;
  std::optional<assess::FormulaInputs> inputs_;
  std::map<indicator::IndicatorId, std::size_t> places_;
  std::map<indicator::IndicatorId, std::set<Period>> brought_;
  std::set<indicator::IndicatorId> new_formulas_, of_;
  int made_ = 0;
};

}  // namespace

void decide_computed(Deciding& it) { ComputedFigures(it).decide(); }

}  // namespace exchange
