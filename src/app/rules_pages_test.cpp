// A council changes the rule by which status is given: it is written by form, tried on the real figures, and only then set.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"
#include "assess/picture_store.h"

namespace app {
namespace {

using tests::Ambleford;
using By = Ambleford::By;
using Fields = Ambleford::Fields;
using kit::Method;

constexpr const char* team = "i.greaves";
constexpr const char* officer = "f.aziz";
const kit::Moment end_of_time{253'402'300'799};

// "green if on_target; red if off_target and worse_than_year; amber", as its fields.
const Fields two_strikes = {{"for", "council"},
                            {"name", "Two strikes"},
                            {"step_count", "3"},
                            {"step_1_rating", "green"},
                            {"step_1_when_1", "on_target"},
                            {"step_2_rating", "red"},
                            {"step_2_when_1", "off_target"},
                            {"step_2_when_2", "worse_than_year"},
                            {"step_3_rating", "amber"}};
constexpr const char* two_strikes_steps = "green if on_target; red if off_target and worse_than_year; amber";

Fields with(Fields fields, const Fields& more) {
  fields.insert(fields.end(), more.begin(), more.end());
  return fields;
}

Fields setting(const std::string& seen, const std::string& key) {
  return {{"for", "council"}, {"name", "Two strikes"}, {"steps", two_strikes_steps}, {"seen", seen}, {"key", key}, {"from", "2025-04-01"},
          {"reason", "Fewer alarms, and the right ones."}, {"authority", "Cabinet, 14 July 2025"}};
}

class ChangingTheRule : public testing::Test {
 protected:
  tests::Got get(const std::string& path, const char* person = team) { return council_.ask(Method::get, path, person, By::cookie); }
  tests::Got post(const std::string& path, const Fields& fields, const char* person = team) {
    return council_.ask(Method::post, path, person, By::cookie, fields);
  }
  std::size_t editions() { return assess::load_picture(council_.db(), end_of_time)->rules.size(); }
  Ambleford council_;
};

bool says(const tests::Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }

TEST_F(ChangingTheRule, BeginsWithTheUsualRuleInPlainWordsForEveryReader) {
  const auto page = get("/rules", officer);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Every status is given by the usual rule."));
  EXPECT_TRUE(says(page, "when it is within the tolerance set for it"));
  EXPECT_FALSE(says(page, "/rules/change"));
  EXPECT_TRUE(says(get("/rules"), "/rules/change"));
  EXPECT_TRUE(says(get("/"), "the usual rule"));
}

TEST_F(ChangingTheRule, AddsMovesAndRemovesStepsWithoutKeepingAnything) {
  const auto added = post("/rules/change/steps", with(two_strikes, {{"do", "add"}}));
  EXPECT_EQ(added.status, 200);
  EXPECT_TRUE(says(added, "<legend>Step 4</legend>"));
  const auto removed = post("/rules/change/steps", with(two_strikes, {{"do", "remove_2"}}));
  EXPECT_FALSE(says(removed, "<legend>Step 3</legend>"));
  const auto moved = post("/rules/change/steps", with(two_strikes, {{"do", "up_2"}}));
  EXPECT_LT(moved.body.find("<option value=\"red\" selected"), moved.body.find("<option value=\"green\" selected"));
  EXPECT_EQ(editions(), 0u);
}

TEST_F(ChangingTheRule, IsRefusedWhenTheRuleIsNotSound) {
  const auto page = post("/rules/change/steps", with(two_strikes, {{"step_2_when_3", "on_target"}, {"do", "look"}}));
  EXPECT_EQ(page.status, 422);
  EXPECT_TRUE(says(page, "Step 2 can never be reached"));
  EXPECT_TRUE(says(page, "href=\"#step_2\""));
  EXPECT_EQ(get("/rules/what-would-change?for=council&name=Ours&steps=green%20if%20on_target").status, 422);
  EXPECT_EQ(get("/rules/what-would-change?for=place_based").status, 404);
  EXPECT_EQ(get("/rules/change?steps=nonsense").status, 404);
}

TEST_F(ChangingTheRule, ShowsWhatWouldChangeOverTheRealFiguresBeforeItIsSet) {
  const auto found = post("/rules/change/steps", with(two_strikes, {{"do", "look"}}));
  EXPECT_EQ(found.status, 303);
  ASSERT_TRUE(found.to.starts_with("/rules/what-would-change?for=council&name=Two%20strikes&steps=")) << found.to;
  const auto page = get(found.to);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "indicators would have another status in 2025/26 Q2"));
  EXPECT_TRUE(says(page, "step 3 of the rule ‘Two strikes’"));
  EXPECT_TRUE(says(page, "The last four quarters"));
  EXPECT_EQ(editions(), 0u);
}

TEST_F(ChangingTheRule, AsksWhyAndOnWhoseAuthority) {
  auto fields = setting("0", "one");
  for (auto& [name, value] : fields)
    if (name == "reason" || name == "authority" || name == "from") value = "";
  const auto page = post("/rules/change", fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_TRUE(says(page, "Say why the rule changes."));
  EXPECT_TRUE(says(page, "Say on whose authority"));
  EXPECT_TRUE(says(page, "Choose the day from which it counts"));
  EXPECT_EQ(editions(), 0u);
}

TEST_F(ChangingTheRule, SetsItOnceWithWhoAndWhyAndStatusesFollow) {
  EXPECT_EQ(post("/rules/change", setting("0", "one")).to, "/rules");
  EXPECT_EQ(post("/rules/change", setting("0", "one")).to, "/rules") << "the same again";
  EXPECT_EQ(editions(), 1u);
  const auto page = get("/rules", officer);
  EXPECT_TRUE(says(page, "Every status is given by the rule ‘Two strikes’."));
  EXPECT_TRUE(says(page, "Fewer alarms, and the right ones."));
  EXPECT_TRUE(says(page, "Cabinet, 14 July 2025"));
  EXPECT_TRUE(says(get("/indicators/BBF09", officer), "The rule ‘Two strikes’"));
  EXPECT_FALSE(says(get("/rules?as-at=2025-06-30", officer), "Two strikes")) << "as it was known before";
  auto tx = council_.db().read();
  const auto records = council::find_records(tx, {.what = "rule"}, 10);
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].kept.particulars.authority, "Cabinet, 14 July 2025");
  EXPECT_EQ(records[0].kept.particulars.became, two_strikes_steps);
  EXPECT_EQ(check_everything(council_.db()).faults, std::vector<std::string>());
}

