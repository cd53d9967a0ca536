// Indicators judged by a council's own rule: the status, and the sentence that explains it.
#include <gtest/gtest.h>

#include "assess/rule_recount.h"
#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

RuleEdition from(const char* day, std::string name, std::string_view steps, Scope scope = {}) {
  RuleEdition made{scope};
  made.rule = {std::move(name), *read_steps(steps)};
  made.applies_from = *kit::Date::parse(day);
  return made;
}

// A target of 90 in both years.
Story story_of(std::string_view steps) {
  Story story;
  story.target(2024, 90);
  story.target(2025, 90);
  story.picture.rules = {from("2020-04-01", "Ours", steps)};
  return story;
}
const Period year_before = q1.year_before();

TEST(ARuleOfTheCouncils, ExplainsTheStepThatDecidedWithItsFigures) {
  auto story = story_of("green if on_target; red if off_target and worse_than_year; amber");
  story.figure(year_before, 86);
  story.figure(q1, 84.2);
  EXPECT_EQ(
      story.judged(q1).why,
      "84.2% against a target of 90%: 5.8 points below, worse than 86.0% in 2024/25 Q1, so off target (red): step 2 of the rule ‘Ours’.");
  story.kept().figures[0].value = exact(83);
  EXPECT_EQ(
      story.judged(q1).why,
      "84.2% against a target of 90%: 5.8 points below, better than 83.0% in 2024/25 Q1, so close (amber): step 3 of the rule ‘Ours’.");
  story.kept().figures[1].value = exact(90);
  EXPECT_EQ(story.judged(q1).why, "90.0% against a target of 90%: exactly that, so on target (green): step 1 of the rule ‘Ours’.");
}

TEST(ARuleOfTheCouncils, SaysWhenThereIsNothingToCompareWith) {
  auto story = story_of("green if on_target; amber if better_than_before; red");
  story.figure(q1, 80);
  EXPECT_EQ(
      story.judged(q1).why,
      "80.0% against a target of 90%: 10.0 points below, with no figure for 2024/25 Q4 that it can be compared with, so off target (red): step 3 of the rule ‘Ours’.");
}

TEST(ARuleOfTheCouncils, CountsPeriodsOffTargetInARow) {
  auto story = story_of("green if on_target; red if off_in_a_row 3; amber");
  story.figure(q1.previous().previous(), 80);
  story.figure(q1.previous(), 81);
  story.figure(q1, 82);
  EXPECT_EQ(
      story.judged(q1).why,
      "82.0% against a target of 90%: 8.0 points below, off target for 3 periods in a row, so off target (red): step 2 of the rule ‘Ours’.");
  story.kept().figures[1].value = exact(91);
  EXPECT_EQ(
      story.judged(q1).why,
      "82.0% against a target of 90%: 8.0 points below, not yet off target for 3 periods in a row (1 so far), so close (amber): step 3 of the rule ‘Ours’.");
}

TEST(ARuleOfTheCouncils, TakesTheMinimumOfTheYearAsFarAsThePeriodGoes) {
  auto story = story_of("green if on_target; amber if minimum_met; red");
  story.monthly_sum();
  auto& target = story.kept().targets[1];
  target.kind = indicator::TargetKind::linear;
  target.value = exact(120);
  target.minimum = exact(96);
  story.figure(Period::month(2025, 4), 8);
  EXPECT_EQ(
      story.judged(Period::month(2025, 4)).why,
      "8 homes in April 2025 against a target of 10 homes: 2 homes below, with the minimum of 8 homes met, so close (amber): step 2 of the rule ‘Ours’.");
  story.kept().figures[0].value = exact(7);
  EXPECT_EQ(story.judged(Period::month(2025, 4)).rating, Rating::red);
  target.minimum.reset();
  EXPECT_EQ(
      story.judged(Period::month(2025, 4)).why,
      "7 homes in April 2025 against a target of 10 homes: 3 homes below, and no minimum is set, so off target (red): step 3 of the rule ‘Ours’.");
}

