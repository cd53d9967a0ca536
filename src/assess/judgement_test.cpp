#include "assess/judgement.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

TEST(JudgingAnIndicator, ExplainsAFigureThatIsClose) {
  Story story;
  story.target(2025, 95);
  story.figure(q1.previous(), 93);
  story.figure(q1, 92.1);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::amber);
  EXPECT_EQ(j.why, "92.1% against a target of 95%: 2.9 points below, within the 5% tolerance, so close (amber).");
  EXPECT_EQ(j.direction, Direction::worsening);
  EXPECT_EQ(j.direction_why, "Down 0.9 points on 2024/25 Q4 (93.0%), so worsening.");
  EXPECT_FALSE(j.overdue);
}

TEST(JudgingAnIndicator, ExplainsOneThatIsOnOrOffItsTarget) {
  Story story;
  story.target(2025, 95);
  story.figure(q1, 96.5);
  EXPECT_EQ(story.judged(q1).why, "96.5% against a target of 95%: 1.5 points above, so on target (green).");
  story.kept().figures[0].value = exact(95);
  EXPECT_EQ(story.judged(q1).why, "95.0% against a target of 95%: exactly that, so on target (green).");
  story.kept().figures[0].value = exact(80);
  EXPECT_EQ(
      story.judged(q1).why,
      "80.0% against a target of 95%: 15.0 points below, more than the 5% tolerance allows, so off target (red).");
}

TEST(JudgingAnIndicator, SaysWhenLowerIsBetter) {
  Story story;
  story.definition().polarity = indicator::Polarity::low_good;
  story.definition().unit = "days";
  story.definition().decimals = 0;
  story.target(2025, 20);
  story.figure(q1, 21);
  EXPECT_EQ(story.judged(q1).why,
            "21 days against a target of 20 days, where lower is better: 1 day above, within the 5% tolerance, so "
            "close (amber).");
}

TEST(JudgingAnIndicator, ExplainsATargetOfZero) {
  Story story;
  story.definition().polarity = indicator::Polarity::low_good;
  story.definition().unit = "";
  story.definition().decimals = 0;
  story.target(2025, 0);
  story.figure(q1, 2);
  EXPECT_EQ(story.judged(q1).why,
            "2 against a target of 0, where lower is better: 2 above, and a percentage of a target of zero leaves no "
            "tolerance, so off target (red).");
  story.kept().figures[0].value = Decimal{};
  EXPECT_EQ(story.judged(q1).rating, Rating::green);
}

TEST(JudgingAnIndicator, ExplainsRangesFloorsAndBlue) {
  Story story;
  story.definition().polarity = indicator::Polarity::in_range;
  auto& target = story.target(2025, 0);
  target.kind = indicator::TargetKind::range;
  target.value.reset();
  target.low = exact(15);
  target.high = exact(20);
  story.figure(q1, 14.5);
  EXPECT_EQ(story.judged(q1).why,
            "14.5% against a range of 15% to 20%: 0.5 points below it, within the 5% tolerance, so close (amber).");
  story.kept().figures[0].value = exact(16);
  EXPECT_EQ(story.judged(q1).why, "16.0% is within the range of 15% to 20%, so on target (green).");

  story.definition().polarity = indicator::Polarity::high_good;
  story.kept().targets.clear();
  story.target(2025, 95).tolerance = *indicator::read_tolerance("explicit 85 blue 2");
  story.kept().figures[0].value = exact(88);
  EXPECT_EQ(story.judged(q1).why,
            "88.0% against a target of 95%: 7.0 points below, but not under the floor of 85%, so close (amber).");
  story.kept().figures[0].value = exact(84.9);
  EXPECT_EQ(story.judged(q1).why,
            "84.9% against a target of 95%: 10.1 points below, and under the floor of 85%, so off target (red).");
  story.kept().figures[0].value = exact(98);
  EXPECT_EQ(story.judged(q1).why,
            "98.0% against a target of 95%: 3.0 points above, at least 2% better, so better than target (blue).");
}

TEST(JudgingAnIndicator, TakesTheToleranceOfTargetThenIndicatorThenCouncil) {
  Story story;
  story.target(2025, 95);
  story.figure(q1, 92);
  story.picture.council.settings = {{"tolerance", "absolute 2", {}}};
  EXPECT_EQ(story.judged(q1).why,
            "92.0% against a target of 95%: 3.0 points below, more than the tolerance of 2 points allows, so off "
            "target (red).");
  story.definition().tolerance = *indicator::read_tolerance("absolute 3");
  EXPECT_EQ(story.judged(q1).rating, Rating::amber);
  story.kept().targets[0].tolerance = *indicator::read_tolerance("relative 0");
  EXPECT_EQ(story.judged(q1).why,
            "92.0% against a target of 95%: 3.0 points below, and there is no tolerance, so off target (red).");
}

