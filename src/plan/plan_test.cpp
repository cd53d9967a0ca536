#include "plan/plan.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

Priority priority(const char* code, const char* level, const char* above) {
  Priority p;
  p.code = code;
  p.framework = "PLAN";
  p.level = level;
  p.title = std::string("About ") + code;
  p.part_of = above;
  return p;
}

Plan sound() {
  Plan plan;
  plan.frameworks = {{"PLAN", "Council plan", {"vision", "commitment", "objective"}}};
  plan.priorities = {priority("V", "vision", ""), priority("BBF", "commitment", "V"),
                     priority("AFL", "commitment", "V"), priority("BBF1", "objective", "BBF")};
  plan.lines = {{1, "BBF"}, {2, "BBF1"}, {1, "BBF1"}, {3, "AFL"}, {4, "BBF", {}, true}};
  return plan;
}

std::string said(const kit::Refusals& no) { return no.any() ? no.all()[0].field + ": " + no.all()[0].sentence : ""; }

TEST(TheGoldenThread, RunsFromTheTopDown) {
  const Plan plan = sound();
  const auto thread = plan.thread(*plan.priority("BBF1"));
  ASSERT_EQ(thread.size(), 3u);
  EXPECT_EQ(thread[0]->code, "V");
  EXPECT_EQ(thread[2]->code, "BBF1");
  EXPECT_EQ(plan.tops("PLAN").size(), 1u);
  EXPECT_EQ(plan.children("V").size(), 2u);
  EXPECT_EQ(plan.main()->code, "PLAN");
}

TEST(TheGoldenThread, CountsEachIndicatorOnceAndNoneThatHasGone) {
  const Plan plan = sound();
  EXPECT_EQ(plan.below("BBF"), (std::vector<indicator::IndicatorId>{1, 2}));
  EXPECT_EQ(plan.below("V"), (std::vector<indicator::IndicatorId>{1, 2, 3}));
  EXPECT_EQ(plan.of(1).size(), 2u);
  EXPECT_TRUE(plan.of(4).empty());
}

TEST(TheGoldenThread, EndsEvenWhereItWasTiedInACircle) {
  Plan plan = sound();
  plan.priorities[0].part_of = "BBF1";
  EXPECT_LE(plan.thread(*plan.priority("BBF")).size(), 5u);
  EXPECT_EQ(plan.below("V").size(), 3u);
  EXPECT_EQ(said(faults(plan.priorities[0], plan)), "part_of: The priority would stand above itself.");
}

TEST(APriority, StandsOnALevelOfItsFrameworkUnderOneThatExists) {
  const Plan plan = sound();
  EXPECT_EQ(said(faults(plan.priorities[3], plan)), "");
  EXPECT_EQ(said(faults(priority("X", "pillar", ""), plan)),
            "level: Found ‘pillar’. The levels of Council plan are: vision, commitment, objective.");
  EXPECT_EQ(said(faults(priority("X", "objective", "NONE"), plan)),
            "part_of: There is no priority ‘NONE’. Add its row, or correct the code.");
  EXPECT_EQ(said(faults(priority("X", "commitment", "BBF1"), plan)),
            "part_of: ‘About BBF1’ does not stand on a higher level. Check the level of both.");
  Priority lost = priority("X", "vision", "");
  lost.framework = "NONE";
  EXPECT_EQ(said(faults(lost, plan)), "framework: There is no framework ‘NONE’. Add its row, or correct the code.");
}

TEST(AFramework, HasACodeANameAndLevelsOfDifferentNames) {
  EXPECT_EQ(said(faults(sound().frameworks[0])), "");
  EXPECT_EQ(said(faults(Framework{"P 1", "Plan", {"vision"}})),
            "code: Found ‘P 1’. A code has up to 40 letters, digits, hyphens, underscores or points.");
  EXPECT_EQ(said(faults(Framework{"P", "Plan", {}})),
            "level: Name the levels, top first: vision; commitment; service plan.");
  EXPECT_EQ(said(faults(Framework{"P", "Plan", {"vision", "vision"}})), "level: Two levels have the same name.");
}

}  // namespace
}  // namespace plan
