#include "assess/ets.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "assess/ets_fit.h"
#include "assess/ets_likelihood.h"

namespace assess {
namespace {

// Five years of quarters that grow and whose seasons grow with them, with a little noise.
std::vector<double> growing_seasons() {
  constexpr std::array shares = {0.8, 1.0, 1.3, 0.9};
  std::vector<double> figures;
  for (int i = 0; i < 24; ++i)
    figures.push_back((100 + 4 * i) * shares[static_cast<std::size_t>(i % 4)] * (1 + 0.004 * ((i * 7) % 5 - 2)));
  return figures;
}

// n log(sum of squares) + 2 sum of log(expected), by hand: the level is 10, then 10 x 1.05, and expected is the level.
TEST(Unlikelihood, IsThatOfTheBook) {
  const Smoothing how{Errors::multiplicative, Slope::none, Seasons::none, 1, 0.5, 0, 0, 1};
  Standing start;
  start.level = 10;
  const double second = 10.5, error = (12 - second) / second;
  const double expected = 2 * std::log(0.01 + error * error) + 2 * (std::log(10) + std::log(second));
  EXPECT_NEAR(unlikelihood(std::vector<double>{11, 12}, how, start), expected, 1e-12);
}

TEST(Unlikelihood, IsInfiniteWhereAFigureAboveZeroCannotBeExpected) {
  const Smoothing how{Errors::multiplicative, Slope::none, Seasons::none, 1, 0.5, 0, 0, 1};
  Standing start;
  start.level = -1;
  EXPECT_TRUE(std::isinf(unlikelihood(std::vector<double>{11, 12}, how, start)));
}

TEST(OneKind, IsNotFittedToTooFewFigures) {
  const Smoothing seasonal{Errors::additive, Slope::damped, Seasons::additive, 4, 0, 0, 0, 1};
  EXPECT_FALSE(fit(std::vector<double>{1, 1.1, 0.9, 1, 1.2, 1, 0.8, 1.1, 1}, seasonal));
}

TEST(Ets, SeesSeasonsThatGrowWithTheFigures) {
  const auto figures = growing_seasons();
  const auto found = ets(figures, 4);
  EXPECT_EQ(found.likeliest().smoothed.how.seasons, Seasons::multiplicative);
  const auto ahead = hindcast(found, figures, 4);
  EXPECT_NEAR(ahead.forecast()[2] / ahead.forecast()[0], 1.3 / 0.8 * 204 / 196, 0.03);
  EXPECT_NEAR(ahead.forecast()[0], 196 * 0.8, 0.03 * 196);
}

TEST(Ets, GivesEachKindItsWeightAndForgetsTheHopeless) {
  const auto found = ets(growing_seasons(), 4);
  double all = 0;
  for (const auto& kind : found.kinds) all += kind.weight;
  EXPECT_NEAR(all, 1, 1e-12);
  EXPECT_GE(found.kinds.size(), 1u);
  EXPECT_LT(found.kinds.size(), 15u);
  for (std::size_t i = 1; i < found.kinds.size(); ++i) EXPECT_GE(found.kinds[i].aicc, found.kinds[i - 1].aicc);
}

TEST(Ets, NeverMultipliesFiguresThatReachZero) {
  auto figures = growing_seasons();
  figures[3] = 0;
  for (const auto& kind : ets(figures, 4).kinds) {
    EXPECT_EQ(kind.smoothed.how.errors, Errors::additive);
    EXPECT_NE(kind.smoothed.how.seasons, Seasons::multiplicative);
  }
}

TEST(Ets, DoesNotLookForSeasonsWithinTwoYears) {
  const auto figures = growing_seasons();
  for (const auto& kind : ets(std::span(figures).first(8), 4).kinds)
    EXPECT_EQ(kind.smoothed.how.seasons, Seasons::none);
}

TEST(Ets, ForecastsTheSameInAnyUnit) {
  const auto figures = growing_seasons();
  auto pence = figures;
  for (double& figure : pence) figure *= 100;
  const auto a = hindcast(ets(figures, 4), figures, 4), b = hindcast(ets(pence, 4), pence, 4);
  EXPECT_NEAR(b.forecast()[3] / a.forecast()[3], 100, 1e-6);
}

TEST(TheNameOfAKind, IsAsAnalystsWriteIt) {
  EXPECT_EQ(name({Errors::multiplicative, Slope::damped, Seasons::multiplicative}), "ETS(M,Ad,M)");
  EXPECT_EQ(name({}), "ETS(A,N,N)");
}

}  // namespace
}  // namespace assess
