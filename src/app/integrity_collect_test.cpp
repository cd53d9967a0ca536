// What the check finds in figures on their way, deputies and the rest of the cycle.
#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "app/integrity.h"
#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "collect/target_round_store.h"
#include "council/council_store.h"
#include "council/cover_store.h"

namespace app {
namespace {

class CheckingTheCycle : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    const auto id = new_indicator();
    save([&](auto& tx, auto record) { fill(tx, record, id); });
  }

  void fill(kit::Transaction& tx, council::RecordId record, indicator::IndicatorId id) {
    using council::Person;
    const auto person = [](const char* code) { return Person{code, code, "", "", council::Role::officer, "", {50}, false}; };
    council::add_people(tx, std::vector<Person>{person("p.shah"), person("d.lyle")}, record);
    council::add_cover(tx,
                       {.person = "p.shah",
                        .deputy = "d.lyle",
                        .first_day = kit::Date::of(2025, 7, 1),
                        .last_day = kit::Date::of(2025, 7, 9),
                        .at = {50}},
                       record);
    council::add_reach(tx, {council::Reach::Kind::unit, "p.shah", "WASTE", false, {50}}, record);
    indicator::Definition d;
    d.indicator = id;
    d.at = {50};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = "BBF07";
    d.title = "Recycling";
    indicator::add_definitions(tx, std::span(&d, 1), record);

    collect::Entry entry;
    entry.indicator = id;
    entry.period = calendar::Period::quarter({2025}, 1);
    entry.value = kit::Decimal::whole(92);
    entry.entered_by = entry.by = "p.shah";
    entry.at = {60};
    std::vector<collect::Entry> all;
    for (const auto stage : {collect::Stage::entered, collect::Stage::checked, collect::Stage::reported}) {
      ++entry.edition;
      entry.stage = stage;
      entry.by = stage == collect::Stage::checked ? "d.lyle" : stage == collect::Stage::entered ? "p.shah" : "goldenthread";
      all.push_back(entry);
    }
    collect::add_entries(tx, all, record);
    collect::ProposedTarget proposed;
    proposed.target.indicator = id;
    proposed.target.year = {2026};
    proposed.target.rationale = "As before.";
    proposed.proposed_by = "p.shah";
    proposed.at = {60};
    collect::add_proposed_target(tx, proposed, record);
    proposed.edition = 2;
    proposed.stage = collect::ProposedTarget::Stage::agreed;
    proposed.decided_by = "d.lyle";
    collect::add_proposed_target(tx, proposed, record);
    collect::add_challenge(tx, {id, {2026}, 1, "d.lyle", "Why?", {60}}, record);
    auto figure = collect::figure_of(entry);
    figure.edition = 1;
    collect::add_figures(tx, std::vector{figure}, record);
  }

  void expect_fault(const std::string& damage, const std::string& sentence) {
    auto tx = db->write();
    tx.run({"damage", damage, ""});
    tx.commit();
    const auto faults = check_everything(*db).faults;
    EXPECT_TRUE(std::ranges::find(faults, sentence) != faults.end()) << damage << "\nfinds: " << testing::PrintToString(faults);
  }
};
INSTANTIATE_TEST_SUITE_P(On, CheckingTheCycle, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(CheckingTheCycle, FindsNothingWhenAllIsWell) { EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>()); }

TEST_P(CheckingTheCycle, FindsAReportedFigureThatIsNotWhatWasEntered) {
  expect_fault("update figure set value = 950000", "The figure of indicator 1 for 2025-04-01/P3M is not what was entered and checked.");
  expect_fault("update figure set value = 920000, numerator = 1",
               "The figure of indicator 1 for 2025-04-01/P3M is not what was entered and checked.");
  expect_fault("delete from figure", "The figure of indicator 1 for 2025-04-01/P3M is not what was entered and checked.");
}

TEST_P(CheckingTheCycle, FindsAFigureCheckedByWhoeverEnteredIt) {
  expect_fault("update entry set by_person = 'p.shah' where stage = 'checked'",
               "The entry of indicator 1 for 2025-04-01/P3M, edition 2 was checked by the person who entered it.");
}

TEST_P(CheckingTheCycle, FindsAComputedFigureThatSomebodyEntered) {
  expect_fault("update entry set computed = 1 where edition = 1",
               "The entry of indicator 1 for 2025-04-01/P3M, edition 1 is computed, and yet somebody has entered it.");
}

TEST_P(CheckingTheCycle, FindsAFormulaThatCannotBeFollowed) {
  expect_fault("update definition set computed_from = '[BBF99]'",
               "The formula of BBF07 cannot be followed. There is no indicator ‘BBF99’. Correct the reference.");
  expect_fault(
      "update definition set computed_from = '[BBF07'",
      "The formula of BBF07 cannot be followed. At character 1: This square bracket is not closed. Write ] after the reference.");
}

TEST_P(CheckingTheCycle, FindsEditionsThatAreMissing) {
  expect_fault("update entry set edition = 4 where edition = 3",
               "Entry of indicator 1 for 2025-04-01/P3M has edition 4 where edition 3 should stand.");
  expect_fault("update cover set edition = 2", "Deputy number 1 has edition 2 where edition 1 should stand.");
  expect_fault("update reach set edition = 2", "Reach of p.shah to unit WASTE has edition 2 where edition 1 should stand.");
}

TEST_P(CheckingTheCycle, FindsPeopleWhoAreNotThere) {
  expect_fault("update entry set by_person = 'X' where edition = 2",
               "Entry of indicator 1 for 2025-04-01/P3M, edition 2 names a person who is not there: X.");
  expect_fault("update cover set deputy = 'X'", "Deputy number 1 names a person who is not there: X.");
  expect_fault("update reach set person = 'X'", "Reach belongs to a person who is not there: X.");
}

TEST_P(CheckingTheCycle, FindsATargetThatOnePersonProposedAndAgreed) {
  expect_fault("update proposed_target set decided_by = 'p.shah' where edition = 2",
               "The proposed target of indicator 1 for 2026, edition 2 was agreed by the person who proposed it.");
  expect_fault("update proposed_target set proposed_by = 'X', decided_by = '' where edition = 1",
               "Proposed target of indicator 1 for 2026 names a person who is not there: X.");
  expect_fault("update proposed_target set edition = 3 where edition = 2",
               "Proposed target of indicator 1 for 2026 has edition 3 where edition 2 should stand.");
  expect_fault("update target_challenge set number = 2", "Challenge of indicator 1 for 2026 has edition 2 where edition 1 should stand.");
}

}  // namespace
}  // namespace app
