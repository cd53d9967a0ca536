#include "assess/rates.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double nine_digits = 1e-9;
const std::vector<std::pair<std::string, Confidence>> levels = {
    {"95_0cl", confidence_95}, {"99_8cl", confidence_99_8}, {"99_0cl", confidence_99}};

void expect_interval(const Interval& found, const CaseRow& row, const std::string& level, const std::string& where) {
  expect_close(found.low, number_in(row, "lower" + level), nine_digits, where + ", lower" + level);
  expect_close(found.high, number_in(row, "upper" + level), nine_digits, where + ", upper" + level);
}

class Rates : public CaseFiles {};

TEST_F(Rates, ProportionsAgree) {
  for (const auto& row : case_rows("rates/proportions.csv")) {
    const double cases = number_in(row, "x"), of = number_in(row, "n");
    expect_close(100 * cases / of, number_in(row, "value"), nine_digits, row.at("id"));
    for (const auto& [level, confidence] : levels)
      expect_interval(100 * *proportion_interval(cases, of, confidence), row, level, row.at("id"));
  }
}

TEST_F(Rates, CountsAgree) {
  for (const auto& row : case_rows("rates/rates.csv")) {
    const double count = number_in(row, "x"), per = 100'000 / number_in(row, "n");
    EXPECT_EQ(count_method(count), row.at("method"));
    for (const auto& [level, confidence] : levels)
      expect_interval(per * count_interval(count, confidence), row, level, row.at("id"));
  }
}

TEST_F(Rates, MeansAgree) {
  std::map<std::string, std::vector<double>> groups;
  for (const auto& row : case_rows("rates/means_input.csv")) groups[row.at("group")].push_back(number_in(row, "value"));
  for (const auto& row : case_rows("rates/means.csv")) {
    const auto& group = row.at("group");
    const auto found = average(groups[group]);
    ASSERT_TRUE(found) << group;
    EXPECT_EQ(found->count, number_in(row, "value_count"));
    expect_close(found->sum, number_in(row, "value_sum"), nine_digits, group);
    expect_close(found->mean, number_in(row, "value"), nine_digits, group);
    expect_close(found->deviation, number_in(row, "stdev"), nine_digits, group);
    expect_interval(mean_interval(*found, confidence_95), row, "95_0cl", group);
    expect_interval(mean_interval(*found, confidence_99_8), row, "99_8cl", group);
  }
}

TEST(AProportion, ReachesExactlyNoughtAndOne) {
  EXPECT_EQ(proportion_interval(0, 10, confidence_95)->low, 0);
  EXPECT_EQ(proportion_interval(10, 10, confidence_95)->high, 1);
  EXPECT_FALSE(std::signbit(proportion_interval(0, 10, confidence_95)->low));
}

TEST(AProportion, HasNoIntervalWhenMoreAreCountedThanThereAre) {
  EXPECT_FALSE(proportion_interval(11, 10, confidence_95));
  EXPECT_FALSE(proportion_interval(-1, 10, confidence_95));
  EXPECT_FALSE(proportion_interval(0, 0, confidence_95));
}

TEST(ACount, IsExactBelowTenAndByarsFromThereOn) {
  EXPECT_EQ(count_method(9.99), "Exact");
  EXPECT_EQ(count_method(10), "Byars");
  EXPECT_NEAR(count_interval(5, confidence_95).low, 1.6235, 0.0001);  // of every table of Poisson limits
  EXPECT_NEAR(count_interval(5, confidence_95).high, 11.6683, 0.0001);
  EXPECT_EQ(count_interval(0, confidence_95).low, 0);
}

TEST(AMean, NeedsTwoFigures) {
  EXPECT_FALSE(average(std::vector<double>{3}));
  const auto same = average(std::vector<double>{0.1, 0.1, 0.1});
  EXPECT_EQ(same->mean, 0.1);
  EXPECT_EQ(mean_interval(*same, confidence_95).low, 0.1);
}

}  // namespace
}  // namespace assess
