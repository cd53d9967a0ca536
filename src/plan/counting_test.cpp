#include "plan/counting.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

Plan two_commitments() {
  Plan plan;
  plan.frameworks.push_back({"PLAN", "Council plan", {"vision", "commitment", "objective"}});
  plan.priorities.push_back({"V", "PLAN", "vision", "A fair place"});
  plan.priorities.push_back({"A", "PLAN", "commitment", "Active lives", "V"});
  plan.priorities.push_back({"B", "PLAN", "commitment", "Better futures", "V"});
  plan.priorities.push_back({"B1", "PLAN", "objective", "Plans in time", "B"});
  plan.lines.push_back({7, "B1"});
  return plan;
}

TEST(CountingByPriority, PassesOverALevelThatHoldsOneVision) {
  EXPECT_EQ(counted_level(two_commitments()), "commitment");
  EXPECT_EQ(counted(two_commitments()).size(), 2u);
}

TEST(CountingByPriority, PutsAnIndicatorUnderTheCommitmentAboveItsObjective) {
  const auto plan = two_commitments();
  ASSERT_NE(counted_for(plan, 7), nullptr);
  EXPECT_EQ(counted_for(plan, 7)->code, "B");
}

TEST(CountingByPriority, HasNothingToCountByWithoutAPlan) {
  EXPECT_TRUE(counted({}).empty());
  EXPECT_EQ(counted_level({}), "priority");
  EXPECT_EQ(counted_for({}, 7), nullptr);
}

}  // namespace
}  // namespace plan