TEST(JudgingAnIndicator, AddsUpTheYearAndComparesTheSamePointLastYear) {
  Story story;
  story.monthly_sum();
  story.target(2025, 420).kind = indicator::TargetKind::linear;
  for (int month : {4, 5, 6}) story.figure(Period::month(2024, month), 30);
  for (int month : {4, 5, 6}) story.figure(Period::month(2025, month), 34);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.period, Period::month(2025, 6));
  EXPECT_EQ(j.value, 102);
  EXPECT_EQ(j.why,
            "102 homes in April to June 2025 against a target of 105 homes: 3 homes below, within the 5% tolerance, so "
            "close (amber).");
  EXPECT_EQ(j.direction_why, "Up 12 homes on the same point last year (90 homes), so improving.");
}

TEST(JudgingAnIndicator, GivesNoStatusToAnIncompleteYear) {
  Story story;
  story.monthly_sum();
  story.target(2025, 420).kind = indicator::TargetKind::linear;
  for (int month : {4, 6}) story.figure(Period::month(2025, month), 34);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::no_data);
  EXPECT_EQ(j.direction, Direction::not_comparable);
  EXPECT_EQ(j.value, 68);
  EXPECT_EQ(j.why, "68 homes in April to June 2025, from 2 of 3 months: no status until the others are in.");
}

TEST(JudgingAnIndicator, DoesNotWaitForAMonthToWhichNoFigureApplies) {
  Story story;
  story.monthly_sum();
  story.target(2025, 420).kind = indicator::TargetKind::linear;
  story.figure(Period::month(2025, 4), 34);
  story.figure(Period::month(2025, 5), {}).state = collect::State::not_applicable;
  story.figure(Period::month(2025, 6), 80);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::green);
  EXPECT_EQ(j.expected_periods, 2);
}

TEST(JudgingAnIndicator, ShowsAnAnnualFigureInAQuarterAndSaysSo) {
  Story story;
  story.definition().frequency = Frequency::annual;
  story.target(2024, 70);
  story.target(2025, 75);
  story.figure(Period::year({2023}), 68);
  story.figure(Period::year({2024}), 71);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.rating, Rating::green);
  EXPECT_EQ(j.why,
            "The newest figure is for 2024/25: 71.0% against a target of 70%: 1.0 points above, so on target (green).");
  EXPECT_EQ(j.direction_why, "Up 3.0 points on 2023/24 (68.0%), so improving.");
  EXPECT_FALSE(j.overdue);
}

TEST(JudgingAnIndicator, KnowsWhenAFigureIsOverdueAndWhenItIsOnlyNotDueYet) {
  Story late("2025-08-05");
  late.figure(q1.previous(), 90);
  EXPECT_TRUE(late.judged(q1).overdue);
  EXPECT_EQ(late.judged(q1).why, "There is no figure for 2025/26 Q1, and it is overdue.");
  Story early("2025-07-15");
  early.figure(q1.previous(), 90);
  EXPECT_FALSE(early.judged(q1).overdue);
  EXPECT_EQ(early.judged(q1).why, "There is no figure for 2025/26 Q1 yet.");
  EXPECT_EQ(early.judged(q1.next()).why, "2025/26 Q2 has not ended yet.");
}

TEST(JudgingAnIndicator, TellsDelayedSuppressedAndEmptyDenominatorsApart) {
  Story story;
  auto& figure = story.figure(q1, {});
  figure.state = collect::State::delayed;
  figure.expected_on = kit::Date::of(2025, 8, 14);
  EXPECT_EQ(story.judged(q1).why, "The figure for 2025/26 Q1 is delayed and expected on 14 August 2025.");
  EXPECT_FALSE(story.judged(q1).overdue);
  story.picture.as_at = kit::Moment::start_of(kit::Date::of(2025, 8, 15));
  EXPECT_TRUE(story.judged(q1).overdue);
  story.kept().figures[0].state = collect::State::suppressed;
  EXPECT_EQ(story.judged(q1).why,
            "The figure for 2025/26 Q1 is suppressed, since so small a number could point to someone.");
  story.kept().figures[0].state = collect::State::given;
  story.kept().figures[0].numerator = story.kept().figures[0].denominator = Decimal{};
  story.definition().aggregation = indicator::Aggregation::ratio;
  EXPECT_EQ(story.judged(q1).why,
            "There were no cases to measure in 2025/26 Q1 (the denominator is 0), so there is no figure.");
}

