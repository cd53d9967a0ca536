#include "assess/rating_rule.h"

#include <algorithm>

#include "kit/quote.h"

namespace assess {
namespace {

using Kind = Condition::Kind;
using Takes = ConditionKind::Takes;

constexpr std::string_view blank = "…";

// In the order of Kind: a test compares.
constexpr std::array<ConditionKind, condition_kinds> kinds = {{
    {Kind::on_target, "on_target", "it is on or better than target"},
    {Kind::off_target, "off_target", "it is worse than target"},
    {Kind::within_tolerance, "within_tolerance", "it is within the tolerance set for it"},
    {Kind::within_percent, "within_percent", "it is within …% of the target", Takes::percent},
    {Kind::under_percent, "under_percent", "it is less than …% off the target", Takes::percent},
    {Kind::within_amount, "within_amount", "it is within … of the target, in its own unit", Takes::amount},
    {Kind::minimum_met, "minimum_met", "it meets the minimum set for the year"},
    {Kind::stretch_met, "stretch_met", "it meets the stretch target for the year"},
    {Kind::well_above, "well_above", "it is better than target by the share that the council has set"},
    {Kind::better_by_percent, "better_by_percent", "it is better than target by …% or more", Takes::percent},
    {Kind::better_than_before, "better_than_before", "it is better than the period before"},
    {Kind::not_worse_than_before, "not_worse_than_before", "it is no worse than the period before"},
    {Kind::worse_than_before, "worse_than_before", "it is worse than the period before"},
    {Kind::better_than_year, "better_than_year", "it is better than a year before"},
    {Kind::not_worse_than_year, "not_worse_than_year", "it is no worse than a year before"},
    {Kind::worse_than_year, "worse_than_year", "it is worse than a year before"},
    {Kind::near_year, "near_year", "it is no more than …% worse than a year before", Takes::percent},
    {Kind::off_in_a_row, "off_in_a_row", "it is worse than target for … periods in a row", Takes::count},
    {Kind::range_target, "range_target", "its target is a range"},
    {Kind::provisional, "provisional", "it is provisional"},
    {Kind::overdue, "overdue", "no figure has come and it is overdue"},
}};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

// What stands between the marks, each without blanks round it.
std::vector<std::string_view> pieces(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> all;
  for (std::size_t end = 0; end != text.npos;) {
    end = text.find(mark);
    all.push_back(trimmed(text.substr(0, end)));
    if (end != text.npos) text.remove_prefix(end + mark.size());
  }
  return all;
}

std::string written(const Condition& condition) {
  const auto& kind = kind_of(condition);
  return std::string(kind.code) + (takes_number(kind) ? ' ' + condition.by.text() : "");
}

std::optional<Rating> read_rating(std::string_view word) {
  for (const auto rating : ratings_of_steps)
    if (word == code(rating)) return rating;
  return std::nullopt;
}

std::optional<Condition> read_condition(std::string_view text) {
  const auto blank_at = std::min(text.find(' '), text.size());
  const auto name = text.substr(0, blank_at), number = trimmed(text.substr(blank_at));
  const auto kind = std::ranges::find(kinds, name, &ConditionKind::code);
  if (kind == kinds.end() || takes_number(*kind) == number.empty()) return std::nullopt;
  if (number.empty()) return Condition{kind->kind, {}};
  const auto by = kit::Decimal::parse(number);
  return by ? std::optional(Condition{kind->kind, *by}) : std::nullopt;
}

void read_step(std::string_view text, std::vector<RuleStep>& steps, kit::Refusals& no) {
  const auto parts = pieces(text, " if ");
  RuleStep step;
  const auto rating = read_rating(parts[0]);
  no.unless(rating.has_value() && parts.size() <= 2, "steps",
            "Found " + kit::quoted(text) +
                ". Begin a step with blue, green, amber, red or not_rated, then if and its conditions.");
  if (rating) step.rating = *rating;
  for (const auto one : parts.size() == 2 ? pieces(parts[1], " and ") : std::vector<std::string_view>()) {
    const auto condition = read_condition(one);
    no.unless(
        condition.has_value(), "steps",
        "Found " + kit::quoted(one) + ". Type a condition such as on_target, within_percent 5 or worse_than_year.");
    if (condition) step.when.push_back(*condition);
  }
  steps.push_back(std::move(step));
}

}  // namespace

const ConditionKind& kind_of(Condition::Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
const ConditionKind& kind_of(const Condition& condition) { return kind_of(condition.kind); }

std::string words(const Condition& condition) {
  std::string text(kind_of(condition).words);
  const auto at = text.find(blank);
  if (at != text.npos) text.replace(at, blank.size(), condition.by.text());
  return text;
}

std::string words(const RuleStep& step) {
  if (step.when.empty()) return "in every other case";
  std::string text;
  for (const auto& condition : step.when) {
    auto one = words(condition);
    if (!text.empty() && one.starts_with("it ")) one.erase(0, 3);
    text += (text.empty() ? "" : " and ") + one;
  }
  return text;
}

bool RatingRule::asks(Condition::Kind kind) const {
  return std::ranges::any_of(steps, [&](const RuleStep& step) {
    return std::ranges::any_of(step.when, [&](const Condition& condition) { return condition.kind == kind; });
  });
}

int RatingRule::longest_row() const {
  int longest = 0;
  for (const auto& step : steps)
    for (const auto& condition : step.when)
      if (condition.kind == Kind::off_in_a_row) longest = std::max(longest, static_cast<int>(condition.by.number()));
  return longest;
}

std::string written(const std::vector<RuleStep>& steps) {
  std::string text;
  for (const auto& step : steps) {
    text += (text.empty() ? "" : "; ") + std::string(code(step.rating));
    for (std::size_t i = 0; i < step.when.size(); ++i) text += (i == 0 ? " if " : " and ") + written(step.when[i]);
  }
  return text;
}

kit::Verdict<std::vector<RuleStep>> read_steps(std::string_view text) {
  kit::Refusals no;
  std::vector<RuleStep> steps;
  for (const auto one : pieces(text, ";"))
    if (!one.empty()) read_step(one, steps, no);
  no.unless(!steps.empty(), "steps", "Give the rule at least one step.");
  if (no.any()) return no;
  return steps;
}

}  // namespace assess
