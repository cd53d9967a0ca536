#include "assess/chance.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double nine_digits = 1e-9;

Better better_in(const CaseRow& row) { return *read_better(row.at("polarity")); }

class Chances : public CaseFiles {};

TEST_F(Chances, FromAForecastAgree) {
  for (const auto& row : case_rows("targets/prob_normal.csv")) {
    const Outturn outturn{number_in(row, "mean"), number_in(row, "se")};
    expect_close(chance(outturn, number_in(row, "target"), better_in(row)), number_in(row, "probability"), nine_digits,
                 row.at("case_id"));
  }
}

TEST_F(Chances, OfTheYearsEndAgree) {
  for (const auto& row : case_rows("targets/prob_yearend_ses.csv")) {
    const auto& name = row.at("case_id");
    const YearSoFar year{row.at("measure") == "mean" ? YearAs::mean : YearAs::sum, number_in(row, "actual_to_date"),
                         number_in(row, "months_done"), number_in(row, "H")};
    const double target = number_in(row, "target");
    const auto found = year_end(year, {number_in(row, "level"), number_in(row, "sigma"), number_in(row, "alpha")});
    expect_close(found.mean, number_in(row, "forecast_mean"), nine_digits, name);
    expect_close(found.error, number_in(row, "forecast_se"), nine_digits, name);
    expect_close(chance(found, target, better_in(row)), number_in(row, "probability"), nine_digits, name);
    expect_close(found.within(confidence_80).low, number_in(row, "lower80"), nine_digits, name);
    expect_close(found.within(confidence_80).high, number_in(row, "upper80"), nine_digits, name);
    expect_close(found.within(confidence_95).low, number_in(row, "lower95"), nine_digits, name);
    expect_close(found.within(confidence_95).high, number_in(row, "upper95"), nine_digits, name);
    expect_close(*required_per_month(year, target), number_in(row, "required_per_month"), nine_digits, name);
  }
}

TEST_F(Chances, OfRatiosAgree) {
  for (const auto& row : case_rows("targets/prob_ratio_binomial.csv")) {
    const auto& name = row.at("case_id");
    const auto found = ratio_chance({number_in(row, "num_to_date"), number_in(row, "den_to_date"),
                                     number_in(row, "den_remaining"), number_in(row, "p")},
                                    number_in(row, "target_pct") / 100, better_in(row));
    EXPECT_EQ(code(found.reach), row.at("verdict")) << name;
    ASSERT_EQ(!found.chance, row.at("probability").empty()) << name;
    if (found.chance) expect_close(*found.chance, number_in(row, "probability"), nine_digits, name);
    ASSERT_EQ(!found.required, row.at("required_rate_pct").empty()) << name;
    if (found.required) expect_close(100 * *found.required, number_in(row, "required_rate_pct"), nine_digits, name);
  }
}

TEST_F(Chances, OfCountsAgree) {
  for (const auto& row : case_rows("targets/prob_count_poisson.csv")) {
    const double expected = number_in(row, "rate_per_month") * number_in(row, "H");
    expect_close(count_chance(number_in(row, "actual_to_date"), expected, number_in(row, "target"), better_in(row)),
                 number_in(row, "probability"), nine_digits, row.at("case_id"));
  }
}

TEST(AChance, IsSaidInWords) {
  EXPECT_EQ(words(0.9), "very likely");
  EXPECT_EQ(words(0.899), "likely");
  EXPECT_EQ(words(0.66), "likely");
  EXPECT_EQ(words(0.5), "about even");
  EXPECT_EQ(words(0.329), "unlikely");
  EXPECT_EQ(words(0.09), "very unlikely");
}

TEST(AChance, IsCertainWhenNothingIsLeftToChance) {
  EXPECT_EQ(chance({90, 0}, 90, Better::higher), 1);
  EXPECT_EQ(chance({89, 0}, 90, Better::higher), 0);
  EXPECT_EQ(chance({89, 0}, 90, Better::lower), 1);
}

TEST(ARatio, NeedsTwentySevenOfThirtyForNinetyPerCent) {
  const auto found = ratio_chance({0, 0, 30, 1}, 0.9, Better::higher);
  EXPECT_EQ(found.reach, Reach::open);
  EXPECT_EQ(found.chance, 1);
  EXPECT_NEAR(*ratio_chance({0, 0, 30, 0.5}, 0.1, Better::lower).chance, 4.2e-6, 1e-7);  // at most three
}

TEST(ARatio, MayBeSecuredOrOutOfReachBeforeTheYearEnds) {
  EXPECT_EQ(ratio_chance({95, 95, 5, 0.5}, 0.9, Better::higher).reach, Reach::already_secured);
  EXPECT_EQ(ratio_chance({50, 95, 5, 0.5}, 0.9, Better::higher).reach, Reach::out_of_reach);
  EXPECT_EQ(ratio_chance({0, 95, 5, 0.5}, 0.1, Better::lower).reach, Reach::already_secured);
  EXPECT_EQ(ratio_chance({20, 95, 5, 0.5}, 0.1, Better::lower).reach, Reach::out_of_reach);
}

TEST(ACount, ThatHasPassedItsCeilingHasNoChance) {
  EXPECT_EQ(count_chance(31, 2, 30, Better::lower), 0);
  EXPECT_EQ(count_chance(31, 2, 30, Better::higher), 1);
  EXPECT_EQ(count_chance(29, 0, 30, Better::higher), 0);
}

TEST(ARunRate, IsNotAskedForWhenNoMonthIsLeft) {
  EXPECT_FALSE(required_per_month({YearAs::sum, 100, 12, 0}, 120));
  EXPECT_EQ(required_per_month({YearAs::sum, 100, 10, 2}, 120), 10);
}

}  // namespace
}  // namespace assess
