#include "report/screens.h"

#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;

std::vector<std::string> order(const std::vector<Screen>& all) {
  std::vector<std::string> codes;
  for (const auto& one : all) codes.push_back(one.fact->indicator);
  return codes;
}

TEST(AMeeting, SeesEachIndicatorOnceAndWhatNeedsAttentionFirst) {
  SmallCouncil council;
  for (const auto* code : {"A1", "A2", "A3"}) council.add({code, indicator::Kind::core, "85"});
  council.add({"B9", indicator::Kind::core, ""});  // overdue: an early warning
  auto pack = pack_of(Shows::indicators);
  pack.sections.push_back({"worst", Shows::exceptions, "What needs attention", {}, Grouping::none, 0});
  const auto document = council.compose(pack);
  const auto all = screens(document);
  EXPECT_EQ(order(all), (std::vector<std::string>{"B9", "A1", "A2", "A3"}));
  EXPECT_FALSE(all[0].reasons.empty());
  EXPECT_TRUE(all[1].reasons.empty());
  EXPECT_NE(all[1].line, nullptr) << "its small line stands for a chart";
  EXPECT_EQ(all[1].chart, nullptr);
}

TEST(AMeeting, SeesTheChartWhereTheReportHasOne) {
  SmallCouncil council;
  council.add({"A1", indicator::Kind::core, "85"});
  const auto document = council.compose(pack_of(Shows::charts));
  const auto all = screens(document);
  ASSERT_EQ(all.size(), 1u);
  ASSERT_NE(all[0].chart, nullptr);
  EXPECT_EQ(all[0].chart->name, "A1");
}

}  // namespace
}  // namespace report
