#include "assess/shipped_rules.h"

#include "kit/quote.h"

namespace assess {
namespace {

ShippedRule shipped(std::string_view code, std::string name, std::string_view steps, std::string_view about) {
  return {code, {std::move(name), *read_steps(steps)}, about};
}

}  // namespace

std::span<const ShippedRule> shipped_rules() {
  static const std::vector<ShippedRule> all = {
      shipped("usual", "Usual rule", "blue if well_above; green if on_target; amber if within_tolerance; red",
              "On target when it is met; close within the tolerance that the council, the indicator or the target has."),
      shipped("one-percentage", "One percentage for all", "green if on_target; amber if within_percent 10; red",
              "Close within the same share of the target for every indicator, whatever tolerance it has of its own."),
      shipped("near-enough", "Near enough is on target", "green if within_percent 1; amber if under_percent 5; red",
              "A hair’s breadth under target still counts as on it; close ends just before the second mark."),
      shipped("floor", "Target and floor", "green if on_target; amber if minimum_met; red",
              "Two lines for each indicator: the target, and the minimum of the same year below which it is off target."),
      shipped("on-or-off", "On or off", "blue if better_by_percent 10; green if on_target; red",
              "No middle: a target is met, well beaten or missed."),
      shipped("no-middle-for-ranges", "No middle for ranges", "green if on_target; red if range_target; amber if within_percent 10; red",
              "A range is kept or not; every other target has a middle of one percentage."),
      shipped("missed-but-improving", "Missed but improving", "green if on_target; amber if better_than_before; red",
              "A missed target is only close while the figure gets better."),
      shipped("two-strikes", "Two strikes", "green if on_target; red if off_target and worse_than_year; amber",
              "Off target takes two things: the target is missed, and it is worse than a year before."),
      shipped("third-time", "Third time", "green if on_target; red if off_in_a_row 3; amber",
              "Off target from the third period in a row that misses; until then close."),
      shipped("holding-last-year", "Holding last year", "green if on_target; amber if near_year 2; red",
              "A missed target is close while it stays near the same period a year before."),
  };
  return all;
}

const RatingRule& usual_rule() { return shipped_rules().front().rule; }

std::string named(const RatingRule& rule) {
  return rule.name == usual_rule().name ? "the usual rule" : "the rule " + kit::quoted(rule.name);
}

}  // namespace assess
