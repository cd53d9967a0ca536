#include "assess/attention.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "assess/finding.h"
#include "assess/indicator_process.h"
#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

TEST(TheQuarterToShow, IsTheNewestThatEndedAndHasFigures) {
  Story story("2025-11-02");
  EXPECT_EQ(newest_quarter(story.picture).words(), "2025/26 Q2");
  story.figure(q1.previous(), 90);
  story.figure(q1, 91);
  EXPECT_EQ(newest_quarter(story.picture), q1);
  story.figure(q1.next(), 92);
  EXPECT_EQ(newest_quarter(story.picture), q1.next());
  story.figure(q1.next().next(), 93);
  EXPECT_EQ(newest_quarter(story.picture), q1.next()) << "a quarter that has not ended is not shown";
}

Judgement judgement(Rating rating, Direction direction, double favourable = 0) {
  static Kept kept;
  Judgement j;
  j.kept = &kept;
  j.rating = rating;
  j.direction = direction;
  j.favourable = favourable;
  j.expected.value = 100;
  return j;
}

TEST(TheBoard, PutsTheWorstFirstAndLeavesOutWhatIsWell) {
  const Judgement fine = judgement(Rating::green, Direction::worsening),
                  close = judgement(Rating::amber, Direction::worsening, -2),
                  off = judgement(Rating::red, Direction::no_change, -40),
                  bad = judgement(Rating::red, Direction::worsening, -10),
                  worse = judgement(Rating::red, Direction::worsening, -20),
                  steady = judgement(Rating::amber, Direction::no_change, -4);
  Judgement late = judgement(Rating::no_data, Direction::not_comparable);
  late.overdue = true;
  const std::vector<const Judgement*> expected = {&worse, &bad, &off, &close, &late};
  EXPECT_EQ(needs_attention({&fine, &late, &close, &off, &bad, &worse, &steady}), expected);
}

TEST(TheBoard, OpensWithASentenceThatCounts) {
  std::vector<Judgement> all(85, judgement(Rating::green, Direction::no_change));
  for (int i = 0; i < 46; ++i)
    all.push_back(judgement(i % 2 ? Rating::red : Rating::amber, i < 12   ? Direction::improving
                                                                 : i < 21 ? Direction::worsening
                                                                          : Direction::no_change));
  for (int i = 0; i < 6; ++i) all.push_back(judgement(Rating::no_data, Direction::not_comparable));
  EXPECT_EQ(lede(counts(all)),
            "Of 131 indicators rated against a target, 85 (65%) are on it or better. 12 have improved and nine have "
            "worsened since the figure "
            "they are compared with. Six await a figure.");
  indicator::Definition by_process_chart;
  by_process_chart.direction_method = indicator::DirectionMethod::spc;
  all[85].definition = &by_process_chart;
  EXPECT_NE(
      lede(counts(all))
          .find("12 have improved and nine have worsened, one of them by another way than comparing two figures."),
      std::string::npos)
      << lede(counts(all));
  EXPECT_EQ(worst(counts(all)), Rating::red);
  EXPECT_EQ(lede(Counts{}), "There is no indicator here yet.");
}

TEST(AChart, StatesWhatItsFiguresShow) {
  Story story;
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "No figures yet");
  for (int quarter = 1; quarter <= 4; ++quarter) story.figure(Period::quarter({2024}, quarter), 90 + quarter);
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "94.0% in 2024/25 Q4");
  story.figure(q1, 94.2);
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "Up 3.2 points on the same quarter last year");
  story.target(2024, 95);
  story.target(2025, 95);
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "Five quarters below target");
  story.kept().targets[0].value = exact(91);
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "Below target again in 2025/26 Q1");
  story.kept().figures.pop_back();
  EXPECT_EQ(finding(points(story.picture, story.kept()), story.kept()), "On target for the whole of 2024/25");
}

Picture large(int indicators, int months) {
  Story story;
  story.monthly_sum();
  story.target(2024, 420).kind = story.target(2025, 420).kind = indicator::TargetKind::linear;
  for (int month = 0; month < months; ++month) story.figure({12 * 2025 + 5 - (months - 1 - month), 1}, 30 + month % 7);
  const Kept one = story.kept();
  for (int i = 1; i < indicators; ++i) {
    story.picture.indicators.push_back(one);
    story.picture.indicators.back().id = i + 1;
    story.picture.indicators.back().definitions[0].code += std::to_string(i);
  }
  index(story.picture);
  return std::move(story.picture);
}

TEST(JudgingTheWholeCouncil, IsWorkedOutAndTimedForTenThousandIndicatorsOverFiveYears) {
  const Picture picture = large(10'000, 60);
  const auto begun = std::chrono::steady_clock::now();
  const auto all = judge_all(picture, q1);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  ASSERT_EQ(all.size(), 10'000u);
  EXPECT_EQ(all[9'999].rating, Rating::red) << all[9'999].why;
  std::cout << "10,000 indicators over 60 months judged in " << static_cast<int>(taken.count() * 1000) << " ms\n";
}

TEST(TheProcessChartsOfTheWholeCouncil, AreWorkedOutAndTimed) {
  const Picture picture = large(10'000, 60);
  const auto begun = std::chrono::steady_clock::now();
  std::size_t points = 0;
  for (const auto& kept : picture.indicators) points += process_of(kept).chart.points.size();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  EXPECT_EQ(points, 600'000u);
  std::cout << "10,000 process charts of 60 months worked out in " << static_cast<int>(taken.count() * 1000) << " ms\n";
}

TEST(JudgingTheWholeCouncil, TakesLittleLongerByARuleThatAsksForEverything) {
  Picture picture = large(10'000, 60);
  RuleEdition rule;
  rule.rule = {"Everything", *read_steps("green if on_target and not_worse_than_year; amber if minimum_met and better_than_before; "
                                         "amber if near_year 2; red if off_in_a_row 6; not_rated if provisional; amber if on_target; red")};
  rule.applies_from = kit::Date::of(2020, 4, 1);
  picture.rules = {rule};
  const auto begun = std::chrono::steady_clock::now();
  const auto all = judge_all(picture, q1);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  EXPECT_TRUE(all[9'999].why.ends_with("of the rule ‘Everything’.")) << all[9'999].why;
  std::cout << "10,000 indicators by a rule that asks for everything in " << static_cast<int>(taken.count() * 1000) << " ms\n";
}

}  // namespace
}  // namespace assess
