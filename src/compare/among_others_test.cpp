#include "compare/among_others.h"

#include <gtest/gtest.h>

namespace compare {
namespace {

const auto this_year = calendar::Period::year({2024}), last_year = calendar::Period::year({2023});

assess::Kept own(double now, double before) {
  assess::Kept kept;
  kept.id = 1;
  indicator::Definition d;
  d.title = "Household waste recycled";
  d.unit = "%";
  d.frequency = calendar::Frequency::annual;
  d.applies_from = kit::Date::of(2020, 4, 1);
  kept.definitions = {d};
  for (const auto& [period, value] : {std::pair(last_year, before), std::pair(this_year, now)}) {
    collect::Figure figure;
    figure.period = period;
    figure.value = kit::Decimal::nearest(value);
    kept.figures.push_back(figure);
  }
  return kept;
}

std::vector<ComparatorFigure> others(std::initializer_list<double> figures) {
  std::vector<ComparatorFigure> all;
  for (const auto& period : {last_year, this_year})
    for (const double each : figures)
      all.push_back(
          {"Household waste recycled", "Percentage", "%", "E" + std::to_string(all.size()), period, each, "", {}});
  return all;
}

TEST(AmongOthers, KnowsTheQuarterNowAndAYearBefore) {
  const auto stands = among_others(others({30, 35, 40, 45, 50, 55, 60}), own(33, 48), this_year);
  ASSERT_TRUE(stands);
  EXPECT_EQ(stands->areas, 8);
  EXPECT_EQ(stands->quartile, 4);
  EXPECT_EQ(stands->quartile_before, 2);
  EXPECT_GT(stands->spreads, 0) << "below the middle is the bad side where more is better";
}

TEST(AmongOthers, TurnsRoundWhereFewerIsBetter) {
  auto kept = own(33, 33);
  kept.definitions[0].polarity = indicator::Polarity::low_good;
  const auto stands = among_others(others({30, 35, 40, 45, 50, 55, 60}), kept, this_year);
  ASSERT_TRUE(stands);
  EXPECT_EQ(stands->quartile, 1);
  EXPECT_LT(stands->spreads, 0);
}

TEST(AmongOthers, SaysNothingWithFewAreasOrFiguresOfTwoKinds) {
  EXPECT_FALSE(among_others(others({30, 35}), own(33, 48), this_year));
  EXPECT_FALSE(among_others({}, own(33, 48), this_year));
  auto two = others({30, 35, 40, 45, 50});
  two.front().measure = "Count";
  EXPECT_FALSE(among_others(two, own(33, 48), this_year));
}

TEST(AmongOthers, CountsSpreadsRobustly) {
  // The middle of 10, 48 … 54 is 50.5, the middle distance from it 1.75.
  const auto stands = among_others(others({48, 49, 50, 51, 52, 53, 54}), own(10, 50), this_year);
  ASSERT_TRUE(stands);
  EXPECT_NEAR(stands->spreads, 40.5 / 2 / 1.4826, 0.5);
}

}  // namespace
}  // namespace compare
