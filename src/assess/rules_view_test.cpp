#include "assess/rules_view.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

RuleEdition edition(Scope scope, std::string name, const char* from, std::int64_t at) {
  RuleEdition made{scope};
  made.rule = {std::move(name), *read_steps("green if on_target; red")};
  made.applies_from = *kit::Date::parse(from);
  made.reason = "Simpler.";
  made.authority = "Cabinet";
  made.by = "i.greaves";
  made.at = {at};
  return made;
}

TEST(ThePageOfRules, NamesTheUsualRuleUntilTheCouncilHasItsOwn) {
  Story story("2025-08-05");
  const auto view = rules_view(story.picture);
  EXPECT_EQ(view.lede, "Every status is given by the usual rule.");
  ASSERT_EQ(view.in_force.size(), 1u);
  EXPECT_EQ(view.in_force[0].steps[2].when, "when it is within the tolerance set for it");
  EXPECT_EQ(view.tolerance, "5% of the target");
  EXPECT_TRUE(view.editions.empty());
}

TEST(ThePageOfRules, ShowsWhatCountsTodayAndEveryEditionTheNewestFirst) {
  Story story("2025-08-05");
  story.picture.council.people = {{"i.greaves", "Ida Greaves", "Performance manager", "", council::Role::performance_team, "", {}, false}};
  story.picture.rules = {edition(indicator::Kind::core, "Core’s own", "2025-04-01", 200),
                         edition({}, "Ours", "2025-04-01", 100), edition({}, "To come", "2026-04-01", 300)};
  const auto view = rules_view(story.picture);
  EXPECT_EQ(view.lede, "Every status is given by the rule ‘Ours’, but for one kind of indicator that has a rule of its own.");
  ASSERT_EQ(view.in_force.size(), 2u);
  EXPECT_EQ(view.in_force[1].whom, "Core indicators");
  EXPECT_EQ(view.in_force[0].origin, "For periods that end on 1 April 2025 or later. On the authority of Cabinet. Simpler.");
  ASSERT_EQ(view.editions.size(), 3u);
  EXPECT_EQ(view.editions[0].name, "To come");
  EXPECT_EQ(view.editions[0].by, "Performance manager");
  EXPECT_EQ(view.editions[2].name, "Ours");
}

TEST(ThePageOfRules, SaysSoWhenTheCouncilShowsNoStatuses) {
  Story story;
  story.picture.council.settings = {{"ratings", "off", {}}};
  EXPECT_EQ(rules_view(story.picture).lede, "The council shows no statuses: pages say which way each figure is going.");
}

}  // namespace
}  // namespace assess
