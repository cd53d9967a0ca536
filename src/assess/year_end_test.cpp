#include "assess/year_end.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace assess {
namespace {

using indicator::Aggregation;

// A forecast as a model has it, with the ranges of the textbook, so that the year's error has a closed form.
Forecast told(const Smoothing& how, double level, double slope, double sigma, std::size_t steps) {
  Forecast made{ForecastMethod::ses, {}, 40, false, {how, {}, sigma, {}}, {}, {}};
  made.dynamics.now.level = level;
  made.dynamics.now.slope = slope;
  double square = 1;
  for (std::size_t h = 1; h <= steps; ++h) {
    const double point = level + slope * static_cast<double>(h), spread = sigma * std::sqrt(square);
    made.steps.push_back({point, Interval{point - spread, point + spread}, Interval{point - spread, point + spread}});
    made.margins.push_back({1.2815515655446004 * spread, 1.959963984540054 * spread});
    square += std::pow(how.alpha + static_cast<double>(h) * how.beta, 2);
  }
  return made;
}

Smoothing level_of(double alpha) {
  Smoothing how;
  how.alpha = alpha;
  return how;
}

TEST(TheOutturn, OfASumAgreesWithItsClosedForm) {
  for (const double alpha : {0.0, 0.1, 0.5, 1.0}) {
    const auto exact = year_end({YearAs::sum, 900, 9, 3}, Level{100, 10, alpha});
    const auto forecast = told(level_of(alpha), 100, 0, 10, 3);
    const auto found = *year_end({Aggregation::sum, {300, 300, 300}}, &forecast);
    EXPECT_NEAR(found.value, 1200, 1e-9);
    EXPECT_NEAR(found.error, exact.error, 0.02 * exact.error) << alpha;
    EXPECT_NEAR(found.likely->low, exact.within(confidence_80).low, 0.06 * exact.error) << alpha;
    EXPECT_NEAR(found.nearly_certain->high, exact.within(confidence_95).high, 0.12 * exact.error) << alpha;
  }
}

// When l = l + b + alpha e and b = b + beta e, a shock with k figures to come adds 1 + k alpha + k (k + 1) / 2 beta.
TEST(TheOutturn, OfASlopeAgreesWithItsClosedForm) {
  Smoothing how = level_of(0.4);
  how.slope = Slope::steady;
  how.beta = 0.1;
  const auto forecast = told(how, 100, 2, 10, 6);
  double squares = 0;
  for (int k = 0; k < 6; ++k) squares += std::pow(1 + k * 0.4 + k * (k + 1) / 2.0 * 0.1, 2);
  const auto found = *year_end({Aggregation::sum, {600}}, &forecast);
  EXPECT_NEAR(found.value, 600 + 600 + 2 * 21, 1e-9);
  EXPECT_NEAR(found.error, 10 * std::sqrt(squares), 0.02 * 10 * std::sqrt(squares));
}

TEST(TheOutturn, OfAMeanIsATwelfthOfTheSum) {
  const auto forecast = told(level_of(0.3), 50, 0, 4, 2);
  const std::vector<double> ten(10, 44);
  const auto sum = *year_end({Aggregation::sum, ten}, &forecast);
  const auto mean = *year_end({Aggregation::mean_of_snapshots, ten}, &forecast);
  EXPECT_NEAR(mean.value, sum.value / 12, 1e-9);
  EXPECT_NEAR(mean.error, sum.error / 12, 1e-9);
}

TEST(TheOutturn, OfASnapshotIsMarch) {
  const auto forecast = told(level_of(1), 80, 1, 2, 4);
  const auto found = *year_end({Aggregation::snapshot, {70, 75}}, &forecast);
  EXPECT_NEAR(found.value, 84, 1e-9);
  EXPECT_NEAR(found.error, 4, 0.1);  // a walk of four steps of 2
}

// 90 of 120 until now; 80% of the 40 cases to come is 32 more: 122 of 160.
TEST(TheOutturn, OfARatioAddsItsPartsAndDividesOnce) {
  const auto forecast = told(level_of(0.2), 80, 0, 5, 2);
  YearParts parts{Aggregation::ratio, {70, 80}, 90, 120, {10, 30}, 0, 100, {0, 100}};
  const auto found = *year_end(parts, &forecast);
  EXPECT_NEAR(found.value, 100.0 * 122 / 160, 1e-9);
  EXPECT_LT(found.likely->high, found.nearly_certain->high);
  EXPECT_LT(found.error, 5.0 / 4);  // only a quarter of the cases is still to come
}

TEST(TheOutturn, OfTheLongestWaitIsTheLongestUntilNowUnlessALongerComes) {
  const auto forecast = told(level_of(0), 30, 0, 2, 3);
  const auto found = *year_end({Aggregation::max, {48, 35}}, &forecast);
  EXPECT_EQ(found.value, 48);
  EXPECT_EQ(found.likely->low, 48);
  EXPECT_EQ(year_end({Aggregation::min, {48, 35}}, &forecast)->value, 30);
}

TEST(TheOutturn, OfAYearThatIsOverIsCertain) {
  const auto found = *year_end({Aggregation::sum, {10, 20, 30, 40}}, nullptr);
  EXPECT_EQ(found.value, 100);
  EXPECT_EQ(found.likely->low, 100);
  EXPECT_EQ(found.error, 0);
  EXPECT_EQ(chance(found.outturn(), 90, Better::higher), 1);
}

TEST(TheOutturn, LeavesOutStepsBeforeTheYearBegins) {
  const auto forecast = told(level_of(0.5), 10, 0, 1, 5);
  YearParts parts{Aggregation::sum, {}};
  parts.before = 1;
  EXPECT_NEAR(year_end(parts, &forecast)->value, 40, 1e-9);
}

TEST(TheOutturn, OfAMedianNeedsTheRecords) {
  EXPECT_FALSE(year_end({Aggregation::median, {10, 20}}, nullptr));
  EXPECT_FALSE(year_end({Aggregation::sum, {}}, nullptr));
  EXPECT_FALSE(year_end({Aggregation::ratio, {}}, nullptr));
}

TEST(TheOutturn, StaysWithinItsBounds) {
  auto forecast = told(level_of(1), 98, 0, 5, 4);
  forecast.bounds = {0, 100};
  const auto found = *year_end({Aggregation::snapshot, {98}, 0, 0, {}, 0, 1, {0, 100}}, &forecast);
  EXPECT_EQ(found.likely->high, 100);
  EXPECT_EQ(found.nearly_certain->high, 100);
}

TEST(TheOutturn, IsNeverNonsense) {
  std::mt19937 random(11);
  const auto draw = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  for (int round = 0; round < 60; ++round) {
    std::vector<double> figures;
    for (int n = 4 + draw(40); n > 0; --n) figures.push_back((1 + draw(1000)) * (draw(15) == 0 ? 0.001 : 1));
    const auto forecast = *assess::forecast({figures, 12, {0, {}}}, 12);
    const auto found = *year_end({Aggregation::sum, {}}, &forecast);
    ASSERT_TRUE(std::isfinite(found.error)) << round;
    ASSERT_LE(found.nearly_certain->low, found.likely->low) << round;
    ASSERT_LE(found.likely->low, found.value);
    ASSERT_GE(found.likely->high, found.value);
    ASSERT_GE(found.nearly_certain->high, found.likely->high);
  }
}

TEST(TheOutturn, IsTheSameEachTime) {
  const auto forecast = told(level_of(0.4), 100, 0, 10, 7);
  const auto a = *year_end({Aggregation::sum, {5}}, &forecast), b = *year_end({Aggregation::sum, {5}}, &forecast);
  EXPECT_EQ(a.likely->low, b.likely->low);
  EXPECT_EQ(a.nearly_certain->high, b.nearly_certain->high);
}

}  // namespace
}  // namespace assess
