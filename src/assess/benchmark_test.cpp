// Ranks, quarters and distances from the middle; the published medians and deviations of a national data set.
#include "assess/benchmark.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

using indicator::Polarity;

TEST(StandingInAGroup, TurnsRoundWhereFewerIsBetter) {
  const Group more({1, 2, 3, 4, 10}, Polarity::high_good), fewer({1, 2, 3, 4, 10}, Polarity::low_good);
  EXPECT_EQ(more.of(10).rank, 1);
  EXPECT_EQ(fewer.of(10).rank, 5);
  EXPECT_EQ(fewer.of(10).percent_beaten, 0);
  EXPECT_EQ(fewer.of(10).z, more.of(10).z);
  EXPECT_EQ(*fewer.of(10).z_performance, -*more.of(10).z_performance);
  EXPECT_EQ(more.of(10).gap_to_best_quartile, 6);
  EXPECT_EQ(fewer.of(10).gap_to_best_quartile, 8);
}

TEST(StandingInAGroup, LeavesOneselfOutOfWhatStandsBeside) {
  const Group group({1, 2, 3, 4, 10}, Polarity::high_good);
  EXPECT_EQ(group.spread()->median, 3);
  EXPECT_EQ(group.of(10).others_median, 2.5);
  EXPECT_EQ(group.of(10).others_mean, 2.5);
  EXPECT_EQ(group.of(3).others_mean, 4.25);
}

TEST(StandingInAGroup, CallsFiguresThatBinaryArithmeticTellsApartATie) {
  const Group group({0.1 + 0.2, 0.3, 0.2, 0.1}, Polarity::high_good);
  EXPECT_EQ(group.of(0.3).rank, 1);
  EXPECT_EQ(group.of(0.1 + 0.2).rank, 1);
  EXPECT_EQ(group.of(0.3).ties, 1);
}

TEST(StandingInAGroup, HasNoDistanceWhereAllAreTheSameAndNoQuarterAmongThree) {
  const auto same = Group({7, 7, 7, 7}, Polarity::high_good).of(7);
  EXPECT_FALSE(same.z || same.mads);
  EXPECT_EQ(same.rank, 1);
  EXPECT_EQ(same.percent_beaten, 50);
  EXPECT_FALSE(Group({1, 2, 3}, Polarity::high_good).of(2).quartile);
  const auto alone = Group({5}, Polarity::high_good).of(5);
  EXPECT_EQ(alone.rank, 1);
  EXPECT_FALSE(alone.others_median || alone.others_mean || alone.percent_beaten || alone.z);
  EXPECT_FALSE(Group({}, Polarity::high_good).spread());
}

TEST(StandingInAGroup, IsOddByItsDistanceInMads) {
  EXPECT_EQ(oddity(2.9), Oddity::none);
  EXPECT_EQ(oddity(-3), Oddity::unusual);
  EXPECT_EQ(oddity(4.5), Oddity::outlier);
}

// The reference has each measure in one year: here every year of every measure that the national file holds is put in order
// by a plain count, and must agree.
TEST(StandingInAGroup, AgreesWithAPlainCountOnEveryYearOfANationalFile) {
  std::ifstream in(SOURCE_ROOT "/../shared/data/oflog_asc/oflog_asc_values_only.csv", std::ios::binary);
  if (!in) GTEST_SKIP() << "The national file is not on this machine, so it is not compared.";
  std::map<std::string, std::vector<double>> years;
  for (const auto& row : rows_of(in))
    if (const auto value = kit::read_double(row.at("Value"))) years[row.at("Code") + row.at("Financial year")].push_back(*value);
  EXPECT_EQ(years.size(), 42u);
  for (const auto& [name, all] : years) {
    const Group group(all, Polarity::low_good);
    for (const double own : all) {
      const auto lower = std::ranges::count_if(all, [&](double each) { return each < own - 1e-7; });
      EXPECT_EQ(group.of(own).rank, lower + 1) << name;
    }
    const double middle = group.spread()->median;
    const auto near = std::ranges::count_if(all, [&](double each) { return std::fabs(each - middle) <= group.spread()->mad + 1e-9; });
    EXPECT_GE(2 * near, static_cast<std::ptrdiff_t>(all.size())) << name;
  }
}

}  // namespace
}  // namespace assess
