#include "assess/thread_view.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

Kept kept(indicator::IndicatorId id, const char* code) {
  indicator::Definition definition;
  definition.indicator = id;
  definition.code = code;
  definition.title = std::string("What ") + code + " counts";
  definition.applies_from = kit::Date::of(2022, 4, 1);
  Kept one;
  one.id = id;
  one.definitions = {definition};
  return one;
}

Judged small_council() {
  auto picture = std::make_shared<Picture>();
  picture->as_at = kit::Moment::end_of(kit::Date::of(2025, 7, 31));
  picture->plan.frameworks = {{"PLAN", "Council plan", {"vision", "commitment"}}};
  picture->plan.priorities = {{"V", "PLAN", "vision", "A fair place"},
                              {"A", "PLAN", "commitment", "Active lives", "V"},
                              {"B", "PLAN", "commitment", "Better futures", "V"}};
  picture->indicators = {kept(1, "A1"), kept(2, "A2"), kept(3, "LOOSE"), kept(4, "ENDED")};
  picture->indicators[3].definitions[0].ends = kit::Date::of(2024, 3, 31);
  picture->plan.lines = {{1, "A"}, {2, "A"}, {4, "A"}};
  index(*picture);

  Judged judged;
  judged.period = calendar::Period::quarter({2025}, 1);
  judged.all = judge_all(*picture, judged.period);
  judged.picture = picture;
  return judged;
}

TEST(TheThreadPage, CountsEachIndicatorOnceOnEveryLevelAboveIt) {
  const auto judged = small_council();
  const auto view = thread_view(judged, *judged.picture->plan.main());
  ASSERT_EQ(view.tops.size(), 1u);
  EXPECT_EQ(view.tops[0].counts.total(), 2);
  EXPECT_EQ(view.tops[0].below[0].counts.total(), 2);
  EXPECT_EQ(view.indicators, 2);
}

TEST(TheThreadPage, NamesWhatIsBroken) {
  const auto judged = small_council();
  const auto view = thread_view(judged, *judged.picture->plan.main());
  ASSERT_EQ(view.unmeasured.size(), 1u);
  EXPECT_EQ(view.unmeasured[0].title, "Better futures");
  ASSERT_EQ(view.loose.size(), 1u);
  EXPECT_EQ(view.loose[0].code, "LOOSE");
}

TEST(TheThreadPage, LeavesOutIndicatorsThatHaveEnded) {
  const auto judged = small_council();
  const auto view = thread_view(judged, *judged.picture->plan.main());
  for (const auto& line : view.lines) EXPECT_NE(line.indicator, "ENDED");
  EXPECT_EQ(view.lines.size(), 2u);
}

}  // namespace
}  // namespace assess
