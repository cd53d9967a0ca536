#include "entry_test.h"

namespace collect {
namespace {

using namespace tests;

std::string entering(const Case& one, const Typed& form, const Asker& by = owner(), kit::Moment now = in_time) {
  return said(enter(one.due(), form, by, now));
}

TEST(EnteringAFigure, MakesAnEditionThatWaitsForItsCheck) {
  auto form = typed(" 12.5 ");
  form.next = " A second crew from August. ";
  form.back_on = "2025-09-30";
  form.standing = "provisional";
  const auto entered = enter(Case().due(), form, owner(), in_time);
  ASSERT_TRUE(entered) << said(entered);
  EXPECT_EQ(entered->edition, 1);
  EXPECT_EQ(entered->stage, Stage::entered);
  EXPECT_EQ(entered->kind, EntryKind::figure);
  EXPECT_EQ(entered->value, Decimal::parse("12.5"));
  EXPECT_EQ(entered->standing, Standing::provisional);
  EXPECT_EQ(entered->entered_by, "o.owner");
  EXPECT_EQ(entered->at, in_time);
  EXPECT_EQ(
      whole_note(*entered),
      "Two crews were short in May, so rounds ran late.\n\nA second crew from August.\n\nBack on track by 30 September 2025.");
}

TEST(EnteringAFigure, IsForItsOwnerItsDeputiesAndThePerformanceTeam) {
  auto cover = someone("s.standin");
  cover.covers = {"o.owner"};
  for (const auto& by : {owner(), someone("d.deputy"), cover, someone("t.team", Role::performance_team)})
    EXPECT_EQ(entering(Case(), typed("12"), by), "") << by.person;
  constexpr auto refused =
      "The indicator's owner, its deputy, whoever covers for them, and the performance team may enter a figure. Ask the indicator's owner, or the performance team.";
  for (const auto& by : {someone("n.neighbour"), checker(), someone("h.head", Role::head_of_service),
                         someone("a.admin", Role::administrator), someone("l.audit", Role::internal_audit), Asker()})
    EXPECT_EQ(entering(Case(), typed("12"), by), refused) << by.person;
}

TEST(EnteringAFigure, WaitsUntilThePeriodHasEnded) {
  EXPECT_EQ(entering(Case(), typed("12"), owner(), at("2025-06-30T22:59:59Z")),
            "Entry for 2025/26 Q1 opens on 1 July 2025, when the period has ended.");
  EXPECT_EQ(entering(Case(), typed("12"), owner(), at("2025-06-30T23:00:00Z")), "");
}

TEST(EnteringAFigure, IsLateOnceTheReportsHaveRun) {
  EXPECT_EQ(enter(Case().due(), typed("12"), owner(), at("2025-07-31T22:59:59Z"))->kind, EntryKind::figure);
  EXPECT_EQ(enter(Case().due(), typed("12"), owner(), the_run)->kind, EntryKind::late);
}

TEST(EnteringAFigure, IsRefusedToWhoeverComesSecond) {
  Case one;
  one.with_entry(Stage::entered);
  EXPECT_EQ(entering(one, typed("12")), "Someone saved this figure while you were typing. Read theirs beside yours, then save again.");
  auto form = typed("13");
  form.seen = 1;
  const auto entered = enter(one.due(), form, owner(), in_time);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->edition, 2);
}

TEST(EnteringAFigure, LeavesAComputedOneAlone) {
  Case one;
  one.with_entry(Stage::entered).entry.computed = true;
  one.definition.computed_from = "[WS02] + [WS03]";
  auto form = typed("12");
  form.seen = 1;
  EXPECT_EQ(entering(one, form), "value: This figure is computed from others. Correct those, and it follows.");
}

TEST(EnteringAFigure, WantsAFigureAndItsStoryAllAtOnce) {
  EXPECT_EQ(
      entering(Case(), typed("", "")),
      "value: Give the value, or say in state why there is none. | note: Say what lies behind the figure: what happened, and why.");
  auto form = typed("twelve", " \n");
  form.back_on = "soon";
  const auto no = entering(Case(), form);
  EXPECT_NE(no.find("value: "), no.npos) << no;
  EXPECT_NE(no.find("back_on: Type the day as in 2025-09-30."), no.npos) << no;
  EXPECT_NE(no.find("note: Say what lies behind the figure"), no.npos) << no;
}

TEST(EnteringAFigure, KeepsItsBounds) {
  Case one;
  one.definition.least = Decimal::whole(0);
  one.definition.most = Decimal::whole(100);
  EXPECT_EQ(entering(one, typed("-1")), "value: -1.0 is below the least it can be, 0.0.");
  EXPECT_EQ(entering(one, typed("100.1")), "value: 100.1 is above the most it can be, 100.0.");
  EXPECT_EQ(entering(one, typed("100")), "");
}

TEST(EnteringARatio, NeedsBothPartsInOrder) {
  Case one;
  one.definition.unit = "%";
  one.definition.aggregation = indicator::Aggregation::ratio;
  one.definition.multiplier = Decimal::whole(100);
  auto form = typed("");
  form.numerator = "1,450";
  form.denominator = "1,500";
  EXPECT_EQ(entering(one, form), "");
  form.numerator = "1,501";
  EXPECT_EQ(entering(one, form), "numerator: The numerator, 1501, is above the denominator, 1500.");
  form.numerator = "97%";
  EXPECT_EQ(entering(one, form), "numerator: A part of a figure is a number, not a percentage.");
  form.numerator = "12";
  form.denominator = "-3";
  EXPECT_NE(entering(one, form).find("denominator: A denominator is zero or more."), std::string::npos);
}

TEST(EnteringThatThereIsNoFigureYet, WantsAReasonAndADayToCome) {
  Typed form = typed("99", "");
  form.state = "delayed";
  EXPECT_EQ(entering(Case(), form), "note: Say why the figure is delayed. | expected_on: Say on which day the figure is expected.");
  form.note = "The department publishes it in August.";
  form.expected_on = "2025-07-09";
  EXPECT_EQ(entering(Case(), form), "expected_on: The day on which the figure is expected is still to come.");
  form.expected_on = "2025-08-20";
  const auto entered = enter(Case().due(), form, owner(), in_time);
  ASSERT_TRUE(entered) << said(entered);
  EXPECT_EQ(entered->state, State::delayed);
  EXPECT_FALSE(entered->value) << "what stood in the field before does not count";
  form.state = "perhaps";
  EXPECT_EQ(entering(Case(), form), "state: Say whether there is a figure, or that it is not available yet.");
}

TEST(EnteringAFigure, HasRoomForFiveThousandCharacters) {
  EXPECT_EQ(entering(Case(), typed("12", std::string(5'000, 'x'))), "");
  EXPECT_EQ(entering(Case(), typed("12", std::string(5'001, 'x'))),
            "note: Use at most 5,000 characters. Put the rest into a file of evidence.");
}

TEST(ACorrection, SaysWhyAndChangesSomething) {
  Case one;
  one.with(q1, "12", "As planned.");
  one.with_entry(Stage::reported);
  auto form = typed("13");
  form.seen = 1;
  EXPECT_EQ(entering(one, form, owner(), after), "reason: Say why the reported figure is corrected.");
  form.reason = "Two rounds were counted twice.";
  const auto entered = enter(one.due(), form, owner(), after);
  ASSERT_TRUE(entered) << said(entered);
  EXPECT_EQ(entered->kind, EntryKind::correction);
  EXPECT_EQ(figure_of(*entered).reason, "Two rounds were counted twice.");
  form.value = "12";
  form.note = "As planned.";
  EXPECT_EQ(entering(one, form, owner(), after), "This is what is reported already. Change the figure or its note, or leave it as it is.");
}

TEST(AWindowOpenedAgain, TakesTheFigureAsIfItHadNotClosed) {
  Case one;
  one.reopening = Reopening{.id = 1,
                            .edition = 2,
                            .indicator = 0,
                            .period = q1,
                            .stage = Reopening::Stage::open,
                            .ends = at("2025-08-10T00:00:00Z"),
                            .reason = {},
                            .asked_by = {},
                            .decided_by = {},
                            .said = {},
                            .at = {}};
  EXPECT_EQ(enter(one.due(), typed("12"), owner(), after)->kind, EntryKind::figure);
  one.with_entry(Stage::entered);
  EXPECT_EQ(said(approve(one.due(), 1, checker(), after)), "");
}

TEST(TheRun, ReportsWhatIsCheckedAndWhatNobodyChecked) {
  Case one;
  one.with_entry(Stage::checked);
  const auto reported = run(one.due(), the_run);
  ASSERT_TRUE(reported);
  EXPECT_EQ(reported->stage, Stage::reported);
  EXPECT_EQ(reported->by, "goldenthread");
  EXPECT_EQ(reported->said, "");
  one.entry.stage = Stage::entered;
  EXPECT_EQ(run(one.due(), the_run)->said, "Not checked when the reports ran.");
  one.cycle.unchecked = calendar::Cycle::Unchecked::hold;
  EXPECT_FALSE(run(one.due(), the_run)) << "the council holds back what nobody checked";
}

TEST(TheRun, LeavesAloneWhatIsNotThereCameBackOrIsReported) {
  EXPECT_FALSE(run(Case().due(), the_run));
  for (const auto stage : {Stage::returned, Stage::reported}) {
    Case one;
    one.with_entry(stage);
    EXPECT_FALSE(run(one.due(), the_run)) << code(stage);
  }
  for (const auto kind : {EntryKind::late, EntryKind::correction}) {
    Case one;
    one.with_entry(Stage::checked, kind);
    EXPECT_FALSE(run(one.due(), the_run)) << code(kind);
  }
}

TEST(AFigure, WaitsForWhoeverComesNext) {
  const auto waits_at = [](const Case& one, kit::Moment now) { return words(waits(one.due(), now)); };
  EXPECT_EQ(waits_at(Case(), at("2025-06-30T22:59:59Z")), "Not open yet");
  EXPECT_EQ(waits_at(Case(), in_time), "To enter");
  EXPECT_EQ(waits_at(Case(), late), "Late");
  EXPECT_EQ(waits_at(Case(), after), "Late");
  EXPECT_EQ(waits_at(Case().with_entry(Stage::entered), in_time), "To be checked");
  EXPECT_EQ(waits_at(Case().with_entry(Stage::returned), in_time), "Came back");
  EXPECT_EQ(waits_at(Case().with_entry(Stage::checked), in_time), "Checked");
  EXPECT_EQ(waits_at(Case().with_entry(Stage::reported).with(q1, "12"), after), "Reported");
}

TEST(ADelayedFigure, IsDueAgainOnTheDayAfterItWasExpected) {
  Case one;
  one.with_entry(Stage::reported).with(q1, "12");
  auto& figure = one.figures.back();
  figure.state = State::delayed;
  figure.value.reset();
  figure.expected_on = kit::Date::of(2025, 8, 20);
  EXPECT_EQ(waits(one.due(), at("2025-08-20T12:00:00Z")), Waits::for_nothing);
  EXPECT_EQ(waits(one.due(), at("2025-08-21T12:00:00Z")), Waits::for_late_entry);
}

}  // namespace
}  // namespace collect
