// Process charts, trends, intervals and funnels through the same door as an analyst's: every column of every reference
// file, and what is said of a file that is wrong.
#include <gtest/gtest.h>

#include <sstream>

#include "assess/assess_command.h"
#include "assess/cases_test.h"

namespace assess {
namespace {

struct Answer {
  int code;
  std::string out, err;
};

Answer ask(const AssessOptions& asked, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int code = assess_command(asked, in, out, err);
  return {code, out.str(), err.str()};
}

AssessOptions rule(const std::string& name) {
  AssessOptions asked;
  asked.rule = name;
  return asked;
}

AssessOptions funnel(const std::string& kind) {
  AssessOptions asked = rule("funnel");
  asked.kind = kind;
  return asked;
}

class StatisticsAtTheCommandLine : public CaseFiles {
 protected:
  static std::vector<CaseRow> assess(const AssessOptions& asked, const std::string& file) {
    std::ifstream in(case_folder + file, std::ios::binary);
    std::ostringstream err;
    std::stringstream out;
    EXPECT_EQ(assess_command(asked, in, out, err), 0) << err.str();
    EXPECT_EQ(err.str(), "");
    return rows_of(out);
  }

  static void compare(const std::vector<CaseRow>& found, const std::string& file, double tolerance = 1e-9) {
    const auto expected = case_rows(file);
    ASSERT_EQ(found.size(), expected.size()) << file;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_LE(found[i].size(), expected[i].size()) << file;
      for (const auto& [column, cell] : found[i])
        EXPECT_TRUE(agrees(cell, expected[i].at(column), tolerance))
            << file << ", row " << i + 2 << ", " << column << ": found " << cell << ", not " << expected[i].at(column);
    }
  }
};

TEST_F(StatisticsAtTheCommandLine, ProcessChartsAgree) {
  AssessOptions asked = rule("spc");
  for (const std::string name : {"", "random_"}) {
    asked.series = case_folder + "spc/" + name + "cases.csv";
    asked.summary = false;
    compare(assess(asked, "spc/" + name + "points.csv"), "spc/" + name + "proposed_points.csv");
    asked.summary = true;
    compare(assess(asked, "spc/" + name + "points.csv"), "spc/" + name + "proposed_summary.csv");
  }
}

TEST_F(StatisticsAtTheCommandLine, RegressionsAndTrendMarkersAgree) {
  compare(assess(rule("trend"), "rules/trend_markers.csv"), "rules/trend_markers.csv");
  auto found = assess(rule("regression"), "spc/points.csv");
  const auto expected = case_rows("rules/regression_direction.csv");
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (found[i].at("t").empty() && !found[i].at("p_value").empty()) {  // a straight line: no scatter at all
      EXPECT_LT(number_in(expected[i], "p_value"), 1e-30);
      continue;
    }
    for (const auto& [column, cell] : found[i])
      EXPECT_TRUE(agrees(cell, expected[i].at(column))) << expected[i].at("case_id") << ' ' << column << ' ' << cell;
  }
}

TEST_F(StatisticsAtTheCommandLine, IntervalsAgree) {
  compare(assess(rule("proportion"), "rates/proportions.csv"), "rates/proportions.csv");
  compare(assess(rule("rate"), "rates/rates.csv"), "rates/rates.csv");
  compare(assess(rule("mean"), "rates/means_input.csv"), "rates/means.csv");
  compare(assess(rule("quantile"), "rates/quantiles.csv"), "rates/quantiles.csv");
}

TEST_F(StatisticsAtTheCommandLine, StandardisedRatesAgree) {
  compare(assess(rule("dsr"), "rates/standardised_input.csv"), "rates/dsr.csv");
  for (const std::string name : {"isratio", "israte"}) {
    AssessOptions asked = rule(name);
    asked.reference = case_folder + "rates/standardised_reference.csv";
    compare(assess(asked, "rates/standardised_input.csv"), "rates/" + name + ".csv");
  }
}

TEST_F(StatisticsAtTheCommandLine, FunnelsAgree) {
  for (const std::string kind : {"proportion", "rate", "ratio"}) {
    const std::string file = "rates/funnel_" + kind + "_points.csv";
    compare(assess(funnel(kind), file), file);
  }
}

TEST_F(StatisticsAtTheCommandLine, BenchmarksAgree) {
  compare(assess(rule("benchmark"), "benchmark/benchmark_input.csv"), "benchmark/benchmark_expected.csv");
  compare(assess(rule("benchmark"), "benchmark/benchmark_edge_input.csv"), "benchmark/benchmark_edge_expected.csv");
}

TEST_F(StatisticsAtTheCommandLine, NeighboursAgreeWithAndWithoutWeights) {
  AssessOptions asked = rule("neighbours");
  auto found = assess(asked, "benchmark/neighbours_synthetic_input.csv");
  asked.weights = case_folder + "benchmark/neighbours_synthetic_weights.csv";
  const auto weighted = assess(asked, "benchmark/neighbours_synthetic_input.csv");
  found.insert(found.end(), weighted.begin(), weighted.end());
  compare(found, "benchmark/neighbours_synthetic_expected.csv");
}

