#include "assess/standardised.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

constexpr double nine_digits = 1e-9;

void expect_interval(const Interval& found, const CaseRow& row, const std::string& level) {
  expect_close(found.low, number_in(row, "lower" + level), nine_digits, row.at("area") + ", lower" + level);
  expect_close(found.high, number_in(row, "upper" + level), nine_digits, row.at("area") + ", upper" + level);
}

class StandardisedRates : public CaseFiles {};

TEST_F(StandardisedRates, AgreeWhenStandardisedDirectly) {
  std::map<std::string, std::vector<AgeBand>> areas;
  for (const auto& row : case_rows("rates/standardised_input.csv")) {
    auto& bands = areas[row.at("area")];
    EXPECT_EQ(european_standard_2013[bands.size()], number_in(row, "stdpop"));
    bands.push_back({number_in(row, "x"), number_in(row, "n"), number_in(row, "stdpop")});
  }
  for (const auto& row : case_rows("rates/dsr.csv")) {
    const auto rate = direct_rate(areas[row.at("area")]);
    EXPECT_EQ(rate.cases, number_in(row, "total_count"));
    EXPECT_EQ(rate.population, number_in(row, "total_pop"));
    EXPECT_EQ(!rate.value, row.at("value") == "NA") << row.at("area");
    if (!rate.value) continue;
    expect_close(100'000 * *rate.value, number_in(row, "value"), nine_digits, row.at("area"));
    expect_interval(100'000 * *direct_interval(rate, confidence_95), row, "95_0cl");
    expect_interval(100'000 * *direct_interval(rate, confidence_99_8), row, "99_8cl");
  }
}

TEST_F(StandardisedRates, AgreeWhenStandardisedIndirectly) {
  const auto reference = case_rows("rates/standardised_reference.csv");
  std::map<std::string, std::vector<ReferenceBand>> areas;
  std::map<std::string, double> observed;
  for (const auto& row : case_rows("rates/standardised_input.csv")) {
    const auto& band = reference[static_cast<std::size_t>(number_in(row, "ageband")) - 1];
    areas[row.at("area")].push_back({number_in(row, "n"), number_in(band, "x_ref"), number_in(band, "n_ref")});
    observed[row.at("area")] += number_in(row, "x");
  }
  const auto compare = [&](const std::string& file, bool as_rate) {
    for (const auto& row : case_rows(file)) {
      const auto ratio = indirect_ratio(observed[row.at("area")], areas[row.at("area")]);
      const double per = as_rate ? 100'000 * ratio.reference_rate : 100;
      expect_close(ratio.expected, number_in(row, "expected"), nine_digits, row.at("area"));
      expect_close(per * ratio.ratio(), number_in(row, "value"), nine_digits, row.at("area"));
      expect_interval(per * indirect_interval(ratio, confidence_95), row, "95_0cl");
      expect_interval(per * indirect_interval(ratio, confidence_99_8), row, "99_8cl");
    }
  };
  compare("rates/isratio.csv", false);
  compare("rates/israte.csv", true);
}

TEST(ADirectlyStandardisedRate, IsTheCrudeRateWhenAgesAreAsInTheStandard) {
  const auto rate = direct_rate(std::vector<AgeBand>{{10, 1000, 1000}, {30, 2000, 2000}});
  EXPECT_DOUBLE_EQ(*rate.value, 40.0 / 3000);
}

TEST(ADirectlyStandardisedRate, IsNotGivenBelowTenCases) {
  const auto rate = direct_rate(std::vector<AgeBand>{{4, 1000, 1000}, {5, 2000, 2000}});
  EXPECT_FALSE(rate.value);
  EXPECT_FALSE(direct_interval(rate, confidence_95));
  EXPECT_EQ(rate.cases, 9);
}

TEST(AnIndirectlyStandardisedRatio, IsOneWhereTheReferenceItselfIsMeasured) {
  const auto ratio = indirect_ratio(40, std::vector<ReferenceBand>{{1000, 10, 1000}, {2000, 30, 2000}});
  EXPECT_DOUBLE_EQ(ratio.ratio(), 1);
  EXPECT_DOUBLE_EQ(ratio.reference_rate, 40.0 / 3000);
}

}  // namespace
}  // namespace assess