TEST_F(ChangingTheRule, IsRefusedToTheSecondOfTwoWhoChangeItAtOnce) {
  post("/rules/change", setting("0", "one"));
  const auto second = post("/rules/change", setting("0", "two"));
  EXPECT_EQ(second.status, 422);
  EXPECT_TRUE(says(second, "Somebody has set a rule since you began."));
  EXPECT_EQ(editions(), 1u);
}

TEST_F(ChangingTheRule, GivesARuleUpAgain) {
  post("/rules/change", setting("0", "one"));
  const auto look = get("/rules/what-would-change?gone=yes&for=council");
  EXPECT_EQ(look.status, 200);
  EXPECT_TRUE(says(look, "Give up the rule"));
  EXPECT_EQ(post("/rules/change", with(setting("1", "two"), {{"gone", "yes"}})).to, "/rules");
  EXPECT_TRUE(says(get("/rules", officer), "Every status is given by the usual rule."));
  EXPECT_TRUE(says(post("/rules/change", with(setting("2", "three"), {{"gone", "yes"}})), "There is no rule to give up."));
}

TEST_F(ChangingTheRule, IsForThePerformanceTeamAndAdministrators) {
  for (const char* person : {officer, "e.thorne", "a.mbeki", "l.whitfield"}) {
    EXPECT_TRUE(get("/rules/change", person).is_refused()) << person;
    EXPECT_TRUE(post("/rules/change", setting("0", "one"), person).is_refused()) << person;
  }
  EXPECT_EQ(post("/rules/change", setting("0", "one"), "s.nwachukwu").to, "/rules");
}

}  // namespace
}  // namespace app
