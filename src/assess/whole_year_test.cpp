// One rule, one colour: the board, the forecast of a year and its past target say the same of the same figures, whichever rule the
// council has.
#include "assess/whole_year.h"

#include <gtest/gtest.h>

#include "assess/indicator_forecast.h"
#include "assess/past_targets.h"
#include "assess/told.h"
#include "assess/warning_signs.h"

namespace assess {
namespace {

using namespace told;

// Homes by month, from April 2023; so many each month of the first year, of the second, and of what is in of the third.
Story homes(double first, double second, double third, int months_in) {
  Story story("2025-11-05");
  story.monthly_sum();
  const int start = Period::month(2023, 4).start;
  for (int i = 0; i < 24 + months_in; ++i) story.figure({start + i, 1}, i < 12 ? first : i < 24 ? second : third);
  for (int year = 2023; year <= 2025; ++year) story.target(year, 1200).kind = indicator::TargetKind::linear;
  return story;
}

void under(Story& story, std::string_view steps) {
  RuleEdition rule;
  rule.rule = {"Ours", *read_steps(steps)};
  rule.applies_from = kit::Date::of(2020, 4, 1);
  story.picture.rules = {rule};
  index(story.picture);
}

Rating on_the_board(Story& story, const Period& month) { return judge(story.picture, story.kept(), month).rating; }
Rating foretold(Story& story, int year) { return forecast_indicator(story.picture, story.kept(), {year})->rating.at_value; }
Rating in_the_past(Story& story, int year) {
  for (const auto& one : past_targets(story.picture, story.kept(), {year + 1}))
    if (one.year.begins == year) return one.rating;
  return Rating::no_data;
}

// Of 2024/25, which is over.
void expect_everywhere(Story& story, Rating rating) {
  EXPECT_EQ(on_the_board(story, Period::month(2025, 3)), rating);
  EXPECT_EQ(foretold(story, 2024), rating);
  EXPECT_EQ(in_the_past(story, 2024), rating);
}

TEST(AWholeYear, HasOneStatusWhereverItIsShown) {
  auto story = homes(90, 96, 0, 0);  // 1,152 against 1,200, and 1,080 the year before
  index(story.picture);
  expect_everywhere(story, Rating::amber);
  under(story, "green if on_target; red");
  expect_everywhere(story, Rating::red);
  under(story, "green if on_target; amber if better_than_year; red");
  expect_everywhere(story, Rating::amber);
  under(story, "green if on_target; red if off_target and better_than_before; amber");
  expect_everywhere(story, Rating::red);
  under(story, "green if on_target; red if off_in_a_row 3; amber");
  expect_everywhere(story, Rating::red);
  under(story, "green if on_target; amber if minimum_met; red");
  expect_everywhere(story, Rating::red);
  story.kept().targets[1].minimum = exact(1150);
  expect_everywhere(story, Rating::amber);
  under(story, "not_rated if provisional; green if on_target; red");
  expect_everywhere(story, Rating::red);
  story.kept().figures[15].standing = collect::Standing::provisional;
  expect_everywhere(story, Rating::not_rated);
}

TEST(AWholeYear, FollowsTheToleranceOfTheCouncil) {
  auto story = homes(90, 96, 0, 0);
  index(story.picture);
  story.picture.council.settings.push_back({"tolerance", "relative 3"});
  expect_everywhere(story, Rating::red);
  story.kept().targets[1].tolerance = *indicator::read_tolerance("absolute 50");
  expect_everywhere(story, Rating::amber);
}

TEST(AWholeYear, IsForetoldAsTheBoardWillJudgeItAtItsEnd) {
  auto story = homes(90, 96, 92, 7);
  under(story, "green if on_target; amber if better_than_year; red");
  EXPECT_EQ(foretold(story, 2025), Rating::red) << "1,104 expected, and 1,152 the year before";
  under(story, "green if on_target; red if off_in_a_row 12; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::red) << "seven months are in, and five more are foretold below target";
  for (auto& figure : story.kept().figures)
    if (figure.period == Period::month(2025, 4)) figure.value = exact(120);
  under(story, "green if on_target; red if off_in_a_row 12; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::amber);
}

TEST(AWholeYear, CountsPeriodsInARowOfWhatIsSubmittedYearToDate) {
  Story story("2025-11-05");
  story.monthly_sum();
  story.definition().submitted = indicator::Submitted::cumulative;
  const int start = Period::month(2024, 4).start;
  for (int i = 0; i < 19; ++i) story.figure({start + i, 1}, 90 * (i % 12 + 1));
  for (int year = 2024; year <= 2025; ++year) story.target(year, 1200).kind = indicator::TargetKind::linear;
  under(story, "green if on_target; red if off_in_a_row 24; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::red);
  under(story, "green if on_target; red if off_in_a_row 25; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::amber);
}

TEST(AWholeYear, OfARatioIsForetoldWithItsCases) {
  Story story("2025-11-05");
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().multiplier = Decimal::whole(100);
  for (int i = 0; i < 14; ++i) {
    auto& figure = story.figure({Period::quarter({2022}, 1).start + 3 * i, 3}, {});
    figure.numerator = exact(80);
    figure.denominator = exact(100);
  }
  for (int year = 2022; year <= 2025; ++year) story.target(year, 90);
  under(story, "green if on_target; red if off_in_a_row 16; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::red) << "fourteen quarters are in, and two are foretold";
  under(story, "green if on_target; red if off_in_a_row 17; amber");
  EXPECT_EQ(foretold(story, 2025), Rating::amber);
}

TEST(AWholeYear, GivesNoWarningWhereTheCouncilsRuleSeesNone) {
  auto story = homes(99, 99, 99, 7);
  const auto heads_off = [&] {
    const auto judgement = judge(story.picture, story.kept(), Period::month(2025, 10));
    const auto found = find_signs(story.picture, judgement, Period::month(2025, 10));
    return found.signs.forecast->rating.at_value;
  };
  under(story, "green if on_target; red");
  EXPECT_EQ(heads_off(), Rating::red);
  under(story, "green if on_target; amber if within_percent 5; red");
  EXPECT_EQ(heads_off(), Rating::amber);
}

}  // namespace
}  // namespace assess