TEST(ARuleOfTheCouncils, ComparesAYearToDateWithTheSamePointLastYearOnly) {
  auto story = story_of("green if on_target; amber if better_than_before; red");
  story.monthly_sum();
  for (int month : {4, 5}) story.figure(Period::month(2024, month), 3);
  for (int month : {4, 5}) story.figure(Period::month(2025, month), 4);
  EXPECT_EQ(
      story.judged(Period::month(2025, 5)).why,
      "8 homes in April to May 2025 against a target of 90 homes: 82 homes below, better than 6 homes at the same point last year, so close (amber): step 2 of the rule ‘Ours’.");
}

TEST(ARuleOfTheCouncils, CanLeaveProvisionalFiguresUnrated) {
  auto story = story_of("not_rated if provisional; green if on_target; red");
  story.figure(q1, 95).standing = collect::Standing::provisional;
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::not_rated);
  EXPECT_EQ(
      j.why,
      "95.0% against a target of 90%: 5.0 points above, still provisional, so not rated: step 1 of the rule ‘Ours’. Provisional: it may still be revised.");
}

TEST(ARuleOfTheCouncils, CanSpeakOfAFigureThatIsOverdue) {
  auto story = story_of("red if overdue; green if on_target; red");
  story.figure(q1.previous(), 95);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::red);
  EXPECT_EQ(j.why, "There is no figure for 2025/26 Q1, and it is overdue, so off target (red): step 1 of the rule ‘Ours’.");
  Story usual;
  usual.target(2025, 90);
  usual.figure(q1.previous(), 95);
  EXPECT_EQ(usual.judged(q1).rating, Rating::no_data);
}

TEST(ARuleOfTheCouncils, LeavesWhatEndedBeforeItAsItWasJudged) {
  Story story;
  story.target(2024, 90);
  story.target(2025, 90);
  story.picture.rules = {from("2025-04-01", "Strict", "green if on_target; red")};
  story.figure(q1.previous(), 88);
  story.figure(q1, 88);
  EXPECT_EQ(story.judged(q1.previous()).why, "88.0% against a target of 90%: 2.0 points below, within the 5% tolerance, so close (amber).");
  EXPECT_EQ(story.judged(q1).why, "88.0% against a target of 90%: 2.0 points below, so off target (red): step 2 of the rule ‘Strict’.");
  const auto line = points(story.picture, story.kept());
  EXPECT_EQ(line[0].rating, Rating::amber);
  EXPECT_EQ(line[1].rating, Rating::red);
}

TEST(ARuleOfTheCouncils, ThatIsTheUsualOneSpeaksAsItDoes) {
  auto story = story_of("blue if well_above; green if on_target; amber if within_tolerance; red");
  story.figure(q1, 88);
  EXPECT_EQ(story.judged(q1).why, "88.0% against a target of 90%: 2.0 points below, within the 5% tolerance, so close (amber).");
}

TEST(ARecount, SaysWhatWouldChangeAndWhatSomeIndicatorsLack) {
  Story story;
  story.target(2025, 90);
  story.figure(q1, 88);
  index(story.picture);
  const auto made =
      recount(story.picture, q1, {},
              {"Two strikes",
               *read_steps("green if on_target; red if off_target and worse_than_year; amber if minimum_met; red")});
  ASSERT_EQ(made.quarters.size(), 4u);
  EXPECT_EQ(made.quarters[0].changes, 1);
  EXPECT_EQ(made.quarters[0].now[parts::Status::close], 1);
  EXPECT_EQ(made.quarters[0].would[parts::Status::off_target], 1);
  EXPECT_EQ(made.quarters[1].changes, 0);
  EXPECT_EQ(made.changed, std::vector<std::size_t>{0});
  EXPECT_EQ(
      made.cautions,
      (std::vector<std::string>{
          "One indicator has no minimum for the year: for them it counts as missed whenever the target is (BBF07).",
          "One indicator has no figure a year before that they can be compared with: for them no such comparison holds (BBF07)."}));
  const auto none = recount(story.picture, q1, indicator::Kind::management, {"Strict", *read_steps("green if on_target; red")});
  EXPECT_EQ(none.quarters[0].changes, 0);
}

}  // namespace
}  // namespace assess
