#include "assess/funnel.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double nine_digits = 1e-9, as_bisected = 1e-4;  // the published program bisects its curves of events

double share_of(const std::vector<CaseRow>& rows) {
  double cases = 0, of = 0;
  for (const auto& row : rows) cases += number_in(row, "x"), of += number_in(row, "n");
  return cases / of;
}

double in_per_cent(double share) { return 100 * std::clamp(share, 0.0, 1.0); }

class Funnels : public CaseFiles {};

TEST_F(Funnels, OfProportionsAgreeForEveryPlace) {
  const auto rows = case_rows("rates/funnel_proportion_points.csv");
  const double average = share_of(rows);
  for (const auto& row : rows) {
    const auto& area = row.at("area");
    const auto funnel = proportion_funnel(average, number_in(row, "n"));
    expect_close(100 * average, number_in(row, "average"), nine_digits, area);
    expect_close(100 * funnel.two.low, number_in(row, "lower_2s"), nine_digits, area);
    expect_close(100 * funnel.two.high, number_in(row, "upper_2s"), nine_digits, area);
    expect_close(100 * funnel.three.low, number_in(row, "lower_3s"), nine_digits, area);
    expect_close(100 * funnel.three.high, number_in(row, "upper_3s"), nine_digits, area);
    EXPECT_EQ(code(significance(number_in(row, "x") / number_in(row, "n"), funnel)), row.at("significance")) << area;
  }
}

TEST_F(Funnels, OfProportionsAgreeAlongTheCurve) {
  for (const auto& row : case_rows("rates/funnel_proportion_curve.csv")) {
    const auto funnel = proportion_funnel(number_in(row, "baseline") / 100, number_in(row, "Population"));
    expect_close(in_per_cent(funnel.two.low), number_in(row, "lower_2s_limit"), nine_digits, row.at("Population"));
    expect_close(in_per_cent(funnel.two.high), number_in(row, "upper_2s_limit"), nine_digits, row.at("Population"));
    expect_close(in_per_cent(funnel.three.low), number_in(row, "lower_3s_limit"), nine_digits, row.at("Population"));
    expect_close(in_per_cent(funnel.three.high), number_in(row, "upper_3s_limit"), nine_digits, row.at("Population"));
  }
}

TEST_F(Funnels, OfRatesAgree) {
  const auto rows = case_rows("rates/funnel_rate_points.csv");
  const double average = share_of(rows);
  for (const auto& row : rows) {
    expect_close(100'000 * average, number_in(row, "average"), nine_digits, row.at("area"));
    EXPECT_EQ(code(count_significance(number_in(row, "x"), average * number_in(row, "n"))), row.at("significance"))
        << row.at("area");
  }
}

TEST_F(Funnels, OfRatiosAgree) {
  for (const auto& row : case_rows("rates/funnel_ratio_points.csv"))
    EXPECT_EQ(code(count_significance(number_in(row, "observed"), number_in(row, "expected"))), row.at("significance"))
        << row.at("area");
}

// The lower limit of a rate belongs to the most that the average may expect, and the other way round.
void expect_curve(const CaseRow& row, double events, double base, const std::string& expected_column, double per) {
  const auto funnel = expected_of(events);
  const std::vector<std::pair<std::string, double>> ends = {{"lower_2s", funnel.two.high},
                                                            {"upper_2s", funnel.two.low},
                                                            {"lower_3s", funnel.three.high},
                                                            {"upper_3s", funnel.three.low}};
  for (const auto& [end, expected] : ends) {
    expect_close(base * events / expected, number_in(row, end + "_limit"), as_bisected, end);
    expect_close(expected * per, number_in(row, end + expected_column), as_bisected, end);
  }
}

TEST_F(Funnels, OfEventsAgreeAlongTheCurve) {
  for (const auto& row : case_rows("rates/funnel_rate_curve.csv")) {
    const double average = number_in(row, "baseline");
    expect_curve(row, number_in(row, "Events"), average, "_population_1_year", 100'000 / average);
  }
  for (const auto& row : case_rows("rates/funnel_ratio_curve.csv"))
    expect_curve(row, number_in(row, "Observed_events"), 100, "_exp_events", 1);
}

TEST_F(Funnels, AreDrawnAtTheSamePlaces) {
  const auto rows = case_rows("rates/funnel_rate_curve.csv");
  const auto places = places_of_curve(205);
  ASSERT_EQ(rows.size(), places.size());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(places[i], number_in(rows[i], "Events"));
}

TEST(AFunnel, IsWiderWhereFewerAreCounted) {
  const auto few = proportion_funnel(0.6, 20), many = proportion_funnel(0.6, 2000);
  EXPECT_GT(few.two.high, many.two.high);
  EXPECT_GT(few.three.high, few.two.high);
  EXPECT_EQ(significance(0.7, few), Significance::none);
  EXPECT_EQ(significance(0.7, many), Significance::very_high);
  EXPECT_EQ(significance(0.575, many), Significance::low);
}

TEST(AFunnel, CallsNoEventsLowOnlyWhereMoreThanChanceWouldGiveWereExpected) {
  EXPECT_EQ(count_significance(0, 3.6), Significance::none);
  EXPECT_EQ(count_significance(0, 3.7), Significance::low);
  EXPECT_EQ(count_significance(0, 7), Significance::very_low);
}

}  // namespace
}  // namespace assess