TEST(JudgingAnIndicator, TakesTheNewestEditionAndMarksWhatIsProvisional) {
  Story story;
  story.target(2025, 95);
  story.figure(q1, 80);
  auto& second = story.figure(q1, 97);
  second.edition = 2;
  second.standing = collect::Standing::provisional;
  const auto j = story.judged(q1);
  EXPECT_TRUE(j.provisional);
  EXPECT_EQ(
      j.why,
      "97.0% against a target of 95%: 2.0 points above, so on target (green). Provisional: it may still be revised.");
  story.kept().figures[1].standing = collect::Standing::final;
  story.kept().figures[0].standing = collect::Standing::provisional;
  EXPECT_FALSE(story.judged(q1).provisional);
}

TEST(JudgingAnIndicator, NeverComparesAcrossABreakInItsDefinition) {
  Story story;
  story.figure(q1.previous(), 60);
  story.figure(q1, 90);
  Definition second = story.definition();
  second.edition = 2;
  second.applies_from = kit::Date::of(2025, 4, 1);
  second.breaks_series = true;
  story.kept().definitions.push_back(second);
  const auto j = story.judged(q1);
  EXPECT_EQ(j.direction, Direction::not_comparable);
  EXPECT_EQ(j.direction_why, "The definition changed on 1 April 2025, so figures before and after cannot be compared.");
  EXPECT_TRUE(points(story.picture, story.kept())[1].breaks);
  story.kept().definitions[1].breaks_series = false;
  EXPECT_EQ(story.judged(q1).direction, Direction::improving);
}

TEST(JudgingAnIndicator, NeverComparesItsOwnFiguresWithThoseAddedUpFromCouncilsBefore) {
  Story story;
  story.figure(q1.previous(), 60);
  story.figure(q1, 90);
  story.kept().figures[0].added_up = collect::AddedUp::exact;
  const auto j = story.judged(q1);
  EXPECT_EQ(j.direction, Direction::not_comparable);
  EXPECT_TRUE(j.direction_why.starts_with("The council’s own figures begin on 1 April 2025; those before are added up")) << j.direction_why;
  EXPECT_TRUE(points(story.picture, story.kept())[1].breaks);
  story.kept().figures[1].added_up = collect::AddedUp::apportioned;
  EXPECT_EQ(story.judged(q1).direction, Direction::improving) << "both are added up";
}

TEST(JudgingAnIndicator, NeverRatesWhatIsForInformation) {
  Story story;
  story.definition().kind = indicator::Kind::contextual;
  story.target(2025, 95);
  story.figure(q1, 80);
  EXPECT_EQ(story.judged(q1).rating, Rating::data_only);
  EXPECT_EQ(story.judged(q1).why, "80.0%, for information: a contextual indicator has no target.");
  story.definition().kind = indicator::Kind::service;
  story.definition().polarity = indicator::Polarity::neutral;
  EXPECT_EQ(story.judged(q1).why, "80.0%, for information: neither higher nor lower is better.");
  story.definition().polarity = indicator::Polarity::high_good;
  story.kept().targets.clear();
  EXPECT_EQ(story.judged(q1).why, "80.0%. No target has been set for 2025/26.");
  EXPECT_EQ(story.judged(q1).rating, Rating::no_target);
}

TEST(JudgingAnIndicator, ShowsAYearThatDoesNotBeginInApril) {
  Story story;
  story.definition().frequency = Frequency::annual;
  story.figure({12 * 2023, 12}, 70);
  story.figure({12 * 2024, 12}, 72);
  for (const auto& asked : {Period::quarter({2024}, 4), Period::year({2024}), Period::month(2025, 6)}) {
    const auto j = story.judged(asked);
    EXPECT_EQ(j.period.words(), "2024") << asked.words();
    EXPECT_EQ(j.direction, Direction::improving);
  }
}

TEST(JudgingAnIndicator, ComparesWithTheBaseline) {
  Story story;
  story.definition().comparator = indicator::Comparator::baseline;
  story.definition().baseline = exact(60);
  story.definition().baseline_note = "2023/24 outturn";
  story.figure(q1, 66);
  EXPECT_EQ(story.judged(q1).direction_why, "Up 6.0 points on the baseline, 2023/24 outturn (60.0%), so improving.");
}

}  // namespace
}  // namespace assess