TEST_F(StatisticsAtTheCommandLine, ChancesOfReachingATargetAgree) {
  for (const std::string name : {"prob_normal", "prob_yearend_ses", "prob_ratio_binomial", "prob_count_poisson"})
    compare(assess(rule("target"), "targets/" + name + ".csv"), "targets/" + name + ".csv");
}

// How far along the published program draws its curves is its own affair: rows are matched by their place.
TEST_F(StatisticsAtTheCommandLine, FunnelCurvesAgreeWhereBothAreDrawn) {
  for (const std::string kind : {"proportion", "rate", "ratio"}) {
    AssessOptions asked = funnel(kind);
    asked.curve = true;
    const std::string place = kind == "proportion" ? "Population" : kind == "rate" ? "Events" : "Observed_events";
    std::map<std::string, CaseRow> expected;
    for (const auto& row : case_rows("rates/funnel_" + kind + "_curve.csv")) expected[row.at(place)] = row;
    int both = 0;
    const auto rows = assess(asked, "rates/funnel_" + kind + "_points.csv");
    EXPECT_EQ(rows.size(), 100u);
    for (const auto& row : rows) {
      if (!expected.contains(row.at(place))) continue;
      ++both;
      ASSERT_EQ(row.size(), expected[row.at(place)].size());
      for (const auto& [column, cell] : row)
        EXPECT_TRUE(agrees(cell, expected[row.at(place)].at(column), 1e-4)) << kind << ' ' << column << ' ' << cell;
    }
    EXPECT_GE(both, 15) << kind;
  }
}

TEST(AProcessChartAtTheCommandLine, NeedsItsSeriesAndNamesEveryFault) {
  EXPECT_EQ(ask(rule("spc"), "").err, "Name the file of series: --series FILE.\n");
  const std::string series = testing::TempDir() + "/series.csv";
  std::ofstream(series) << "case_id,improvement_direction,fix_after_n_points\nA,up,\nB,increase,11\n";
  AssessOptions asked = rule("spc");
  asked.series = series;
  const auto answer = ask(asked, "case_id,date,value\nA,2025-04-01,1\nA,2025-04-01,2\nC,May,x\n");
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(answer.err,
            "In the series, row 2, column improvement_direction: found ‘up’. "
            "Type one of increase, decrease, neutral.\n"
            "In the series, row 3, column fix_after_n_points: found ‘11’. Type a whole number from 12 to 1000000.\n"
            "Row 3, column date: 1 April 2025 stands here twice.\n"
            "Row 4, column case_id: there is no series ‘C’.\n"
            "Row 4, column date: found ‘May’. Type a date such as 2025-07-31.\n"
            "Row 4, column value: found ‘x’. Type a number such as 92.5, or leave it empty.\n");
}

TEST(AProcessChartAtTheCommandLine, LeavesOutWhatIsMissing) {
  const std::string series = testing::TempDir() + "/series.csv";
  std::ofstream(series) << "case_id,improvement_direction,target\nA,increase,9\n";
  AssessOptions asked = rule("spc");
  asked.series = series;
  asked.summary = true;
  EXPECT_EQ(ask(asked, "case_id,date,value\nA,2025-06-01,12\nA,2025-04-01,10\nA,2025-05-01,NA\n").out,
            "case_id,n_used,mean,lpl,upl,variation_type,assurance_type,limits_status,short_group_warning\r\n"
            "A,2,11,5.68,16.32,common_cause,inconsistent,ok,1\r\n");
}

TEST(IntervalsAtTheCommandLine, RefuseWhatCannotBe) {
  EXPECT_EQ(ask(rule("proportion"), "id,x,n\nA,11,10\nB,1,0\n").err,
            "Row 2, column x: there cannot be more cases than there are in all.\n"
            "Row 3, column n: more than 0 is needed to divide by.\n"
            "Row 3, column x: there cannot be more cases than there are in all.\n");
  EXPECT_EQ(ask(rule("rate"), "id,x,n\nA,-1,10\nB,,5\n").err,
            "Row 2, column x: found ‘-1’. Type a number from 0 up.\n"
            "Row 3, column x: nothing was found, and something is needed here.\n");
  EXPECT_EQ(ask(rule("mean"), "group,value\nA,4\n").out,
            "group,value_sum,value_count,stdev,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,confidence,"
            "statistic,method\r\nA,4,1,NA,4,NA,NA,NA,NA,\"95%, 99.8%\",mean,Student's t-distribution\r\n");
}

TEST(IntervalsAtTheCommandLine, TakeTheEuropeanStandardWhereNoneIsGiven) {
  const std::string given = ask(rule("dsr"), "area,x,n,stdpop\nA,9,1000,5000\nA,9,2000,1000\n").out;
  EXPECT_NE(given.find("A,18,3000,825,"), given.npos) << given;
  EXPECT_EQ(ask(rule("dsr"), "area,ageband,x,n\nA,1,9,1000\nA,19,9,2000\n").out, given);
}

