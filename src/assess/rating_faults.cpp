#include "assess/rating_faults.h"

#include <algorithm>
#include <set>

#include "assess/rating_situations.h"

namespace assess {
namespace {

using Kind = Condition::Kind;
using Takes = ConditionKind::Takes;

constexpr std::size_t most_steps = 12, most_conditions = 4, longest_name = 48;
constexpr double most_situations = 1e6;
constexpr int least_count = 2, most_count = 12;

std::string field_of(std::size_t step) { return "step_" + std::to_string(step + 1); }
std::string named(std::size_t step) { return "Step " + std::to_string(step + 1); }

std::string_view compared_words(Direction direction, std::string_view better, std::string_view same,
                                std::string_view worse, std::string_view none) {
  return direction == Direction::improving   ? better
         : direction == Direction::no_change ? same
         : direction == Direction::worsening ? worse
                                             : none;
}

// The first situation for which a rule has no answer, in words.
std::string words(const Situation& s, const RatingRule& rule) {
  std::string text = s.better < 0 ? "worse than target" : s.better > 0 ? "better than target" : "exactly on target";
  const auto& beside = s.beside;
  const auto asks = [&](const auto& kinds) { return std::ranges::any_of(kinds, [&](Kind kind) { return rule.asks(kind); }); };
  const bool asks_before = asks(Situations::before_kinds), asks_year = asks(Situations::year_kinds);
  if (s.better < 0 && rule.asks(Kind::within_tolerance))
    text += s.standard.tolerance > 0 ? ", within its tolerance" : ", past its tolerance";
  if (s.better < 0 && rule.asks(Kind::minimum_met)) text += beside.minimum ? ", above its minimum" : ", below its minimum or without one";
  if (asks_before)
    text += compared_words(beside.before.direction, ", better than the period before", ", as the period before",
                           ", worse than the period before", ", without a period before to compare with");
  if (asks_year)
    text += compared_words(beside.year.direction, ", better than a year before", ", as a year before",
                           ", worse than a year before", ", without a year before to compare with");
  if (rule.asks(Kind::provisional)) text += beside.provisional ? ", provisional" : ", final";
  return text;
}

bool is_for_overdue(const RuleStep& step) {
  return std::ranges::any_of(step.when, [](const Condition& one) { return one.kind == Kind::overdue; });
}

class Finding {
 public:
  explicit Finding(const RatingRule& rule) : rule_(rule) {}

  kit::Refusals all() {
    name();
    if (rule_.steps.empty()) no_.add("steps", "Give the rule at least one step.");
    if (rule_.steps.size() > most_steps) no_.add("steps", "Use at most 12 steps: nobody can follow more.");
    for (std::size_t i = 0; i < rule_.steps.size(); ++i) step(i);
    overdue();
    if (!no_.any())
      no_.unless(Situations(rule_).count() <= most_situations, "steps",
                 "The rule asks too many different things at once for anybody to follow. Use fewer conditions.");
    if (no_.any()) return no_;
    try_everything();
    whole();
    return no_;
  }

 private:
  void name() {
    no_.unless(!rule_.name.empty(), "name", "Give the rule a name by which people will speak of it.");
    no_.unless(rule_.name.size() <= longest_name, "name", "Use at most 48 letters for the name.");
    no_.unless(std::ranges::none_of(rule_.name, [](unsigned char c) { return c < 0x20 || c == 0x7f; }), "name",
               "Type the name on one line.");
  }

  void step(std::size_t i) {
    const auto& when = rule_.steps[i].when;
    no_.unless(when.size() <= most_conditions, field_of(i), named(i) + ": use at most four conditions.");
    for (const auto& condition : when) number(i, condition);
  }

  void number(std::size_t i, const Condition& condition) {
    const auto by = condition.by;
    switch (kind_of(condition).takes) {
      case Takes::nothing: return;
      case Takes::percent:
        return no_.unless(by > kit::Decimal() && by <= kit::Decimal::whole(100), field_of(i),
                          named(i) + ": type a percentage above 0 and up to 100, such as 5.");
      case Takes::amount: return no_.unless(by > kit::Decimal(), field_of(i), named(i) + ": type an amount above 0, such as 2.");
      case Takes::count:
        return no_.unless(by >= kit::Decimal::whole(least_count) && by <= kit::Decimal::whole(most_count) &&
                              by.units() % kit::Decimal::whole(1).units() == 0,
                          field_of(i), named(i) + ": type a whole number of periods from 2 to 12.");
    }
  }

  // A missing figure stands alone: there is nothing else to ask of it.
  void overdue() {
    bool before = false;
    for (std::size_t i = 0; i < rule_.steps.size(); ++i) {
      const auto& step = rule_.steps[i];
      if (!is_for_overdue(step)) continue;
      no_.unless(
          step.when.size() == 1, field_of(i),
          named(i) + " asks for something of a figure that has not come. Keep only the condition that it is overdue.");
      no_.unless(step.rating == Rating::red || step.rating == Rating::amber || step.rating == Rating::not_rated, field_of(i),
                 named(i) + " would say that a target is met without a figure. A missing figure can be off target, close or not rated.");
      no_.unless(!before, field_of(i), named(i) + " can never be reached: an earlier step takes what is overdue.");
      before = true;
    }
  }

  void try_everything() {
    decides_.assign(rule_.steps.size(), false);
    Situations(rule_).each([&](const Situation& s) {
      const auto step = deciding(rule_, s);
      if (!step) {
        if (open_.empty()) open_ = words(s, rule_);
        return;
      }
      decides_[*step] = true;
      const auto rating = rule_.steps[*step].rating;
      if (rating == Rating::red && s.better >= 0) contradicts_.insert(*step);
      if (rating == Rating::blue && s.better < 0) contradicts_.insert(*step);
    });
  }

  void whole() {
    for (std::size_t i = 0; i < rule_.steps.size(); ++i)
      if (!decides_[i] && !is_for_overdue(rule_.steps[i]))
        no_.add(
            field_of(i),
            named(i) +
                " can never be reached: earlier steps take every figure for which it would hold, or its conditions exclude each other. Move it up, change it or remove it.");
    for (const auto i : contradicts_)
      no_.add(
          field_of(i),
          rule_.steps[i].rating == Rating::red
              ? named(i) +
                    " would say Off target of a figure that is on target. Add the condition that it is worse than target, or move the step below the one for On target."
              : named(i) +
                    " would say Better than target of a figure that is not. Add the condition that it is on or better than target.");
    if (!open_.empty())
      no_.add("steps", "Some figures would get no status, such as one that is " + open_ +
                           ". Add a last step that counts in every other case.");
    no_.unless(gives(Rating::red), "steps", "No step says Off target. Add one: a rule that cannot say it hides what needs attention.");
    no_.unless(gives(Rating::green) || gives(Rating::blue), "steps", "No step says On target. Add one for a target that is met.");
  }

  bool gives(Rating rating) const { return std::ranges::any_of(rule_.steps, [&](const RuleStep& step) { return step.rating == rating; }); }

  const RatingRule& rule_;
  kit::Refusals no_;
  std::vector<bool> decides_;
  std::set<std::size_t> contradicts_;
  std::string open_;
};

}  // namespace

kit::Refusals faults(const RatingRule& rule) { return Finding(rule).all(); }

}  // namespace assess
