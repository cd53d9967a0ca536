// A rule by which status is given, as data: steps in order, each a status and the conditions under which it is given. The first
// step whose conditions all hold decides. A council writes its own (docs/help/status.md); the usual one is rules.md 3.1.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assess/rating.h"
#include "kit/decimal.h"
#include "kit/verdict.h"

namespace assess {

struct Condition {
  enum class Kind : std::uint8_t {
    on_target,             // on or better than target
    off_target,            // worse than target
    within_tolerance,      // of the target, the indicator or the council
    within_percent,        // no more than `by` per cent of the target worse than it
    under_percent,         // less than that
    within_amount,         // no more than `by` worse, in the own unit
    minimum_met,           // the least that the year's target accepts
    stretch_met,           // what the year's target calls excellent
    well_above,            // better by the share that the tolerance sets
    better_by_percent,     // better by at least `by` per cent of the target
    better_than_before,    // than the period before
    not_worse_than_before,
    worse_than_before,
    better_than_year,      // than the same period a year before
    not_worse_than_year,
    worse_than_year,
    near_year,             // no more than `by` per cent worse than that
    off_in_a_row,          // worse than target for `by` periods in a row or more, this one the last
    range_target,          // the target is a range
    provisional,
    overdue,               // no figure has come, and one should have
  };
  Kind kind = Kind::on_target;
  kit::Decimal by;  // of those that take a number
  friend bool operator==(const Condition&, const Condition&) = default;
};
inline constexpr std::size_t condition_kinds = static_cast<std::size_t>(Condition::Kind::overdue) + 1;

struct ConditionKind {
  Condition::Kind kind;
  std::string_view code;    // "within_percent", in files and addresses
  std::string_view words;   // "it is within … % of the target", with … for the number
  enum class Takes : std::uint8_t { nothing, percent, amount, count } takes = Takes::nothing;
};
const ConditionKind& kind_of(const Condition& condition);
const ConditionKind& kind_of(Condition::Kind kind);
inline bool takes_number(const ConditionKind& kind) { return kind.takes != ConditionKind::Takes::nothing; }
std::string words(const Condition& condition);  // "it is within 5% of the target"

struct RuleStep {
  Rating rating = Rating::amber;
  std::vector<Condition> when;  // all of them; none: in every other case
  friend bool operator==(const RuleStep&, const RuleStep&) = default;
};
std::string words(const RuleStep& step);  // "it is worse than target and is worse than a year before"; "in every other case"

struct RatingRule {
  std::string name;
  std::vector<RuleStep> steps;
  bool asks(Condition::Kind kind) const;
  int longest_row() const;  // the most periods in a row that a step counts; 0 when none does
  friend bool operator==(const RatingRule&, const RatingRule&) = default;
};

// The statuses that a step may give: better, on, close, off, not rated.
inline constexpr std::array ratings_of_steps = {Rating::blue, Rating::green, Rating::amber, Rating::red, Rating::not_rated};

// "green if on_target; red if off_target and worse_than_year; amber": for files, the database and addresses.
std::string written(const std::vector<RuleStep>& steps);
kit::Verdict<std::vector<RuleStep>> read_steps(std::string_view text);

}  // namespace assess
