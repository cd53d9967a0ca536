#include "entry_test.h"

namespace collect {
namespace {

using namespace tests;

TEST(ACheck, ApprovesWhatAnotherEntered) {
  Case one;
  one.with_entry(Stage::entered);
  const auto checked = approve(one.due(), 1, checker(), in_check_week);
  ASSERT_TRUE(checked) << said(checked);
  EXPECT_EQ(checked->stage, Stage::checked);
  EXPECT_EQ(checked->edition, 2);
  EXPECT_EQ(checked->by, "c.checker");
  EXPECT_EQ(checked->entered_by, "o.owner");
}

TEST(ACheck, IsNeverOfOnesOwnFigure) {
  Case one;
  one.definition.checker = "o.owner";
  one.with_entry(Stage::entered);
  constexpr auto own = "Whoever entered a figure does not check it. Ask the checker's deputy, or the performance team.";
  EXPECT_EQ(said(approve(one.due(), 1, owner(), in_check_week)), own);
  EXPECT_EQ(said(give_back(one.due(), 1, "Wrong week.", owner(), in_check_week)), own);
  auto covers_the_checker = owner();
  covers_the_checker.covers = {"c.checker"};
  one.definition.checker = "c.checker";
  EXPECT_EQ(said(approve(one.due(), 1, covers_the_checker, in_check_week)), own);
}

TEST(ACheck, IsForItsCheckerAndWhoeverCovers) {
  Case one;
  one.with_entry(Stage::entered);
  auto cover = someone("s.standin");
  cover.covers = {"c.checker"};
  EXPECT_TRUE(approve(one.due(), 1, cover, in_check_week));
  for (const auto& by : {someone("n.neighbour"), someone("t.team", Role::performance_team),
                         someone("a.admin", Role::administrator), Asker()})
    EXPECT_EQ(
        said(approve(one.due(), 1, by, in_check_week)),
        "The indicator's checker and whoever covers for them, never the person who entered it may check a figure. Ask the indicator's checker.")
        << by.person;
}

TEST(ACheck, IsOfTheEditionThatWasOpened) {
  Case one;
  one.with_entry(Stage::entered).entry.edition = 3;
  EXPECT_EQ(said(approve(one.due(), 2, checker(), in_check_week)), "The figure has changed since you opened it. Look at it again.");
}

TEST(ACheck, NeedsANewFigure) {
  EXPECT_EQ(said(approve(Case().due(), 0, checker(), in_check_week)), "There is no new figure to check.");
  for (const auto stage : {Stage::returned, Stage::checked, Stage::reported}) {
    Case one;
    one.with_entry(stage);
    EXPECT_EQ(said(approve(one.due(), 1, checker(), in_check_week)), "There is no new figure to check.") << code(stage);
  }
}

TEST(ACheckOutsideTheCheckWeek, IsWarnedOfOrRefusedAsTheCouncilChose) {
  Case one;
  one.with_entry(Stage::entered);
  EXPECT_TRUE(approve(one.due(), 1, checker(), in_time));
  EXPECT_EQ(outside_check_week(one.due(), in_time), "The check week for 2025/26 Q1 is from 22 July 2025 to 28 July 2025.");
  EXPECT_EQ(outside_check_week(one.due(), in_check_week), "");
  one.cycle.outside_check_week = calendar::Cycle::Outside::refuse;
  EXPECT_EQ(said(approve(one.due(), 1, checker(), in_time)), "Figures for 2025/26 Q1 are checked from 22 July 2025 to 28 July 2025.");
  EXPECT_TRUE(approve(one.due(), 1, checker(), in_check_week));
  one.entry.kind = EntryKind::late;
  EXPECT_TRUE(approve(one.due(), 1, checker(), after)) << "what comes after the run is checked when it comes";
}

TEST(ACheck, IsTooLateOnceTheReportsHaveRun) {
  Case one;
  one.with_entry(Stage::entered);
  EXPECT_TRUE(approve(one.due(), 1, checker(), at("2025-07-31T22:59:59Z")));
  EXPECT_EQ(said(approve(one.due(), 1, checker(), the_run)), "The reports for 2025/26 Q1 have run.");
}

TEST(GivingBack, SaysWhatIsToBePutRight) {
  Case one;
  one.with_entry(Stage::entered);
  EXPECT_EQ(said(give_back(one.due(), 1, " \n ", checker(), in_check_week)),
            "said: Say what is to be put right, so that the officer knows.");
  EXPECT_EQ(said(give_back(one.due(), 1, std::string(5'001, 'x'), checker(), in_check_week)), "said: Use at most 5,000 characters.");
  const auto returned = give_back(one.due(), 1, " Which week does this leave out? ", checker(), in_check_week);
  ASSERT_TRUE(returned);
  EXPECT_EQ(returned->stage, Stage::returned);
  EXPECT_EQ(returned->said, "Which week does this leave out?");
}

}  // namespace
}  // namespace collect
