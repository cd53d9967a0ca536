#include "assess/distributions.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double twelve_digits = 1e-12;

double found(const CaseRow& row) {
  const auto& name = row.at("function");
  const double at = number_in(row, "argument");
  if (name == "qnorm") return normal_quantile(at);
  if (name == "pnorm") return normal_below(at);
  const double parameter = number_in(row, "parameter");
  if (name == "qchisq") return chi_squared_quantile(at, parameter);
  if (name == "qt") return t_quantile(at, parameter);
  if (name == "pt") return t_below(at, parameter);
  if (name == "ppois") return poisson_at_most(at, parameter);
  if (name == "pbinom_n20") return binomial_at_most(at, 20, parameter);
  ADD_FAILURE() << "no such function: " << name;
  return NAN;
}

class Distributions : public CaseFiles {};

TEST_F(Distributions, AgreeWithRToTwelveDigits) {
  for (const auto& row : case_rows("targets/distributions.csv"))
    expect_close(found(row), number_in(row, "value"), twelve_digits, row.at("function") + ' ' + row.at("argument"));
}

TEST(TheNormalDistribution, TurnsSharesIntoTheNumbersOfEveryTextbook) {
  expect_close(normal_quantile(0.975), 1.959963984540054, twelve_digits, "95%");
  expect_close(normal_quantile(0.999), 3.090232306167814, twelve_digits, "99.8%");
  expect_close(normal_quantile(1e-10), -6.361340902404056, twelve_digits, "far out");
  EXPECT_EQ(normal_quantile(0.5), 0);
}

TEST(StudentsT, IsCauchyWithOneDegreeOfFreedom) {
  for (const double t : {0.001, 0.5, 1.0, 3.0, 40.0, 1e6})
    expect_close(t_beyond(t, 1), 2 * std::atan(1 / t) / std::acos(-1.0), twelve_digits, kit::shortest(t));
}

TEST(StudentsT, HasNoTailBeyondInfinity) { EXPECT_EQ(t_beyond(INFINITY, 4), 0); }

TEST(StudentsT, IsSymmetric) {
  EXPECT_EQ(t_quantile(0.25, 7), -t_quantile(0.75, 7));
  EXPECT_EQ(t_quantile(0.5, 3), 0);
}

TEST(AQuantileOfADistribution, UndoesTheShareItComesFrom) {
  for (const double share : {0.0005, 0.01, 0.3, 0.6, 0.99}) {
    expect_close(normal_below(normal_quantile(share)), share, 1e-13, "normal");
    expect_close(t_below(t_quantile(share, 2.5), 2.5), share, 1e-12, "t");
    // P(X <= x) of chi-squared with two degrees of freedom is 1 - exp(-x/2).
    expect_close(-std::expm1(-chi_squared_quantile(share, 2) / 2), share, 1e-13, "chi-squared");
  }
}

TEST(Counts, HaveSharesThatEndWhereTheyCannotGoOn) {
  EXPECT_EQ(poisson_at_most(-1, 3), 0);
  EXPECT_EQ(poisson_at_most(0, 0), 1);
  EXPECT_EQ(poisson_at_least(0, 3), 1);
  EXPECT_EQ(poisson_at_least(1, 0), 0);
  expect_close(poisson_at_least(2, 1e-9), 5e-19, 1e-8, "twice something very rare");
  EXPECT_EQ(binomial_at_most(-0.5, 10, 0.3), 0);
  EXPECT_EQ(binomial_at_most(10, 10, 0.3), 1);
  expect_close(binomial_at_most(0, 3, 0.5), 0.125, twelve_digits, "three tails");
}

}  // namespace
}  // namespace assess
