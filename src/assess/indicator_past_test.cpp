#include "assess/indicator_past.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

const Period april = Period::month(2024, 4);

Period after(const Period& first, int steps) { return {first.start + steps * first.months, first.months}; }

Story monthly(const std::vector<std::optional<double>>& figures) {
  Story story;
  story.monthly_sum();
  int month = 0;
  for (const auto& figure : figures) {
    auto& made = story.figure(after(april, month++), figure);
    if (!figure) made.state = collect::State::delayed;
  }
  return story;
}

TEST(ThePastOfAnIndicator, IsItsFiguresInOrder) {
  auto story = monthly({10, 12, 11});
  const auto past = indicator_past(story.kept());
  ASSERT_TRUE(past);
  EXPECT_EQ(past->figures, (std::vector<double>{10, 12, 11}));
  EXPECT_EQ(past->newest, after(april, 2));
  EXPECT_EQ(past->first(), april);
  EXPECT_EQ(past->past(story.kept()).season, 12);
}

TEST(ThePastOfAnIndicator, FillsAShortGapOnTheLineBetweenItsNeighbours) {
  auto story = monthly({10, 12, {}, {}, 18, 17});
  const auto past = indicator_past(story.kept());
  EXPECT_EQ(past->figures, (std::vector<double>{10, 12, 14, 16, 18, 17}));
  EXPECT_EQ(past->filled, 2u);
  EXPECT_FALSE(past->older_left_out);
}

TEST(ThePastOfAnIndicator, BeginsAfterALongGap) {
  auto story = monthly({10, 12, {}, {}, {}, 18, {}, 20});
  const auto past = indicator_past(story.kept());
  EXPECT_EQ(past->figures, (std::vector<double>{18, 19, 20}));
  EXPECT_TRUE(past->older_left_out);
  EXPECT_EQ(past->first(), after(april, 5));
}

TEST(ThePastOfAnIndicator, TakesCumulativeFiguresApart) {
  std::vector<std::optional<double>> cumulative;
  for (int month = 0; month < 14; ++month) cumulative.push_back(10.0 * (month % 12 + 1));
  auto story = monthly(cumulative);
  story.definition().submitted = indicator::Submitted::cumulative;
  EXPECT_EQ(indicator_past(story.kept())->figures, std::vector<double>(14, 10));
}

TEST(ThePastOfAnIndicator, TakesAShareOfTheYearsDebitApart) {
  auto story = monthly({9, 19, 28.5});
  story.definition().unit = "%";
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().submitted = indicator::Submitted::cumulative_over_annual;
  EXPECT_EQ(indicator_past(story.kept())->figures, (std::vector<double>{9, 10, 9.5}));
  EXPECT_EQ(aggregation_to_year(story.definition()), indicator::Aggregation::sum);
}

TEST(ThePastOfAnIndicator, KeepsTheDenominatorsOfARatio) {
  Story story;
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().multiplier = Decimal::whole(100);
  for (const auto& [step, of] : {std::pair{0, 50}, {1, 40}}) {
    auto& figure = story.figure(after(q1, step), {});
    figure.numerator = exact(30);
    figure.denominator = exact(of);
  }
  const auto past = indicator_past(story.kept());
  EXPECT_EQ(past->figures, (std::vector<double>{60, 75}));
  EXPECT_EQ(past->denominators, (std::vector<double>{50, 40}));
}

TEST(ThePastOfAnIndicator, CountsNoCasesWhereThereWereNone) {
  Story story;
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().multiplier = Decimal::whole(100);
  int step = 0;
  for (const auto& [cases, of] : {std::pair{30, 50}, {0, 0}, {40, 50}}) {
    auto& figure = story.figure(after(q1, step++), {});
    figure.numerator = exact(cases);
    figure.denominator = exact(of);
  }
  const auto past = indicator_past(story.kept());
  EXPECT_EQ(past->figures, (std::vector<double>{60, 70, 80}));
  EXPECT_EQ(past->denominators, (std::vector<double>{50, 0, 50}));
  EXPECT_EQ(past->filled, 0u);
}

TEST(ThePastOfAnIndicator, BeginsWhereTheDefinitionBroke) {
  auto story = monthly({50, 51, 10, 12, 11});
  auto changed = story.definition();
  changed.edition = 2;
  changed.applies_from = kit::Date::of(2024, 6, 1);
  changed.breaks_series = true;
  story.kept().definitions.push_back(changed);
  const auto past = indicator_past(story.kept());
  EXPECT_EQ(past->figures, (std::vector<double>{10, 12, 11}));
  EXPECT_EQ(past->since, kit::Date::of(2024, 6, 1));
}

TEST(ThePastOfAnIndicator, TakesTheNewestEditionOfEachFigure) {
  auto story = monthly({10, 12, 11});
  auto revised = story.kept().figures[1];
  revised.edition = 2;
  revised.value = exact(14);
  story.kept().figures.insert(story.kept().figures.begin() + 2, revised);
  EXPECT_EQ(indicator_past(story.kept())->figures, (std::vector<double>{10, 14, 11}));
}

TEST(ThePastOfAnIndicator, IsRefusedWithFewerThanTwoFigures) {
  EXPECT_EQ(indicator_past(monthly({10}).kept()).refusals().all()[0].sentence,
            "A forecast needs two figures at least, and there is one.");
  EXPECT_EQ(indicator_past(monthly({{}, {}}).kept()).refusals().all()[0].sentence,
            "A forecast needs two figures at least, and there is none.");
}

TEST(TheBounds, AreTheDefinitionsAndNothingBelowZeroForWhatNeverWas) {
  Story story;
  const std::vector<double> shares = {90, 95}, above = {90, 105}, below = {-4, 5};
  EXPECT_EQ(bounds_of(story.definition(), shares).least, 0);
  EXPECT_EQ(bounds_of(story.definition(), shares).most, 100);
  EXPECT_FALSE(bounds_of(story.definition(), above).most);
  story.definition().unit = "£";
  EXPECT_FALSE(bounds_of(story.definition(), below).least);
  story.definition().most = exact(200);
  EXPECT_EQ(bounds_of(story.definition(), shares).most, 200);
}

}  // namespace
}  // namespace assess
