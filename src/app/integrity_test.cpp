#include "app/integrity.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "../../tests/support/stored.h"
#include "assess/rule_edition_store.h"
#include "money/money_store.h"
#include "collect/figure_store.h"
#include "compare/comparator_store.h"
#include "council/council_store.h"
#include "indicator/target_store.h"
#include "plan/plan_store.h"

namespace app {
namespace {

class CheckingEverything : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    id = new_indicator();
    save([&](auto& tx, auto record) { fill(tx, record); });
  }

  void fill(kit::Transaction& tx, council::RecordId record) {
    using namespace council;
    add_settings(tx, std::vector<Setting>{{"name", "Ambleford", {50}}}, record);
    add_units(tx,
              std::vector<Unit>{{Unit::Kind::directorate, "PLACE", "Place", "", "", 0, {50}, false},
                                {Unit::Kind::service, "WASTE", "Waste", "PLACE", "", 1, {50}, false}},
              record);
    add_people(tx, std::vector<Person>{{"p.shah", "Priya Shah", "Officer", "", Role::officer, "WASTE", {50}, false}},
               record);
    plan::add_frameworks(tx, std::vector<plan::Framework>{{"PLAN", "Plan", {"vision", "commitment"}, 0, {50}, false}},
                         record);
    plan::add_priorities(
        tx,
        std::vector<plan::Priority>{{"V", "PLAN", "vision", "Vision", "", "", "", 0, {50}, false},
                                    {"BBF", "PLAN", "commitment", "Better", "V", "", "", 1, {50}, false}},
        record);
    plan::add_lines(tx, std::vector<plan::Line>{{id, "BBF", {50}, false}}, record);
    indicator::Definition d;
    d.indicator = id;
    d.at = {50};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = "BBF07";
    d.title = "Recycling";
    d.service = "WASTE";
    d.owner = "p.shah";
    indicator::add_definitions(tx, std::span(&d, 1), record);
    indicator::Target t;
    t.indicator = id;
    t.year = {2025};
    t.at = {50};
    t.low = kit::Decimal::whole(1);
    t.high = kit::Decimal::whole(2);
    indicator::add_targets(tx, std::span(&t, 1), record);
    collect::Figure f;
    f.indicator = id;
    f.period = calendar::Period::quarter({2025}, 1);
    f.value = kit::Decimal::whole(92);
    f.entered_by = "p.shah";
    f.at = {50};
    auto again = f;
    again.edition = 2;
    again.at = {60};
    collect::add_figures(tx, std::vector{f, again}, record);
    compare::add_areas(tx, std::vector<compare::Area>{{"E08000009", "Trafford"}}, {50}, record);
    compare::add_comparator_figures(
        tx,
        std::vector<compare::ComparatorFigure>{
            {"Recycling", "%", "", "E08000009", calendar::Period::year({2023}), 50.5, "", {50}}},
        record);
  }

  // What the check says after someone went behind the program's back.
  std::vector<std::string> after(const std::string& damage) {
    auto tx = db->write();
    tx.run({"damage", damage, ""});
    tx.commit();
    return check_everything(*db).faults;
  }
  void expect_fault(const std::string& damage, const std::string& sentence) {
    const auto faults = after(damage);
    EXPECT_TRUE(std::ranges::find(faults, sentence) != faults.end())
        << damage << "\nfinds: " << (faults.empty() ? "nothing" : testing::PrintToString(faults));
  }

  indicator::IndicatorId id = 0;
};
INSTANTIATE_TEST_SUITE_P(On, CheckingEverything, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

TEST_P(CheckingEverything, FindsNothingWhenAllIsWell) {
  const Soundness found = check_everything(*db);
  EXPECT_EQ(found.faults, std::vector<std::string>());
  EXPECT_EQ(found.records, 2);
  EXPECT_EQ(found.figures, 1);
}

TEST_P(CheckingEverything, FindsNothingInAnEmptyDatabase) {
  const auto empty =
      kit::Database::open(GetParam() == kit::Engine::sqlite ? std::string(folder.path / "empty.db")
                                                            : tests::PrivatePostgres::instance()->new_database());
  EXPECT_EQ(check_everything(*empty).faults, std::vector<std::string>());
}

TEST_P(CheckingEverything, NamesTheFirstRecordThatWasChanged) {
  expect_fault("update record set detail = 'nothing' where id = 2",
               "Record 2 was changed after it was written: its hash no longer fits.");
}

TEST_P(CheckingEverything, FindsARecordWithoutItsFacts) {
  save([](auto&, auto) {});
  expect_fault("update setting set value = 'Ambleford'",
               "Record 3 says that something was saved, but nothing that is stored carries its number.");
}

TEST_P(CheckingEverything, FindsEditionsOutOfOrder) {
  expect_fault("update figure set edition = 3 where edition = 2",
               "Figure of indicator 1 for 2025-04-01/P3M has edition 3 where edition 2 should stand.");
  expect_fault(
      "update figure set edition = 2, at = 10 where edition = 3",
      "Figure of indicator 1 for 2025-04-01/P3M: edition 2 counts from a moment before the edition that it follows.");
}

TEST_P(CheckingEverything, FindsPeriodsThatDoNotFit) {
  expect_fault("update figure set period = '2025-04-01/P1M'",
               "A figure of BBF07 is for April 2025, which none of its definitions expects.");
  expect_fault("update figure set period = '2025-13-01/P3M'",
               "A figure of BBF07 is for ‘2025-13-01/P3M’, which is not a period.");
  expect_fault("update comparator_figure set period = '2025-99-01/P3M'",
               "A comparator figure is for ‘2025-99-01/P3M’, which is not a period.");
}

TEST_P(CheckingEverything, FindsAStatusRuleThatIsNotSoundOrWasSetByNobody) {
  assess::RuleEdition rule;
  rule.rule = {"Ours", *assess::read_steps("green if on_target; red")};
  rule.applies_from = kit::Date::of(2025, 4, 1);
  rule.reason = rule.authority = "Cabinet";
  rule.by = "p.shah";
  rule.at = {60};
  save([&](auto& tx, auto record) { assess::add_rules(tx, std::span(&rule, 1), record); });
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>());
  expect_fault(
      "update rating_rule set steps = 'green if on_target; amber'",
      "Status rule of council, edition 1: No step says Off target. Add one: a rule that cannot say it hides what needs attention.");
  expect_fault("update rating_rule set steps = 'green if fine'",
               "Status rule of council, edition 1: Found ‘fine’. Type a condition such as on_target, within_percent 5 or worse_than_year.");
  expect_fault("update rating_rule set by_person = 'no.one'",
               "Status rule of council, edition 1 was set by a person who is not there: no.one.");
}

