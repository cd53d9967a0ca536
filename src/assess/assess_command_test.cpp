#include "assess/assess_command.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

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

TEST(AssessingAtTheCommandLine, NamesRowAndColumnOfEveryFaultAndPrintsNothing) {
  const auto answer = ask({"rag", {}, {}}, "case_id,polarity,actual,target\nA,high_good,9o,95\nB,sideways,90,95\n");
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(answer.err,
            "Row 2, column actual: found ‘9o’. Type a number such as 92.5, or leave it empty.\n"
            "Row 3, column polarity: found ‘sideways’. Type one of high_good, low_good, in_range, neutral.\n");
}

TEST(AssessingAtTheCommandLine, RatesByARuleOfOnesOwn) {
  const std::string header = "case_id,polarity,actual,target,year_before,rule\n";
  const std::string two_strikes = ",green if on_target; red if off_target and worse_than_year; amber\n";
  const auto rated = ask({"rag", {}, {}}, header + "A,high_good,84.2,90,86" + two_strikes + "B,high_good,84.2,90,80" + two_strikes).out;
  EXPECT_NE(rated.find("\nA,red,"), std::string::npos) << rated;
  EXPECT_NE(rated.find("\nB,amber,"), std::string::npos) << rated;
  EXPECT_EQ(ask({"rag", {}, {}}, header + "A,high_good,84.2,90,86,green if on_target; amber\n").err,
            "Row 2, column rule: No step says Off target. Add one: a rule that cannot say it hides what needs attention.\n");
}

TEST(AssessingAtTheCommandLine, SaysWhichColumnIsMissing) {
  EXPECT_EQ(ask({"direction", {}, {}}, "case_id,polarity,current\n").err, "The column comparator is missing.\n");
  EXPECT_EQ(ask({"rag", {}, {}}, "").err, "The first line holds the names of the columns, but there is no line.\n");
}

TEST(AssessingAtTheCommandLine, KnowsItsRules) {
  const auto answer = ask({"guess", {}, {}}, "");
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(answer.err, "There is no rule ‘guess’. The rules are " + assess_words() + ".\n");
  EXPECT_EQ(assess_words(),
            "rag, direction, aggregate, revisions, spc, regression, trend, proportion, rate, mean, dsr, isratio, "
            "israte, quantile, funnel, target, merge, benchmark, neighbours and forecast");
}

TEST(AssessingAtTheCommandLine, AggregatesOnlyWithDefinitions) {
  EXPECT_EQ(ask({"aggregate", {}, {}}, "").err, "Name the file of definitions: --measures FILE.\n");
  EXPECT_EQ(ask({"aggregate", "/nowhere/measures.csv", {}}, "").err,
            "The file ‘/nowhere/measures.csv’ cannot be read.\n");
}

TEST(AssessingAtTheCommandLine, RefusesARatioWithoutItsDenominatorAndAMonthTwice) {
  const std::string measures = testing::TempDir() + "/measures.csv";
  std::ofstream(measures) << "measure,aggregation,submitted_as,polarity\nM,ratio,in_period,high_good\n";
  const auto answer = ask({"aggregate", measures, {}},
                          "measure,month,numerator_or_value,denominator\nM,2025-04,5,\nM,2025-04,5,6\nN,2025-04,1,\n");
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(answer.err,
            "Row 2, column denominator: a ratio or weighted mean needs one.\n"
            "Row 3, column month: April 2025 stands here twice.\n"
            "Row 4, column measure: there is no definition of ‘N’.\n");
}

TEST(AssessingAtTheCommandLine, LooksBackFromEachDayOfPublicationWhenNoneIsAsked) {
  const auto answer = ask({"revisions", {}, {}},
                          "measure,month,version,published_on,numerator,denominator,status\n"
                          "V,2025-04,1,2025-05-20,1,2,provisional\nV,2025-04,2,2025-07-20,3,4,final\n");
  EXPECT_EQ(answer.out,
            "measure,as_at,month,version,numerator,denominator,value,status\r\n"
            "V,2025-05-20,2025-04,1,1,2,50,provisional\r\nV,2025-05-20,YTD 2025-04,,,,50,provisional 1/1\r\n"
            "V,2025-07-20,2025-04,2,3,4,75,final\r\nV,2025-07-20,YTD 2025-04,,,,75,final 1/1\r\n");
}

TEST(AssessingAtTheCommandLine, SaysWhichDateCannotBeRead) {
  const auto answer =
      ask({"revisions", {}, {"2025-07-20,July"}}, "measure,month,version,published_on,numerator,denominator,status\n");
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(answer.err, "Found ‘July’ after --as-at. Type a date such as 2025-07-31.\n");
}

}  // namespace
}  // namespace assess