TEST(AStandardisedRatioAtTheCommandLine, NeedsItsReference) {
  EXPECT_EQ(ask(rule("isratio"), "").err, "Name the file of reference age bands: --reference FILE.\n");
  AssessOptions asked = rule("isratio");
  asked.reference = testing::TempDir() + "/reference.csv";
  std::ofstream(asked.reference) << "ageband,x_ref,n_ref\n1,5,1000\n";
  EXPECT_EQ(ask(asked, "area,ageband,x,n\nA,2,1,10\n").err, "Row 2, column ageband: the reference has no such band.\n");
}

TEST(ABenchmarkAtTheCommandLine, SaysNothingOfAnAreaWithoutAFigureButWhatItsGroupIs) {
  EXPECT_EQ(ask(rule("benchmark"), "set,polarity,area,value\nA,low_good,x,3\nA,low_good,y,\nA,low_good,z,3\n").out,
            "set,area,n,rank,ties,quartile,quintile,decile,percent_beaten,q1,median,q3,group_mean,group_sd,mad,others_median,z,"
            "z_performance,mads_from_median,gap_to_best_quartile\r\n"
            "A,x,2,1,1,,,,50,3,3,3,3,0,0,3,,,,0\r\nA,y,2,,,,,,,3,3,3,3,0,0,3,,,,\r\nA,z,2,1,1,,,,50,3,3,3,3,0,0,3,,,,0\r\n");
}

TEST(ABenchmarkAtTheCommandLine, NamesWhatIsWrong) {
  EXPECT_EQ(ask(rule("benchmark"), "set,value\n").err, "The column polarity is missing.\nThe column area is missing.\n");
  EXPECT_EQ(ask(rule("benchmark"), "set,polarity,area,value\nA,high_good,x,3\nA,low_good,y,n/a\n").err,
            "Row 3, column polarity: another stands in an earlier row of this set.\n"
            "Row 3, column value: found ‘n/a’. Type a number such as 92.5, or leave it empty.\n");
}

TEST(NeighboursAtTheCommandLine, NameWhatIsWrong) {
  AssessOptions asked = rule("neighbours");
  EXPECT_EQ(ask(asked, "area,area_name\nA,Alder\n").err, "Put a column for each feature beside the column area.\n");
  EXPECT_EQ(ask(asked, "area,age\nA,1\nA,x\n").err,
            "Row 3, column area: this area stands here twice.\n"
            "Row 3, column age: found ‘x’. Type a number such as 92.5, or leave it empty.\n");
  asked.weights = testing::TempDir() + "/weights.csv";
  std::ofstream(asked.weights) << "feature,weight\nage,-1\nheight,2\n";
  EXPECT_EQ(ask(asked, "area,age\nA,1\nB,2\n").err,
            "In the weights, row 2, column weight: found ‘-1’. Type a number from 0 up.\n"
            "In the weights, row 3, column feature: there is no column ‘height’.\n");
  std::ofstream(asked.weights) << "feature,weight\nage,1\n";
  EXPECT_EQ(ask(asked, "area,age,height\nA,1,1\nB,2,1\n").err,
            "In the weights: There is no weight for ‘height’. Give it 0 to leave it out.\n");
}

TEST(AFunnelAtTheCommandLine, AsksWhatItIsOf) {
  EXPECT_EQ(ask(rule("funnel"), "").err,
            "Say what the funnel is of: --kind proportion, --kind rate or --kind ratio.\n");
  EXPECT_EQ(ask(funnel("ratio"), "area,x,n\n").err,
            "The column observed is missing.\nThe column expected is missing.\n");
}

TEST(AChanceAtTheCommandLine, KnowsByItsColumnsWhatItComesFrom) {
  EXPECT_EQ(ask(rule("target"), "case_id,polarity,mean,se,target\nA,high_good,90,0,89\n").out,
            "case_id,probability\r\nA,1\r\n");
  EXPECT_EQ(ask(rule("target"), "case_id,polarity\n").err,
            "One of the columns se, alpha, den_remaining or rate_per_month says what the chance comes from.\n");
  EXPECT_EQ(ask(rule("target"), "case_id,polarity,se\n").err,
            "The column mean is missing.\nThe column target is missing.\n");
  EXPECT_EQ(ask(rule("target"),
                "case_id,polarity,num_to_date,den_to_date,den_remaining,p,target_pct\n"
                "A,neutral,5,4,1,2,90\n")
                .err,
            "Row 2, column num_to_date: there cannot be more cases than there are in all.\n"
            "Row 2, column p: a chance is from 0 to 1.\n"
            "Row 2, column polarity: found ‘neutral’. Type one of high_good, low_good.\n");
}

TEST(ATrendAtTheCommandLine, NeedsListsOfOneLength) {
  EXPECT_EQ(ask(rule("trend"), "case_id,type,numerators,denominators\nA,proportion,1;2,3\nB,sort,,\n").err,
            "Row 2, column denominators: as many numbers as numerators are needed.\n"
            "Row 3, column type: type proportion or other.\n");
}

}  // namespace
}  // namespace assess
