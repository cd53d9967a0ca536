#include "plan/gaps.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

Plan broken_thread() {
  Plan plan;
  plan.frameworks.push_back({"PLAN", "Council plan", {"commitment", "objective"}});
  plan.priorities.push_back({"A", "PLAN", "commitment", "Active lives"});
  plan.priorities.push_back({"A1", "PLAN", "objective", "More people walk", "A"});
  plan.priorities.push_back({"B", "PLAN", "commitment", "Better futures"});
  plan.priorities.push_back({"B1", "PLAN", "objective", "Plans in time", "B"});
  plan.priorities.push_back({"B2", "PLAN", "objective", "Places for all", "B"});
  plan.lines = {{7, "B1"}};
  return plan;
}

TEST(ABrokenThread, NamesTheTopOfABranchThatNothingMeasures) {
  const auto plan = broken_thread();
  const auto gaps = without_indicator(plan, "PLAN");
  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_EQ(gaps[0]->code, "A");
  EXPECT_EQ(gaps[1]->code, "B2");
}

TEST(ABrokenThread, NamesIndicatorsThatServeNothing) {
  EXPECT_EQ(without_line(broken_thread(), {7, 8, 9}), (std::vector<indicator::IndicatorId>{8, 9}));
}

}  // namespace
}  // namespace plan
