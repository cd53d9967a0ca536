#include "assess/trend.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double nine_digits = 1e-9;

std::vector<std::optional<double>> list_in(const CaseRow& row, const std::string& column) {
  std::vector<std::optional<double>> numbers;
  std::string rest = row.at(column) + ';';
  for (; !rest.empty(); rest.erase(0, rest.find(';') + 1))
    numbers.push_back(kit::read_double(rest.substr(0, rest.find(';'))));
  return numbers;
}

TrendMarker marker_in(const CaseRow& row) {
  const bool is_proportion = row.at("type") == "proportion";
  std::vector<Proportion> proportions;
  std::vector<Estimate> estimates;
  if (is_proportion) {
    const auto cases = list_in(row, "numerators"), of = list_in(row, "denominators");
    for (std::size_t i = 0; i < cases.size(); ++i) proportions.push_back({cases[i], of[i]});
    return trend_marker(proportions);
  }
  const auto values = list_in(row, "values"), low = list_in(row, "lower_cl"), high = list_in(row, "upper_cl");
  for (std::size_t i = 0; i < values.size(); ++i) estimates.push_back({values[i], low[i], high[i]});
  return trend_marker(estimates);
}

void expect_same(const std::optional<double>& found, const CaseRow& row, const std::string& column) {
  ASSERT_EQ(!found, row.at(column).empty()) << row.at("case_id") << ' ' << column;
  if (found) expect_close(*found, number_in(row, column), nine_digits, row.at("case_id") + ' ' + column);
}

class Trends : public CaseFiles {};

TEST_F(Trends, MarkersAgree) {
  for (const auto& row : case_rows("rules/trend_markers.csv")) {
    const auto found = marker_in(row);
    EXPECT_EQ(code(found.trend), row.at("expected")) << row.at("case_id");
    expect_same(found.chi_squared, row, "chi_squared");
    expect_same(found.slope, row, "slope");
  }
}

TEST_F(Trends, RegressionsAgree) {
  std::map<std::string, std::vector<double>> series;
  for (const auto& row : case_rows("spc/points.csv"))
    if (const auto figure = kit::read_double(row.at("value"))) series[row.at("case_id")].push_back(*figure);
  for (const auto& row : case_rows("rules/regression_direction.csv")) {
    const auto& figures = series[row.at("case_id")];
    const auto found = regression(std::span(figures).last(static_cast<std::size_t>(number_in(row, "last_k"))));
    ASSERT_TRUE(found);
    EXPECT_EQ(code(found->trend), row.at("direction")) << row.at("case_id");
    expect_close(found->slope, number_in(row, "slope"), nine_digits, row.at("case_id"));
    // On a straight line (C11, C23) what the published program calls scatter is the noise of binary arithmetic.
    const auto published = kit::read_double(row.at("p_value"));
    if (published && *published < 1e-30) {
      EXPECT_LT(*found->chance, 1e-30) << row.at("case_id");
      continue;
    }
    expect_same(found->t, row, "t");
    expect_same(found->chance, row, "p_value");
  }
}

TEST(ARegression, NeedsThreeFiguresAndSomeChange) {
  EXPECT_FALSE(regression(std::vector<double>{1, 2}));
  const auto constant = regression(std::vector<double>(15, 0.1));
  EXPECT_EQ(constant->trend, Trend::no_clear_trend);
  EXPECT_FALSE(constant->chance);
}

TEST(ARegression, IsCertainOfAStraightLine) {
  const auto line = regression(std::vector<double>{10, 8, 6, 4});
  EXPECT_EQ(line->trend, Trend::decreasing);
  EXPECT_EQ(line->slope, -2);
  EXPECT_FALSE(line->t);
  EXPECT_EQ(line->chance, 0);
}

TEST(ATrendMarker, IsNotGivenWithoutFiveYears) {
  EXPECT_EQ(trend_marker(std::vector<Proportion>(4, {5, 10})).trend, Trend::cannot_be_calculated);
  EXPECT_EQ(trend_marker(std::vector<Proportion>(5, {11, 10})).trend, Trend::cannot_be_calculated);
  EXPECT_EQ(trend_marker(std::vector<Estimate>(5, {5, 6, 6})).trend, Trend::cannot_be_calculated);
}

TEST(ATrendMarker, IsNotMadeByOneUnusualYear) {
  const std::vector<Proportion> years = {{100, 1000}, {99, 1000}, {98, 1000}, {97, 1000}, {190, 1000}};
  const auto found = trend_marker(years);
  EXPECT_GT(*found.chi_squared, 9.55);
  EXPECT_EQ(found.trend, Trend::no_significant_change);
}

TEST(ATrendMarker, SeesNoTrendInEqualYears) {
  EXPECT_EQ(trend_marker(std::vector<Estimate>(5, {5, 4, 6})).trend, Trend::no_significant_change);
}

}  // namespace
}  // namespace assess
