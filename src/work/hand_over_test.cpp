#include "work/hand_over.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "council/council_store.h"
#include "work/hand_over_store.h"

namespace work {
namespace {

using council::Role;
using indicator::Definition;

const kit::Moment now = *kit::Moment::parse("2025-07-10T09:00:00Z");

Definition definition(indicator::IndicatorId id, const char* code, const char* owner, const char* checker, const char* service) {
  Definition d;
  d.indicator = id;
  d.applies_from = kit::Date::of(2024, 4, 1);
  d.code = code;
  d.title = std::string("Indicator ") + code;
  d.owner = owner;
  d.checker = checker;
  d.service = service;
  return d;
}

assess::Picture ambleford() {
  assess::Picture picture;
  const auto person = [](const char* code, const char* name, Role role, const char* unit, bool gone = false) {
    return council::Person{code, name, "", "", role, unit, {}, gone};
  };
  picture.council.units = {{council::Unit::Kind::service, "WASTE", "Waste"}, {council::Unit::Kind::service, "HOUSING", "Housing"}};
  picture.council.people = {person("p.shah", "Priya Shah", Role::officer, "WASTE"),
                            person("o.madeley", "Olive Madeley", Role::officer, "WASTE"),
                            person("t.donnelly", "Teresa Donnelly", Role::head_of_service, "WASTE"),
                            person("l.left", "Lee Left", Role::officer, "WASTE", true),
                            person("m.scrutiny", "Mo Scrutiny", Role::scrutiny_member, "")};
  picture.indicators.resize(4);
  picture.indicators[0] = {1, {definition(1, "W1", "p.shah", "t.donnelly", "WASTE")}};
  picture.indicators[1] = {2, {definition(2, "W2", "t.donnelly", "p.shah", "WASTE")}};
  picture.indicators[2] = {3, {definition(3, "H1", "p.shah", "t.donnelly", "HOUSING")}};
  picture.indicators[3] = {4, {definition(4, "W3", "l.left", "t.donnelly", "WASTE")}};
  index(picture);
  return picture;
}

council::Asker as(Role role, const char* code = "x.boss") {
  council::Asker asker;
  asker.has_people = true;
  asker.person = code;
  asker.role = role;
  asker.units = {"WASTE"};
  return asker;
}
const auto head = as(Role::head_of_service, "t.donnelly");

std::string said(const HandOver& wanted, const council::Asker& by = head) {
  const auto made = hand_over(ambleford(), wanted, by, now);
  std::string all;
  for (const auto& refusal : made.refusals().all()) all += (all.empty() ? "" : " ") + refusal.sentence;
  return all;
}
std::string held(const std::string& person, const council::Asker& by) {
  const auto picture = ambleford();
  std::string all;
  for (const auto& one : holdings(picture, person, by, now.date())) all += one.kept->now().code + " " + one.words() + ". ";
  return all;
}

TEST(AHandOver, ShowsWhatSomeoneHoldsWithinTheAskersReach) {
  EXPECT_EQ(held("p.shah", head), "W1 owner. W2 checker. ");
  EXPECT_EQ(held("p.shah", as(Role::performance_team)), "H1 owner. W1 owner. W2 checker. ");
  EXPECT_EQ(held("p.shah", as(Role::officer)), "");
  EXPECT_EQ(out_of_reach(ambleford(), "p.shah", head, now.date()), 1u);
}

TEST(AHandOver, MakesTheNextEditionOfEachDefinition) {
  const auto made = hand_over(ambleford(), {"p.shah", "o.madeley", {"W1", "W2"}}, head, now);
  ASSERT_TRUE(made);
  ASSERT_EQ(made->size(), 2u);
  EXPECT_EQ((*made)[0].owner, "o.madeley");
  EXPECT_EQ((*made)[0].edition, 2);
  EXPECT_EQ((*made)[0].at, now);
  EXPECT_EQ((*made)[0].reason, "Handed over from Priya Shah to Olive Madeley");
  EXPECT_EQ((*made)[0].applies_from, kit::Date::of(2024, 4, 1));
  EXPECT_EQ((*made)[1].checker, "o.madeley");
  EXPECT_EQ((*made)[1].owner, "t.donnelly");
}

// A period that ended before a redefinition is still being collected when its owner leaves.
TEST(AHandOver, HoldsForPeriodsThatAreStillOpenAndForDefinitionsThatAreYetToApply) {
  auto picture = ambleford();
  auto& kept = picture.indicators[picture.places.at(1)];
  auto later = kept.definitions.front();
  later.edition = 2;
  later.applies_from = kit::Date::of(2025, 7, 1);
  later.owner = "t.donnelly";
  later.checker = "";
  kept.definitions.push_back(later);
  const auto made = hand_over(picture, {"p.shah", "o.madeley", {"W1"}}, head, now);
  ASSERT_TRUE(made);
  for (const auto& d : *made) kept.definitions.push_back(d);
  EXPECT_EQ(kept.in(calendar::Period::quarter({2025}, 1)).owner, "o.madeley");
  EXPECT_EQ(kept.in(calendar::Period::quarter({2025}, 2)).owner, "t.donnelly");
  EXPECT_EQ(kept.now().edition, 4);
}

TEST(AHandOver, IsRefusedWhole) {
  EXPECT_EQ(said({"p.shah", "", {"W1"}}), "Choose who takes over.");
  EXPECT_EQ(said({"p.shah", "p.shah", {"W1"}}), "This is who leaves. Choose someone else to take over.");
  EXPECT_EQ(said({"p.shah", "l.left", {"W1"}}), "This person is not there, or has left. Choose someone else.");
  EXPECT_EQ(said({"p.shah", "m.scrutiny", {"W1"}}), "Mo Scrutiny does not enter figures in any role. Choose someone who does.");
  EXPECT_EQ(said({"p.shah", "o.madeley", {}}), "Choose at least one indicator.");
  EXPECT_EQ(said({"p.shah", "t.donnelly", {"W1"}}),
            "W1: Teresa Donnelly would both enter and check it. Leave it out, and hand it over to someone else.");
}

// What is out of reach and what is not there are refused in the same words.
TEST(AHandOver, DoesNotReachAnotherServicesIndicator) {
  EXPECT_EQ(said({"p.shah", "o.madeley", {"H1"}}), "H1 is not Priya Shah’s, or not yours to hand over. Load the page again.");
  EXPECT_EQ(said({"p.shah", "o.madeley", {"X9"}}), "X9 is not Priya Shah’s, or not yours to hand over. Load the page again.");
  EXPECT_NE(said({"p.shah", "o.madeley", {"W1"}}, as(Role::officer, "p.shah")), "");
  EXPECT_EQ(said({"p.shah", "o.madeley", {"H1"}}, as(Role::administrator)), "");
}

// What it says when it is refused, or who is named by each new edition.
std::string named(const Named& wanted, const council::Asker& by = head) {
  const auto made = name_people(ambleford(), wanted, by, now);
  std::string all;
  for (const auto& refusal : made.refusals().all()) all += (all.empty() ? "" : " ") + refusal.field + ": " + refusal.sentence;
  if (made)
    for (const auto& d : *made) all += std::to_string(d.edition) + " " + d.owner + " " + d.checker + " " + d.deputy + ".";
  return all;
}

TEST(NamingPeople, GivesAnIndicatorAnOwnerACheckerAndADeputy) {
  EXPECT_EQ(named({"W3", "o.madeley", "t.donnelly", ""}), "2 o.madeley t.donnelly .");
  EXPECT_EQ(named({"W3", "o.madeley", "t.donnelly", "p.shah"}), "2 o.madeley t.donnelly p.shah.");
}

TEST(NamingPeople, IsRefusedWithTheFieldAndWhatToDo) {
  EXPECT_EQ(named({"W3", "", "", ""}), "owner: Choose who enters its figures. checker: Choose who checks its figures.");
  EXPECT_EQ(named({"W3", "p.shah", "p.shah", ""}), "checker: Nobody checks what they entered. Choose someone other than the owner.");
  EXPECT_EQ(named({"W3", "p.shah", "t.donnelly", "p.shah"}), "deputy: A deputy stands in for the owner. Choose someone else, or nobody.");
  EXPECT_EQ(
      named({"W3", "l.left", "no.one", ""}),
      "owner: This person is not there, or has left. Choose someone else. checker: This person is not there, or has left. Choose someone else.");
  EXPECT_EQ(named({"W3", "m.scrutiny", "t.donnelly", ""}),
            "owner: Mo Scrutiny does not enter figures in any role. Choose someone who does.");
  EXPECT_EQ(named({"W1", "p.shah", "t.donnelly", ""}), ": This is who answers for it already. Choose someone else, or leave it as it is.");
}

TEST(NamingPeople, DoesNotReachAnotherServicesIndicator) {
  const std::string not_there = ": There is no such indicator among those that are yours to hand over. Start from the list of owners.";
  EXPECT_EQ(named({"H1", "o.madeley", "t.donnelly", ""}), not_there);
  EXPECT_EQ(named({"X9", "o.madeley", "t.donnelly", ""}), not_there);
  EXPECT_EQ(named({"W1", "o.madeley", "t.donnelly", ""}, as(Role::officer, "p.shah")), not_there);
  EXPECT_EQ(named({"W1", "o.madeley", "t.donnelly", ""}, as(Role::corporate_leadership)), not_there);
  EXPECT_EQ(named({"H1", "o.madeley", "t.donnelly", ""}, as(Role::administrator)), "2 o.madeley t.donnelly .");
}

class HandOversStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, HandOversStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(HandOversStored, TellWhatIsOnItsWayAndWhoSignedIn) {
  const auto id = new_indicator();
  save([&](kit::Transaction& tx, council::RecordId record) {
    const std::string r = std::to_string(record);
    for (const char* stage : {"entered", "returned"})
      tx.run(
          {"entry",
           "insert into entry (indicator, period, edition, stage, kind, state, standing, value, note, next, reason, answers, said, entered_by, "
           "by_person, computed, at, record) values (:id, '2025-04-01/P3M', (select count(*) + 1 from entry), :stage, 'figure', 'given', "
           "'final', 1, '', '', '', '', '', 'p', 'p', 0, 1, :record)",
           ""},
          {{"id", id}, {"stage", std::string(stage)}, {"record", record}});
    tx.run({"account", "insert into account (person, email, password, factor, factor_step, state, signed_in_at, at, record) "
                       "values ('p', 'p@a.example', '', '', 0, 'active', null, 1, :record)", ""}, {{"record", record}});
  });
  auto tx = db->read();
  EXPECT_EQ(open_work(tx, id), std::vector<std::string>{"2025/26 Q1: came back"});
  const auto sign_ins = load_sign_ins(tx);
  EXPECT_EQ(sign_ins.at("p").state, "active");
  EXPECT_FALSE(sign_ins.at("p").at);
}

}  // namespace
}  // namespace work
