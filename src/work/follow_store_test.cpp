// Computed figures beside what they are computed from: entered, given back, checked, reported and corrected, on both databases.
#include "council/letter_store.h"
#include "follow_store_test.h"
#include "money/money_store.h"

namespace work {
namespace {

using namespace tests;

class AComputedFigureStored : public tests::StoredFormulas {};
INSTANTIATE_TEST_SUITE_P(On, AComputedFigureStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), ::tests::engine_name);

TEST_P(AComputedFigureStored, JoinsTheMoneyThatIsKnownWithTheActivityThatIsEntered) {
  save([&](auto& tx, auto record) {
    add(tx, "COST", Aggregation::ratio, "[spend S1] / [B]", record);
    std::vector<money::Month> months;
    for (const int month : {4, 5, 6})
      months.push_back({"S1", Period::month(2025, month), 1, {}, kit::Decimal::parse("100.10"), {}, {}, "", {70}});
    money::add_months(tx, months, record);
  });
  enter("B", "40");
  EXPECT_EQ(entry("COST"), "figure entered 300.3/40 (Computed from what Service one spent (£300.30) and B (40).)");
  enter("A", "12");
  check("A");
  check("B");
  run();
  EXPECT_NE(figures("COST").find("300.3/40"), std::string::npos) << figures("COST");
}

TEST_P(AComputedFigureStored, FollowsItsInputsFromEntryToReport) {
  EXPECT_EQ(entry("SHARE"), "none");
  enter("A", "12");
  EXPECT_EQ(entry("SHARE"), "figure entered delayed (Not available: B has not been entered.)");
  EXPECT_EQ(entry("DOUBLE"), "figure entered delayed (Not available: SHARE is not available yet.)");
  enter("B", "40");
  EXPECT_EQ(entry("SHARE"), "figure entered 12/40 (Computed from A (12) and B (40).)");
  EXPECT_EQ(entry("DOUBLE"), "figure entered 24 (Computed from SHARE (12 of 40).)");
  check("A");
  EXPECT_EQ(entry("SHARE"), "figure entered 12/40 (Computed from A (12) and B (40).)");
  check("B", check_week, Then::give_back);
  enter("B", "48", check_week);
  EXPECT_EQ(entry("SHARE"), "figure entered 12/48 (Computed from A (12) and B (48).)");
  check("B");
  EXPECT_EQ(entry("SHARE"), "figure checked 12/48 (Computed from A (12) and B (48).)");
  EXPECT_EQ(entry("DOUBLE"), "figure checked 24 (Computed from SHARE (12 of 48).)");
  EXPECT_EQ(figures("SHARE"), "");
  run();
  EXPECT_EQ(entry("SHARE"), "figure reported 12/48 (Computed from A (12) and B (48).)");
  EXPECT_EQ(figures("SHARE"), "12/48 final");
  EXPECT_EQ(figures("DOUBLE"), "24 final");
}

TEST_P(AComputedFigureStored, IsCorrectedWithItsInputsAndKeepsBothValues) {
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  EXPECT_EQ(entry("SHARE"), "correction entered 10/40 (Computed from A (10) and B (40).)");
  EXPECT_EQ(figures("SHARE"), "40/40 final");
  check("A", august);
  EXPECT_EQ(entry("SHARE"), "correction reported 10/40 (Computed from A (10) and B (40).)");
  EXPECT_EQ(figures("SHARE"), "40/40 final, 10/40 revised (A figure that it is computed from was corrected.)");
  EXPECT_EQ(figures("DOUBLE"), "80 final, 20 revised (A figure that it is computed from was corrected.)");
}

// Several ticked at once: each step finds what the one before it has written in the same transaction.
TEST_P(AComputedFigureStored, FollowsTwoCorrectionsOfOneTransaction) {
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  enter("B", "50", august, "A clerk counted twice.");
  const auto seen = picture();
  kit::Memory memory(1 << 20);
  const council::Desk desk{*db, memory, august, person("checker", council::Role::service_manager), {}, {}};
  auto tx = db->write();
  for (const auto* code : {"A", "B"}) {
    const auto due = gather(tx, *seen, *seen->find(code), q1, august);
    const auto next = collect::approve(*due, due->entry.edition, desk.asker, august);
    ASSERT_TRUE(next);
    add_step(tx, desk, *seen, *seen->find(code), *due, *next, std::string("both ") + code);
  }
  tx.commit();
  { auto done = std::move(tx); }
  EXPECT_EQ(figures("SHARE"), "40/40 final, 10/50 revised (A figure that it is computed from was corrected.)");
  EXPECT_EQ(figures("DOUBLE"), "80 final, 20 revised (A figure that it is computed from was corrected.)");
}

TEST_P(AComputedFigureStored, TellsWhoeverAnswersForItThatItsStatusChanged) {
  save([&](auto& tx, auto record) {
    indicator::Target target;
    target.indicator = picture()->find("SHARE")->id;
    target.year = {2025};
    target.at = {70};
    target.value = kit::Decimal::parse("0.9");
    indicator::add_targets(tx, std::span(&target, 1), record);
  });
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  check("A", august);
  auto tx = db->read();
  std::string subjects;
  for (const auto& letter : council::newest_letters(tx)) subjects += letter.subject + "\n";
  EXPECT_NE(subjects.find("Status changed: Title of SHARE, 2025/26 Q1\n"), std::string::npos) << subjects;
}

TEST_P(AComputedFigureStored, IsReportedAsNotAvailableWhenAnInputIsNotAndComesLateWithIt) {
  enter("A", "12");
  check("A");
  run();
  EXPECT_EQ(figures("SHARE"), "delayed final");
  EXPECT_EQ(figures("DOUBLE"), "delayed final");
  enter("B", "40", august);
  EXPECT_EQ(entry("SHARE"), "late entered 12/40 (Computed from A (12) and B (40).)");
  check("B", august);
  EXPECT_EQ(figures("SHARE"), "delayed final, 12/40 final");
  EXPECT_EQ(figures("DOUBLE"), "delayed final, 24 final");
}

TEST_P(AComputedFigureStored, IsNotThereWhereNothingIsAndIsAskedOfNobody) {
  run();
  EXPECT_EQ(entry("SHARE"), "none");
  EXPECT_EQ(figures("SHARE"), "");
  auto tx = db->read();
  const auto seen = picture();
  for (const auto& due : gather_all(tx, *seen, july)) {
    const auto waits = collect::waits(due, july);
    EXPECT_EQ(waits == collect::Waits::for_inputs, due.is_computed()) << due.definition->code;
  }
}

TEST_P(AComputedFigureStored, IsReportedUncheckedWhenAnInputIs) {
  enter("A", "12");
  enter("B", "40");
  run();
  EXPECT_EQ(figures("SHARE"), "12/40 unchecked");
}

TEST_P(AComputedFigureStored, TakesNoStepWhereNothingIsDifferent) {
  enter("A", "12");
  enter("B", "40");
  const auto before = editions("SHARE");
  enter("B", "40");
  EXPECT_EQ(editions("SHARE"), before);
}

TEST_P(AComputedFigureStored, IsRecordedInTheChainWithWhatItWasComputedFrom) {
  enter("A", "12");
  enter("B", "40");
  auto tx = db->read();
  std::string found;
  council::each_record(tx, [&](const council::Record& record) {
    if (record.deed.what == "computed") found += record.deed.who + " " + record.deed.subject + "\n";
  });
  EXPECT_EQ(
      found,
      "goldenthread SHARE 2025-04-01/P3M\ngoldenthread DOUBLE 2025-04-01/P3M\ngoldenthread SHARE 2025-04-01/P3M\ngoldenthread DOUBLE 2025-04-01/P3M\n");
}

}  // namespace
}  // namespace work
