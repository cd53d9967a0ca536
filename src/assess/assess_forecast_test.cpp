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
Answer ask(const std::string& in, const std::string& method = "") {
  AssessOptions asked;
  asked.rule = "forecast";
  asked.method = method;
  std::istringstream read(in);
  std::ostringstream out, err;
  const int code = assess_command(asked, read, out, err);
  return {code, out.str(), err.str()};
}

const std::string columns = "series_id,period,horizon,m,train\n";

TEST(ForecastingAtTheCommandLine, AnswersALineForEachStep) {
  EXPECT_EQ(ask(columns + "S,YEARLY,2,1,7 7 7 7\n", "naive").out,
            "series_id,h,method,point,lo80,hi80,lo95,hi95\r\nS,1,naive,7,7,7,7,7\r\nS,2,naive,7,7,7,7,7\r\n");
}

TEST(ForecastingAtTheCommandLine, TellsEveryMethodUnlessOneIsNamed) {
  const std::string in = columns + "S,QUARTERLY,3,4,5 7 9 6 5 8 9 7 6 8 10 7 6 9 11 8\n";
  std::istringstream all(ask(in).out);
  std::map<std::string, int> lines;
  for (const auto& row : rows_of(all)) ++lines[row.at("method")];
  EXPECT_EQ(lines.size(), 10u);
  for (const auto& [method, count] : lines) EXPECT_EQ(count, 3) << method;
  std::istringstream one(ask(in, "default").out);
  EXPECT_EQ(rows_of(one).size(), 3u);
}

TEST(ForecastingAtTheCommandLine, LeavesRangesOutForThreeFigures) {
  EXPECT_EQ(ask(columns + "S,YEARLY,1,1,6 9 12\n", "default").out,
            "series_id,h,method,point,lo80,hi80,lo95,hi95\r\nS,1,default,9,,,,\r\n");
}

TEST(ForecastingAtTheCommandLine, KeepsWithinBoundsWhereThereAreSome) {
  std::istringstream out(ask("series_id,horizon,m,train,least,most\nS,4,1,80 85 90 95 98 99 99.5,0,100\n", "holt").out);
  for (const auto& row : rows_of(out)) EXPECT_LE(number_in(row, "hi95"), 100);
}

TEST(ForecastingAtTheCommandLine, SaysWhatIsWrong) {
  EXPECT_EQ(ask(columns + "S,YEARLY,0,1,5 six\nT,YEARLY,2,1,5\n").err,
            "Row 2, column train: found ‘six’. Type numbers with blanks between, oldest first.\n"
            "Row 2, column horizon: found ‘0’. Type a whole number from 1 to 366.\n"
            "Row 3, column train: a forecast needs two figures at least.\n");
  EXPECT_EQ(ask(columns, "tea leaves").err,
            "There is no method ‘tea leaves’. The methods are mean, naive, snaive, naive2, ses, holt, damped, comb, "
            "thetaf, ets, default.\n");
}

}  // namespace
}  // namespace assess
