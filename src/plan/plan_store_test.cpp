#include "plan/plan_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace plan {
namespace {

class ThePlanStored : public tests::Stored {
 protected:
  Plan known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    auto tx = db->read();
    return load_plan(tx, {as_at}, upto);
  }
};
INSTANTIATE_TEST_SUITE_P(On, ThePlanStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

TEST_P(ThePlanStored, ComesBackAsItWasSaved) {
  const auto id = new_indicator();
  const std::vector<Framework> frameworks{
      {"OUT", "Outcomes", {"outcome"}, 1, {50}, false},
      {"PLAN", "Council plan", {"vision", "commitment", "service plan"}, 0, {50}, false}};
  const std::vector<Priority> priorities{
      {"BBF", "PLAN", "commitment", "Better, brighter futures", "V", "Director", "Every child", 1, {50}, false},
      {"V", "PLAN", "vision", "A proud place", "", "", "", 0, {50}, true}};
  const std::vector<Line> lines{{id, "V", {50}, false}, {id, "BBF", {50}, true}};
  save([&](auto& tx, auto record) {
    add_frameworks(tx, frameworks, record);
    add_priorities(tx, priorities, record);
    add_lines(tx, lines, record);
  });

  const Plan all = known(50);
  ASSERT_EQ(all.frameworks.size(), 2u);
  EXPECT_EQ(all.frameworks[0].code, "PLAN");
  EXPECT_EQ(all.frameworks[0].levels, frameworks[1].levels);
  EXPECT_EQ(all.frameworks[1].name, "Outcomes");
  ASSERT_EQ(all.priorities.size(), 2u);
  const auto every = [](const Priority& p) {
    return std::tie(p.code, p.framework, p.level, p.title, p.part_of, p.director, p.meaning, p.order, p.at, p.gone);
  };
  EXPECT_TRUE(every(all.priorities[0]) == every(priorities[1]));
  EXPECT_TRUE(every(all.priorities[1]) == every(priorities[0]));
  ASSERT_EQ(all.lines.size(), 2u);
  EXPECT_EQ(all.lines[0].priority, "BBF");
  EXPECT_TRUE(all.lines[0].gone);
  EXPECT_EQ(all.lines[1].indicator, id);
  EXPECT_TRUE(known(49).frameworks.empty() && known(49).priorities.empty() && known(49).lines.empty());
}

TEST_P(ThePlanStored, ShowsTheNewestEditionOfEachWithItsOwnLevels) {
  Framework framework{"PLAN", "Council plan", {"vision", "commitment"}, 0, {50}, false};
  const auto add = [&] {
    return save([&](auto& tx, auto record) { add_frameworks(tx, std::span(&framework, 1), record); });
  };
  add();
  framework.levels = {"vision", "pillar", "objective"};
  framework.at = {60};
  add();
  ASSERT_EQ(known(60).frameworks.size(), 1u);
  EXPECT_EQ(known(60).frameworks[0].levels, framework.levels);
  EXPECT_EQ(known(59).frameworks[0].levels.size(), 2u);
}

TEST_P(ThePlanStored, RefusesALineFromAnIndicatorThatIsNotThere) {
  const Line line{99, "BBF", {50}, false};
  EXPECT_THROW(save([&](auto& tx, auto record) { add_lines(tx, std::span(&line, 1), record); }), kit::Unsound);
}

}  // namespace
}  // namespace plan
