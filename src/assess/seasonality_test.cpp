#include "assess/seasonality.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

// Three years of quarters about 100: 90, 100, 120, 90.
const std::vector<double> quarters = {90, 100, 120, 90, 90, 100, 120, 90, 90, 100, 120, 90};

TEST(Seasons, AreSharesOfTheYearsMean) {
  const auto shares = season_shares(quarters, 4);
  ASSERT_EQ(shares.size(), 4u);
  EXPECT_NEAR(shares[0], 0.9, 1e-12);
  EXPECT_NEAR(shares[1], 1.0, 1e-12);
  EXPECT_NEAR(shares[2], 1.2, 1e-12);
}

TEST(Seasons, OrDifferencesFromIt) {
  const auto differences = season_differences(quarters, 4);
  EXPECT_NEAR(differences[0], -10, 1e-12);
  EXPECT_NEAR(differences[2], 20, 1e-12);
}

TEST(Seasons, ThatStandOnAStraightLineAreFoundExactly) {
  std::vector<double> rising;
  for (int i = 0; i < 24; ++i)
    rising.push_back(5.0 * i + (i % 3 == 1 ? 7 : i % 3 == 2 ? -7 : 0));  // three parts a year
  const auto differences = season_differences(rising, 3);
  EXPECT_NEAR(differences[1], 7, 1e-9);
  EXPECT_NEAR(differences[2], -7, 1e-9);
}

TEST(Autocorrelations, AreThoseOfTheTextbook) {
  const auto r = autocorrelations(std::vector<double>{1, 2, 3, 4, 5}, 2);
  EXPECT_NEAR(r[0], 0.4, 1e-12);
  EXPECT_NEAR(r[1], -0.1, 1e-12);
}

TEST(Seasonality, NeedsThreeYearsForTheBenchmarksAndMoreThanTwoForTheta) {
  const std::vector<double> nine(quarters.begin(), quarters.begin() + 9);
  EXPECT_FALSE(is_seasonal_for_benchmarks(nine, 4));
  EXPECT_TRUE(is_seasonal_for_benchmarks(quarters, 4));
  EXPECT_FALSE(is_seasonal_for_theta(std::span(nine).first(8), 4));
}

TEST(Seasonality, IsNotSeenInConstantOrYearlyFigures) {
  EXPECT_FALSE(is_seasonal_for_theta(std::vector<double>(12, 5), 4));
  EXPECT_FALSE(is_seasonal_for_theta(quarters, 1));
}

}  // namespace
}  // namespace assess
