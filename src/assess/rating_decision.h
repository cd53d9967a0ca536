// A rating rule applied: the situation of a figure, and the first step that holds in it.
#pragma once
#include <optional>

#include "assess/direction.h"
#include "assess/rating_rule.h"
#include "calendar/period.h"

namespace assess {

// What a rule may ask beside the figure, its target and its tolerance.
struct Beside {
  // Like with like: in the period before a figure of a period, and a year before one that is added up over the year or twelve months.
  struct Compared {
    calendar::Period period;
    std::optional<double> value;
    Direction direction = Direction::not_comparable;
    double better = 0;  // than that value, in the own unit
  };
  Compared before, year;
  std::optional<double> minimum, stretch;
  int off_in_a_row = 0;  // periods worse than target, this one the last
  bool provisional = false;
};

// A figure beside another, as the reader sees both.
Beside::Compared compared(const Pair& pair, indicator::Polarity polarity, const Threshold& threshold, std::optional<int> decimals);

// Where a figure lies: what each condition is asked of.
struct Situation {
  double figure = 0;  // turned so that higher is better, unless the target is a range
  double way = 1;
  double better = 0;  // than target, in the own unit; below zero when worse, 0 within a range
  double variance = 0;  // figure less target; for a range the distance outside it
  double bound = 0;   // the target, or the end of the range that is missed
  bool is_range = false;
  Standard standard;
  Beside beside;
};
// None without a figure, without a target, and where neither way is better.
std::optional<Situation> situation_of(std::optional<double> figure, const Standard& standard, indicator::Polarity polarity,
                                      std::optional<int> decimals, const Beside& beside);
bool holds(const Condition& condition, const Situation& situation);
bool holds(const RuleStep& step, const Situation& situation);
std::optional<std::size_t> deciding(const RatingRule& rule, const Situation& situation);

// The figure rated by a rule. Rated::step is the step that decided; the last when none holds, which no rule without faults leaves open.
Rated rate(std::optional<double> figure, const Standard& standard, indicator::Polarity polarity, std::optional<int> decimals,
           const RatingRule& rule, const Beside& beside);

}  // namespace assess
