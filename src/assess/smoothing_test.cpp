#include "assess/smoothing.h"

#include <gtest/gtest.h>

#include <vector>

namespace assess {
namespace {

std::vector<double> look(const Smoothing& how, const Standing& now, std::size_t steps) {
  std::vector<double> ahead(steps);
  look_ahead(how, now, ahead);
  return ahead;
}

TEST(SingleSmoothing, MovesTheLevelByAPartOfTheSurprise) {
  Smoothing how;
  how.alpha = 0.25;
  Standing now;
  now.level = 100;
  EXPECT_DOUBLE_EQ(learn(how, now, 108), 8);
  EXPECT_DOUBLE_EQ(now.level, 102);
  EXPECT_EQ(look(how, now, 3), (std::vector<double>{102, 102, 102}));
}

TEST(DampedSmoothing, AddsLessOfTheSlopeEachTime) {
  Smoothing how;
  how.slope = Slope::damped;
  how.phi = 0.5;
  Standing now;
  now.level = 10;
  now.slope = 8;
  EXPECT_EQ(look(how, now, 3), (std::vector<double>{14, 16, 17}));
}

TEST(SeasonalSmoothing, GoesRoundTheYear) {
  Smoothing how;
  how.seasons = Seasons::multiplicative;
  how.season = 2;
  Standing now;
  now.level = 100;
  now.seasons = {1.5, 0.5};
  EXPECT_EQ(look(how, now, 3), (std::vector<double>{150, 50, 150}));
}

// Table 2.1 of the book, M error, A trend, M season, worked by hand: expected (100 + 10) x 1.2 = 132; 165 is 25% above.
TEST(MultipliedErrors, AreSharesOfWhatWasExpected) {
  Smoothing how{Errors::multiplicative, Slope::steady, Seasons::multiplicative, 4, 0.4, 0.2, 0.1, 1};
  Standing now;
  now.level = 100;
  now.slope = 10;
  now.seasons = {1.2, 1, 1, 0.8};
  EXPECT_NEAR(learn(how, now, 165), 0.25, 1e-12);
  EXPECT_NEAR(now.level, 110 * (1 + 0.4 * 0.25), 1e-12);
  EXPECT_NEAR(now.slope, 10 + 0.2 * 110 * 0.25, 1e-12);
  EXPECT_NEAR(now.seasons[0], 1.2 * (1 + 0.1 * 0.25), 1e-12);
  EXPECT_EQ(now.next, 1);
}

TEST(AnErrorThatHappens, IsWhatWouldBeLearntFromItsFigure) {
  const Smoothing how{Errors::multiplicative, Slope::damped, Seasons::additive, 4, 0.4, 0.2, 0.1, 0.9};
  Standing a, b;
  a.level = b.level = 50;
  a.slope = b.slope = 2;
  a.seasons = b.seasons = {5, -5, 3, -3};
  const double figure = happen(how, a, -0.1);
  EXPECT_NEAR(learn(how, b, figure), -0.1, 1e-12);
  EXPECT_DOUBLE_EQ(a.level, b.level);
  EXPECT_DOUBLE_EQ(a.slope, b.slope);
}

TEST(Smoothing, ContinuesAStraightLine) {
  std::vector<double> line;
  for (int i = 0; i < 20; ++i) line.push_back(100 + 3 * i);
  const auto found = smooth(line, Slope::steady, Lean::none);
  EXPECT_NEAR(look(found.how, found.now, 2)[1], 163, 1e-6);
  EXPECT_NEAR(found.start.level, 97, 1e-6);
  EXPECT_NEAR(found.start.slope, 3, 1e-6);
}

TEST(Smoothing, TakesTheMeanOfNoiseAndTheLastOfAWalk) {
  std::vector<double> noise, walk = {100};
  for (int i = 0; i < 40; ++i) noise.push_back(100 + (i % 2 == 0 ? 5 : -5));
  for (int i = 0; i < 40; ++i) walk.push_back(walk.back() + (i / 5 % 2 == 0 ? 3 : -2));
  EXPECT_LT(smooth(noise, Slope::none, Lean::none).how.alpha, 0.01);
  EXPECT_GT(smooth(walk, Slope::none, Lean::none).how.alpha, 0.9);
}

TEST(Smoothing, LeansOnExperienceOnlyWhenAsked) {
  std::vector<double> noise;
  for (int i = 0; i < 40; ++i) noise.push_back(100 + (i % 2 == 0 ? 5 : -5));
  EXPECT_GT(smooth(noise, Slope::none, Lean::experience).how.alpha, smooth(noise, Slope::none, Lean::none).how.alpha);
}

TEST(AHindcast, SaysAfterEachFigureWhatWasKnownThen) {
  Smoothed last;
  last.how.alpha = 1;
  last.start.level = 7;
  const std::vector<double> figures = {4, 9};
  finish(last, figures, 1);
  const auto table = hindcast(last, figures, 2);
  EXPECT_EQ(table.after(0)[0], 7);
  EXPECT_EQ(table.after(1)[1], 4);
  EXPECT_EQ(table.forecast()[0], 9);
}

}  // namespace
}  // namespace assess
