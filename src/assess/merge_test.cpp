#include "assess/merge.h"

#include <gtest/gtest.h>

#include "assess/assess_command.h"
#include "assess/cases_test.h"

namespace assess {
namespace {

using indicator::Aggregation;

Brought parts(double numerator, double denominator, double share = 1) { return {share, numerator, denominator, {}}; }
Brought value(std::optional<double> value, double share = 1) { return {share, value, {}, {}}; }

TEST(ACouncilThatMerges, AddsPartsAndDividesOnce) {
  const std::vector<Brought> two = {parts(90, 100), parts(100, 900)};
  const auto found = merged(two, Aggregation::ratio, 100);
  EXPECT_EQ(found.basis, MergeBasis::exact);
  EXPECT_DOUBLE_EQ(*found.value, 19);
  EXPECT_NEAR(*found.mean_of_values, (90 + 100.0 / 9) / 2, 1e-12);  // what averaging would have made of it
}

TEST(ACouncilThatIsSplit, BringsItsShare) {
  const std::vector<Brought> two = {parts(60, 100, 0.4), parts(10, 20)};
  const auto found = merged(two, Aggregation::ratio, 100);
  EXPECT_EQ(found.basis, MergeBasis::apportioned);
  EXPECT_DOUBLE_EQ(*found.value, 100 * 34.0 / 60);
  EXPECT_EQ(found.words(), "Added up from 2 of 2 predecessors, one of them by its share.");
}

TEST(AMissingPredecessor, LeavesNoValueAndNeverTheSumOfTheOthers) {
  const std::vector<Brought> three = {value(119), value({}), value(198)};
  const auto found = merged(three, Aggregation::sum, 1);
  EXPECT_EQ(found.basis, MergeBasis::incomplete);
  EXPECT_FALSE(found.value);
  EXPECT_EQ(found.words(), "Only 2 of 3 predecessors have a figure, so there is none for all.");
}

TEST(AMedian, CannotBePutTogetherAndALongestWaitCan) {
  const std::vector<Brought> two = {value(15), value(30)}, split = {value(15, 0.5), value(30)};
  EXPECT_EQ(merged(two, Aggregation::median, 1).basis, MergeBasis::not_reaggregable);
  EXPECT_FALSE(merged(two, Aggregation::median, 1).value);
  EXPECT_EQ(merged(two, Aggregation::max, 1).value, 30);
  EXPECT_EQ(merged(two, Aggregation::min, 1).value, 15);
  EXPECT_EQ(merged(split, Aggregation::max, 1).basis, MergeBasis::not_reaggregable);
}

// Two bands of equal weight: 1 in 100 and 30 in 300 of one, 19 in 100 and 10 in 100 of the other.
TEST(AStandardisedRate, IsAddedByAgeBandAndThenStandardised) {
  const std::vector<Brought> two = {{1, {}, {}, {{1, 100, 1}, {30, 300, 1}}},
                                    {1, {}, {}, {{19, 100, 1}, {10, 100, 1}}}};
  const auto found = merged_standardised(two, 1000);
  EXPECT_EQ(found.basis, MergeBasis::exact);
  EXPECT_NEAR(*found.value, 1000 * (20.0 / 200 + 40.0 / 400) / 2, 1e-9);
  EXPECT_EQ(found.numerator, 60);
}

TEST(AStandardisedRate, OfOneWithoutBandsIsIncomplete) {
  const std::vector<Brought> two = {{1, {}, {}, {{20, 100, 1}}}, {}};
  EXPECT_EQ(merged_standardised(two, 1000).basis, MergeBasis::incomplete);
  EXPECT_FALSE(merged_standardised(two, 1000).value);
}

struct Answer {
  int code;
  std::string out, err;
};
Answer ask(const std::string& mapping, const std::string& figures, const std::string& successor = {}) {
  AssessOptions asked;
  asked.successor = successor;
  asked.rule = "merge";
  asked.mapping = testing::TempDir() + "/mapping.csv";
  std::ofstream(asked.mapping) << mapping;
  std::istringstream in(figures);
  std::ostringstream out, err;
  const int code = assess_command(asked, in, out, err);
  return {code, out.str(), err.str()};
}

const std::string columns = "predecessor,tier,year,measure,aggregation,multiplier,numerator_or_value,denominator\n";

TEST(MergingAtTheCommandLine, RefusesSharesThatDoNotAddUp) {
  const auto answer =
      ask("predecessor,successor,share\nA,X,0.6\nA,Y,0.5\n", columns + "A,district,2020/21,m,sum,,1,\n");
  EXPECT_EQ(answer.code, 2);
  EXPECT_NE(answer.err.find(
                "In the mapping, row 2, column share: the shares of one predecessor add up to 1.1, and should to 1."),
            std::string::npos)
      << answer.err;
}

TEST(MergingAtTheCommandLine, RefusesToCountPeopleTwice) {
  const auto answer = ask("predecessor,successor,share\nA,X,1\nB,X,1\n",
                          columns + "A,district,2020/21,m,sum,,1,\nB,county,2020/21,m,sum,,1,\n");
  EXPECT_EQ(answer.err, "Row 2, column tier: ‘m’ comes from districts and a county, which would count people twice.\n");
}

TEST(MergingAtTheCommandLine, TakesAMeasuresOwnShareWhereItIsKnown) {
  const auto answer = ask("predecessor,successor,share,measure\nA,X,0.5,\nA,Y,0.5,\nA,X,0.9,pupils\nA,Y,0.1,pupils\n",
                          columns + "A,county,2020/21,roads,sum,,100,\nA,county,2020/21,pupils,sum,,100,\n");
  EXPECT_NE(answer.out.find("X,2020/21,roads,50,,50,,1,1,apportioned"), std::string::npos) << answer.out << answer.err;
  EXPECT_NE(answer.out.find("X,2020/21,pupils,90,,90,,1,1,apportioned"), std::string::npos) << answer.out;
}

// Of A, B is made in 2020; from 2021 on half of A's roads are C's.
TEST(MergingAtTheCommandLine, FollowsTheDaysOfTheMapping) {
  const auto mapping =
      "predecessor,successor,share,from,until\nA,X,1,,2021-03-31\nA,X,0.5,2021-04-01,\nA,C,0.5,2021-04-01,\nX,X,1,2022-04-01,\n";
  const auto answer = ask(
      mapping,
      columns +
          "A,county,2020/21,roads,sum,,100,\nA,county,2021/22,roads,sum,,100,\nX,county,2022/23,roads,sum,,80,\nA,county,2022/23,roads,sum,,20,\n");
  EXPECT_NE(answer.out.find("X,2020/21,roads,100,,100,,1,1,exact"), std::string::npos) << answer.out << answer.err;
  EXPECT_NE(answer.out.find("X,2021/22,roads,50,,50,,1,1,apportioned"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("X,2022/23,roads,90,,90,,2,2,apportioned"), std::string::npos) << answer.out;
  EXPECT_EQ(answer.out.find("C,2020/21"), std::string::npos) << answer.out;
}

TEST(MergingAtTheCommandLine, RefusesTwoLinesForOneDay) {
  const auto answer = ask("predecessor,successor,share,from,until\nA,X,1,,2021-03-31\nA,X,1,2021-03-31,\n",
                          columns + "A,county,2020/21,roads,sum,,100,\n");
  EXPECT_EQ(answer.err, "In the mapping, row 3, column successor: ‘A’ goes there twice.\n");
}

TEST(MergingAtTheCommandLine, TellsOneCouncilsPastAsFiguresToBringIn) {
  const auto answer = ask(
      "predecessor,successor,share\nA,X,1\nB,X,0.25\nB,Y,0.75\n",
      columns +
          "A,district,2020/21,HSG01,ratio,100,30,40\nB,district,2020/21,HSG01,ratio,100,10,80\nA,district,2020/21,HSG02,sum,,5,\nA,district,2020/21,HSG03,median,,5,\nB,district,2020/21,HSG03,median,,7,\n",
      "X");
  EXPECT_EQ(
      answer.out,
      "indicator,period,value,numerator,denominator,state,note,added_up\r\n"
      "HSG01,2020/21,,32.5,60,,\"Added up from 2 of 2 predecessors, one of them by its share.\",apportioned\r\n"
      "HSG02,2020/21,5,,,,Added up from 1 of 1 predecessors.,exact\r\n"
      "HSG03,2020/21,,,,not_applicable,This cannot be put together from the figures of predecessors.,not_reaggregable\r\n")
      << answer.err;
  EXPECT_EQ(ask("predecessor,successor,share\nA,X,1\n", columns + "A,district,2020/21,HSG02,sum,,5,\n", "Z").err,
            "In the mapping: no line leads to ‘Z’.\n");
}

class MergeCases : public CaseFiles {};

TEST_F(MergeCases, Agree) {
  AssessOptions asked;
  asked.rule = "merge";
  asked.mapping = case_folder + "rules/merge_mapping.csv";
  std::ifstream in(case_folder + "rules/merge_input.csv", std::ios::binary);
  std::stringstream out;
  std::ostringstream err;
  ASSERT_EQ(assess_command(asked, in, out, err), 0) << err.str();
  const auto found = rows_of(out), expected = case_rows("rules/merge_expected.csv");
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    for (const auto& [column, cell] : expected[i])
      EXPECT_TRUE(agrees(found[i].at(column), cell))
          << i << ' ' << column << ": " << found[i].at(column) << ", " << cell;
}

}  // namespace
}  // namespace assess