TEST_P(CheckingEverything, FindsMoneyOfNobodyAndAGapInItsEditions) {
  money::Month april;
  april.unit = "WASTE";
  april.month = calendar::Period::month(2025, 4);
  april.budget = kit::Decimal::whole(100);
  april.at = {60};
  save([&](auto& tx, auto record) { money::add_months(tx, std::span(&april, 1), record); });
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>());
  expect_fault("update unit_money set edition = 2", "Money of WASTE in 2025-04-01/P1M has edition 2 where edition 1 should stand.");
  expect_fault("update unit_money set unit = 'X'", "Money of X in 2025-04-01/P1M is of a directorate or service that is not there: X.");
}

TEST_P(CheckingEverything, FindsATargetWhereThereMayBeNone) {
  expect_fault("update definition set kind = 'contextual'",
               "BBF07 has a target for 2025/26, but indicators of its kind take none.");
}

TEST_P(CheckingEverything, FindsWhatNamesSomethingThatIsNotThere) {
  expect_fault("update line set priority = 'X'", "Indicator 1 stands on a priority that is not there: X.");
  expect_fault("update priority set framework = 'X' where code = 'V'",
               "Priority V stands in a framework that is not there: X.");
  expect_fault("update priority set part_of = 'X' where code = 'BBF'",
               "Priority BBF stands under a priority that is not there: X.");
  expect_fault("update priority set level = 'X' where code = 'BBF'",
               "Priority BBF stands on a level that its framework does not have: X.");
  expect_fault("update unit set part_of = 'X' where code = 'WASTE'",
               "Service WASTE is part of a directorate that is not there: X.");
  expect_fault("update person set unit = 'X'", "Person p.shah belongs to a unit that is not there: X.");
  expect_fault("update definition set service = 'X'", "Indicator BBF07 belongs to a service that is not there: X.");
  expect_fault("update definition set checker = 'X'", "Indicator BBF07 names a person who is not there: X.");
  expect_fault("update figure set entered_by = 'X' where edition = 2",
               "Figure of indicator 1 for 2025-04-01/P3M was entered by a person who is not there: X.");
  expect_fault("update comparator_figure set area = 'X'",
               "Comparator figure of Recycling is of an area that is not there: X.");
}

TEST_P(CheckingEverything, FindsNumbersThatCannotBe) {
  expect_fault("update target set low = 30000",
               "The target of indicator 1 for 2025 runs from a higher number to a lower.");
  expect_fault("update figure set numerator = 1, denominator = -1",
               "The figure of indicator 1 for 2025-04-01/P3M has a denominator below zero.");
}

TEST_P(CheckingEverything, FindsTwoIndicatorsOfOneCodeAndOneWithoutADefinition) {
  const auto second = new_indicator();
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>{"Indicator 2 has no definition."});
  save([&](auto& tx, auto record) {
    auto copy = indicator::load_definitions(tx, {99}, record).at(0);
    copy.indicator = second;
    indicator::add_definitions(tx, std::span(&copy, 1), record);
  });
  EXPECT_EQ(check_everything(*db).faults,
            std::vector<std::string>{"More than one indicator in force is called BBF07."});
}

// SQLite lets anyone who switches foreign keys off write what belongs to nothing, and any type into any column.
TEST(CheckingSqlite, FindsWhatWasWrittenBehindItsBack) {
  tests::TemporaryFolder folder;
  const std::string path = folder.path / "a.db";
  const auto db = kit::Database::open(path);
  const auto behind = [&](const char* text) {
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw, text, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
    sqlite3_close(raw);
  };
  behind(
      "insert into indicator values (1, 50, 7);"
      "insert into figure values (1, '2025-04-01/P3M', 1, 'given', 'final', 'many', null, null, '', '', '', null, 50, "
      "7, null, '')");
  const auto faults = check_everything(*db).faults;
  const auto has = [&](std::string_view part) {
    return std::ranges::any_of(faults, [&](const std::string& fault) { return fault.find(part) != std::string::npos; });
  };
  EXPECT_TRUE(has("holds facts of record 7, which is not there")) << testing::PrintToString(faults);
  EXPECT_TRUE(has("holds something that is not an exact number")) << testing::PrintToString(faults);
  EXPECT_TRUE(has("belongs to something that is not there, in table record")) << testing::PrintToString(faults);
}

}  // namespace
}  // namespace app
