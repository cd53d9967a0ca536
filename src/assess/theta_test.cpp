#include "assess/theta.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

// Of a straight line half the slope is the drift, and the level that lags behind it is brought up to it.
TEST(Theta, RunsBelowAStraightLineByHalfItsSlope) {
  std::vector<double> line;
  for (int i = 0; i < 30; ++i) line.push_back(50 + 2 * i);
  const auto found = theta(line, 1);
  EXPECT_GT(found.level.how.alpha, 0.99);
  const auto said = hindcast(found, 3);
  EXPECT_NEAR(said.forecast()[0], 108 + 1, 0.01);
  EXPECT_NEAR(said.forecast()[2] - said.forecast()[1], 1, 1e-9);
}

TEST(Theta, IsTheLevelPlusTheDriftOfItsDefinition) {
  const std::vector<double> figures = {12, 15, 11, 16, 14, 18, 15, 17};
  const auto found = theta(figures, 1);
  double top = 0, bottom = 0;
  for (int i = 0; i < 8; ++i) top += (i - 3.5) * figures[static_cast<std::size_t>(i)], bottom += (i - 3.5) * (i - 3.5);
  const double b = top / bottom / 2, alpha = found.level.how.alpha;
  const double second = found.level.now.level + b * (1 + (1 - std::pow(1 - alpha, 8)) / alpha);
  EXPECT_NEAR(hindcast(found, 2).forecast()[1], second, 1e-9);
}

TEST(Theta, TakesTheSeasonsOutAndPutsThemBack) {
  std::vector<double> figures;
  for (int i = 0; i < 16; ++i) figures.push_back(i % 4 == 2 ? 150 : 100);
  figures.pop_back();
  const auto found = theta(figures, 4);
  ASSERT_EQ(found.seasons.size(), 4u);
  const auto said = hindcast(found, 4);
  EXPECT_NEAR(said.forecast()[0], 100, 1e-6);
  EXPECT_NEAR(said.forecast()[3], 150, 1e-6);
}

TEST(Theta, LooksBackWithTheSlopeThatWasKnownThen) {
  std::vector<double> figures = {10, 10, 10, 10, 10, 100};
  const auto said = hindcast(theta(figures, 1), 2);
  EXPECT_NEAR(said.after(5)[1], said.after(5)[0], 1e-9);
  EXPECT_GT(said.forecast()[1], said.forecast()[0]);
}

}  // namespace
}  // namespace assess
