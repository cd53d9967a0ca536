#include "council/may.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace council {
namespace {

constexpr std::array all_roles = {
    Role::officer,          Role::service_manager, Role::head_of_service,  Role::corporate_leadership,
    Role::portfolio_member, Role::scrutiny_member, Role::performance_team, Role::internal_audit,
    Role::administrator};

// Someone of the waste service, where people sign in.
Asker someone(Role role) {
  Asker asker;
  asker.has_people = true;
  asker.open_to_read = false;
  asker.person = "p.shah";
  asker.role = role;
  asker.units = {"WASTE"};
  return asker;
}
Asker nobody() {
  auto asker = someone(Role::officer);
  asker.person = "";
  asker.units = {};
  return asker;
}

Subject of_service(std::string service) { return {"o.owner", "c.checker", "d.deputy", std::move(service), ""}; }

bool allows(May may, const Asker& asker, const Subject& subject) { return !why_not(may, asker, subject).any(); }

// How far a right goes: to everything, to the services within reach, to what names the person, or nowhere.
std::string how_far(May may, const Asker& asker) {
  if (why_not(may, asker).any()) return "no";
  if (allows(may, asker, of_service("HOUSING"))) return "all";
  if (allows(may, asker, of_service("WASTE"))) return "reach";
  auto owned = of_service("HOUSING"), checked = owned, deputised = owned;
  owned.owner = checked.checker = deputised.deputy = asker.person;
  std::string named;
  if (allows(may, asker, owned)) named += "owner ";
  if (allows(may, asker, deputised)) named += "deputy ";
  if (allows(may, asker, checked)) named += "checker ";
  return named.empty() ? "no" : named.substr(0, named.size() - 1);
}

std::string table_of_rights() {
  std::string table = "rule,nobody";
  for (const auto role : all_roles) table += "," + std::string(code(role));
  for (const auto& rule : rules()) {
    table += "\n" + std::string(code(rule.may)) + "," + how_far(rule.may, nobody());
    for (const auto role : all_roles) table += "," + how_far(rule.may, someone(role));
  }
  return table + "\n";
}

TEST(Rules, StandInTheOrderOfTheirNames) {
  for (std::size_t i = 0; i < rules().size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(rules()[i].may), i);
    EXPECT_EQ(read_may(code(rules()[i].may)), rules()[i].may);
  }
  EXPECT_EQ(rules().back().may, May::travel_in_time);
  EXPECT_EQ(read_may("fly"), std::nullopt);
}

TEST(Rules, SayWhoMayAndWhatToDoInstead) {
  for (const auto& rule : rules()) {
    EXPECT_FALSE(rule.what.empty()) << code(rule.may);
    EXPECT_FALSE(rule.who.empty()) << code(rule.may);
    EXPECT_TRUE(rule.may == May::sign_in || rule.instead.ends_with('.')) << code(rule.may);
  }
}

// A26: what each role may is shipped as this file says; whoever changes a right changes the file, and a reviewer sees it.
TEST(A26, EachRoleHasTheRightsOfTheFileAndNoOthers) {
  std::ifstream file(SOURCE_ROOT "/src/council/cases/may.csv");
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(table_of_rights(), expected.str());
}

TEST(Rules, LetNobodyInBeforeSignInWhereReadingIsForPeople) {
  for (const auto& rule : rules()) EXPECT_EQ(!why_not(rule.may, nobody()).any(), rule.may == May::sign_in) << code(rule.may);
  auto reader = nobody();
  reader.open_to_read = true;
  EXPECT_FALSE(why_not(May::read, reader).any());
  EXPECT_TRUE(why_not(May::see_entries, reader).any());
}

TEST(Rules, LetThisMachineBringInFilesOnlyUntilSomebodyCanSignIn) {
  auto asker = nobody();
  asker.at_this_machine = true;
  EXPECT_TRUE(why_not(May::bring_in_files, asker).any());
  asker.has_people = false;
  EXPECT_FALSE(why_not(May::bring_in_files, asker).any());
  asker.at_this_machine = false;
  EXPECT_TRUE(why_not(May::bring_in_files, asker).any());
}

TEST(Rules, LetOnlyADemoOnThisMachineTravelInTime) {
  for (const auto role : all_roles) {
    auto asker = someone(role);
    asker.at_this_machine = true;
    EXPECT_TRUE(why_not(May::travel_in_time, asker).any());
    asker.is_demo = true;
    EXPECT_FALSE(why_not(May::travel_in_time, asker).any());
    asker.at_this_machine = false;
    EXPECT_TRUE(why_not(May::travel_in_time, asker).any());
  }
}

TEST(ACover, GivesADeputyTheRightsOfThatPersonToFiguresAndNoOther) {
  auto deputy = someone(Role::officer);
  const auto subject = of_service("HOUSING");
  EXPECT_FALSE(allows(May::enter_figures, deputy, subject));
  deputy.covers = {"o.owner"};
  EXPECT_TRUE(allows(May::enter_figures, deputy, subject));
  EXPECT_TRUE(allows(May::see_entries, deputy, subject));
  EXPECT_FALSE(allows(May::check_figures, deputy, subject));
  EXPECT_TRUE(why_not(May::see_record, deputy).any());
}

TEST(ACover, GivesNothingToAMemberOrAnAuditor) {
  for (const auto role : {Role::portfolio_member, Role::scrutiny_member, Role::internal_audit}) {
    auto deputy = someone(role);
    deputy.covers = {"o.owner", "c.checker"};
    EXPECT_FALSE(allows(May::enter_figures, deputy, of_service("WASTE")));
    EXPECT_FALSE(allows(May::check_figures, deputy, of_service("WASTE")));
  }
}

TEST(AnIndicatorWithoutPeople, IsNobodysOwn) {
  EXPECT_FALSE(allows(May::enter_figures, someone(Role::officer), {"", "", "", "WASTE", ""}));
  EXPECT_FALSE(allows(May::check_figures, someone(Role::officer), {"", "", "", "WASTE", ""}));
}

TEST(ARefusal, SaysWhoMayAndWhatToDo) {
  EXPECT_EQ(why_not(May::see_record, someone(Role::officer)).all().front().sentence,
            "Internal audit, the performance team and administrators may read the record of who did what. Ask internal audit.");
}

}  // namespace
}  // namespace council
