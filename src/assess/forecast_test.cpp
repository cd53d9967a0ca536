#include "assess/forecast.h"

#include <gtest/gtest.h>

#include <random>

#include "assess/cases_test.h"

namespace assess {
namespace {

const std::vector<double> quarters = {92, 104, 121, 95, 96, 108, 127, 99, 101, 112, 130, 104, 103, 117, 137, 108};

std::vector<double> points(const Forecast& forecast) {
  std::vector<double> all;
  for (const auto& step : forecast.steps) all.push_back(step.point);
  return all;
}

TEST(AForecast, NeedsTwoFigures) {
  EXPECT_FALSE(forecast({std::vector<double>{5}, 4, {}}, 2));
  EXPECT_FALSE(forecast({{}, 4, {}}, 2));
}

TEST(AForecast, OfFewerThanFourFiguresIsTheirMeanWithoutARange) {
  const std::vector<double> three = {10, 20, 30};
  const auto found = *forecast({three, 4, {}}, 2);
  EXPECT_EQ(found.method, ForecastMethod::mean);
  EXPECT_EQ(points(found), (std::vector<double>{20, 20}));
  EXPECT_FALSE(found.steps[0].likely);
  EXPECT_EQ(forecast({three, 4, {}}, 1, ForecastMethod::naive)->steps[0].point, 30);
}

TEST(AForecast, OfAConstantIsThatConstantWithoutWidth) {
  const auto found = *forecast({std::vector<double>(8, 100), 4, {}}, 3);
  EXPECT_TRUE(found.constant);
  EXPECT_EQ(points(found), (std::vector<double>{100, 100, 100}));
  EXPECT_EQ(found.steps[2].nearly_certain->low, 100);
  EXPECT_EQ(found.steps[2].nearly_certain->high, 100);
}

TEST(AForecast, AsLastTimeOrAsAYearAgo) {
  EXPECT_EQ(points(*forecast({quarters, 4, {}}, 2, ForecastMethod::naive)), (std::vector<double>{108, 108}));
  const auto year = points(*forecast({quarters, 4, {}}, 5, ForecastMethod::seasonal_naive));
  const std::vector<double> expected = {103, 117, 137, 108, 103};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(year[i], expected[i], 1e-9);
}

TEST(AForecast, SeesNoSeasonsWithinTwoYears) {
  const auto seven = std::span(quarters).first(7);
  EXPECT_EQ(points(*forecast({seven, 4, {}}, 2, ForecastMethod::seasonal_naive)), (std::vector<double>{127, 127}));
}

TEST(AForecast, IsUsuallyTheMeanOfThetaAndEts) {
  const Past past{quarters, 4, {}};
  const auto theta = points(*forecast(past, 4, ForecastMethod::theta)),
             ets = points(*forecast(past, 4, ForecastMethod::ets)), usual = points(*forecast(past, 4));
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(usual[i], (theta[i] + ets[i]) / 2, 1e-9);
  EXPECT_GT(usual[2], usual[3]);  // the third quarter is the highest
}

TEST(AForecast, CombIsTheMeanOfThree) {
  const Past past{quarters, 4, {}};
  const auto of = [&](ForecastMethod method) { return forecast(past, 3, method)->steps[2].point; };
  EXPECT_NEAR(of(ForecastMethod::comb),
              (of(ForecastMethod::ses) + of(ForecastMethod::holt) + of(ForecastMethod::damped)) / 3, 1e-9);
}

TEST(AForecast, NeverLeavesItsBounds) {
  const std::vector<double> rising = {70, 76, 83, 88, 95, 99, 99.5, 99.8};
  const auto found = *forecast({rising, 1, {0, 100}}, 6);
  for (const auto& step : found.steps) {
    EXPECT_LE(step.point, 100);
    EXPECT_LE(step.nearly_certain->high, 100);
    EXPECT_LT(step.nearly_certain->low, step.nearly_certain->high);
  }
}

TEST(TheRange, HoldsThePointAndTheNarrowerRange) {
  const auto found = *forecast({quarters, 4, {}}, 8);
  for (const auto& step : found.steps) {
    EXPECT_LT(step.nearly_certain->low, step.likely->low);
    EXPECT_LT(step.likely->low, step.point);
    EXPECT_LT(step.point, step.likely->high);
    EXPECT_LT(step.likely->high, step.nearly_certain->high);
  }
}

TEST(TheRange, IsNeverNarrowerFurtherAhead) {
  const std::vector<double> yearly = {50, 61, 48, 55, 70, 52, 49, 66, 58, 63, 47, 60};
  const auto found = *forecast({yearly, 1, {}}, 6, ForecastMethod::ses);
  for (std::size_t i = 1; i < 6; ++i) {
    const auto &now = *found.steps[i].likely, &before = *found.steps[i - 1].likely;
    EXPECT_GE(now.high - now.low, before.high - before.low - 1e-9);
  }
}

// The figures lie 10 above or below 100 by turns, so a mean of 100 is always 10 off: 1.4 usual errors, wider by 5/40.
TEST(TheRange, ComesFromHowFarTheMethodWasOffBefore) {
  std::vector<double> figures;
  for (int i = 0; i < 40; ++i) figures.push_back(i % 2 == 0 ? 110 : 90);
  const auto range = *forecast({figures, 1, {}}, 1, ForecastMethod::mean)->steps[0].likely;
  EXPECT_NEAR((range.high - range.low) / 2, 1.4 * 10 * (1 + 5.0 / 40), 0.5);
}

// Whatever a council may count: few figures or many, of any size, with zeros, jumps, negative ones.
TEST(AForecast, IsNeverNonsense) {
  std::mt19937 random(7);
  const auto draw = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  for (int round = 0; round < 300; ++round) {
    std::vector<double> figures;
    const double size = std::pow(10, draw(14) - 5), lowest = draw(3) - 1.0;
    for (int n = 2 + draw(60); n > 0; --n)
      figures.push_back(draw(6) == 0 ? 0 : size * (lowest + draw(1000) / 500.0) * (draw(20) == 0 ? 100 : 1));
    const int season = std::array{1, 2, 4, 12, 52}[static_cast<std::size_t>(draw(5))];
    const auto found = *forecast({figures, season, {}}, 13, forecast_methods[static_cast<std::size_t>(draw(11))]);
    for (const auto& step : found.steps) {
      ASSERT_TRUE(std::isfinite(step.point)) << code(found.method) << ' ' << round;
      if (!step.likely) continue;
      ASSERT_TRUE(std::isfinite(step.nearly_certain->low + step.nearly_certain->high))
          << code(found.method) << ' ' << round;
      ASSERT_LE(step.nearly_certain->low, step.point);
      ASSERT_GE(step.nearly_certain->high, step.point);
    }
  }
}

TEST(AMethod, IsKnownByTheNameOfTheCases) {
  for (const auto method : forecast_methods) EXPECT_EQ(read_forecast_method(code(method)), method);
  EXPECT_EQ(read_forecast_method("theta"), ForecastMethod::theta);
  EXPECT_FALSE(read_forecast_method("oracle"));
  EXPECT_EQ(words(ForecastMethod::usual), "the mean of Theta and exponential smoothing");
}

}  // namespace
}  // namespace assess
