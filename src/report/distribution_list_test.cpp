#include "report/distribution_list.h"

#include <gtest/gtest.h>

namespace report {
namespace {

using council::Role;
const kit::Moment now{1000};

council::Asker team() {
  council::Asker asker;
  asker.person = "i.greaves";
  asker.role = Role::performance_team;
  return asker;
}

council::Council small_council() {
  council::Council council;
  council.people = {{"c.crane", "Cora Crane", "Councillor", "C.Crane@small.example", Role::scrutiny_member, "", {50}, false},
                    {"f.aziz", "Farid Aziz", "Officer", "f.aziz@small.example", Role::officer, "", {50}, false},
                    {"j.one", "Jo Twin", "Officer", "j.one@small.example", Role::officer, "", {50}, false},
                    {"j.two", "Jo Twin", "Officer", "j.two@small.example", Role::officer, "", {50}, false},
                    {"l.gone", "Lee Left", "Officer", "l.gone@small.example", Role::officer, "", {50}, true}};
  return council;
}

kit::Verdict<DistributionList> typed_list(const TypedList& typed, const std::vector<DistributionList>& all = {},
                                          const council::Asker& by = team()) {
  return change_list({}, typed, all, small_council(), by, now);
}

std::string fields(const kit::Verdict<DistributionList>& verdict) {
  std::string fields;
  for (const auto& one : verdict.refusals().all()) fields += (fields.empty() ? "" : " ") + (one.field.empty() ? "-" : one.field);
  return fields;
}

TEST(ADistributionList, TakesPeopleByNameOrAddressAsAMailProgramCopiesThem) {
  const auto list =
      typed_list({"Committee", "Cora Crane\r\nFARID AZIZ <F.Aziz@small.example>; j.two@small.example\n\ncora crane\n",
                  " Clerk@Parish.example \nnews@paper.example; clerk@parish.example\n"});
  ASSERT_TRUE(list) << fields(list);
  EXPECT_EQ(list->people, (std::vector<std::string>{"c.crane", "f.aziz", "j.two"}));
  EXPECT_EQ(list->outside, (std::vector<std::string>{"clerk@parish.example", "news@paper.example"}));
  EXPECT_EQ(list->edition, 1);
  EXPECT_EQ(list->by, "i.greaves");
}

TEST(ADistributionList, IsShownAsItCanBeTypedAgain) {
  const auto list = *typed_list({"Committee", "Cora Crane\nj.two@small.example", "clerk@parish.example"});
  const auto shown = typed(list, small_council());
  EXPECT_EQ(shown.people, "Cora Crane\nj.two@small.example\n") << "a name that two share says nothing";
  const auto again = typed_list(shown);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->people, list.people);
  EXPECT_EQ(again->outside, list.outside);
}

TEST(ADistributionList, SaysWhatIsWrongWithEachLine) {
  EXPECT_EQ(fields(typed_list({"", "", ""})), "name");
  EXPECT_EQ(fields(typed_list({"Empty", " \n", ""})), "people");
  EXPECT_EQ(fields(typed_list({"A", "Jo Twin", ""})), "people") << "which of the two";
  EXPECT_EQ(fields(typed_list({"A", "Lee Left\nNobody Known", ""})), "people people");
  EXPECT_EQ(fields(typed_list({"A", "", "not an address\nx@y\nclerk@parish.example"})), "outside outside");
  EXPECT_EQ(fields(typed_list({"A", "", "c.crane@SMALL.example"})), "outside") << "she belongs among the people";
  EXPECT_EQ(fields(typed_list({std::string(81, 'x'), "Cora Crane", ""})), "name");
  std::string many;
  for (int i = 0; i <= 200; ++i) many += "a" + std::to_string(i) + "@b.example\n";
  EXPECT_EQ(fields(typed_list({"A", "", many})), "outside");
}

TEST(ADistributionList, HasANameOfItsOwnUnlessTheOtherWasRemoved) {
  DistributionList other{4, 1, "Committee", {"c.crane"}, {}, false, "", {}};
  EXPECT_EQ(fields(typed_list({"COMMITTEE", "Cora Crane", ""}, {other})), "name");
  EXPECT_TRUE(change_list(other, {"Committee", "Cora Crane", ""}, {other}, small_council(), team(), now)) << "its own name";
  other.gone = true;
  EXPECT_TRUE(typed_list({"Committee", "Cora Crane", ""}, {other}));
}

TEST(ADistributionList, IsKeptByThePerformanceTeamAndAdministratorsAlone) {
  for (const auto role :
       {Role::officer, Role::service_manager, Role::head_of_service, Role::corporate_leadership, Role::portfolio_member,
        Role::scrutiny_member, Role::performance_team, Role::internal_audit, Role::administrator}) {
    auto asker = team();
    asker.role = role;
    const bool may = role == Role::performance_team || role == Role::administrator;
    EXPECT_EQ(bool(typed_list({"A", "Cora Crane", ""}, {}, asker)), may) << council::code(role);
    EXPECT_EQ(bool(remove_list({4, 1, "A", {}, {}, false, "", {}}, asker, now)), may) << council::code(role);
  }
}

TEST(ADistributionList, HoldsNobodyOnceItIsRemoved) {
  const auto removed = remove_list({4, 2, "A", {"c.crane"}, {"clerk@parish.example"}, false, "", {}}, team(), now);
  ASSERT_TRUE(removed);
  EXPECT_TRUE(removed->gone && removed->people.empty() && removed->outside.empty());
  EXPECT_EQ(removed->edition, 3);
}

TEST(APublishedEdition, ReachesEachReaderOnce) {
  Pack pack;
  pack.readers = {Role::scrutiny_member};
  pack.lists = {1, 2, 3, 9};
  const std::vector<DistributionList> all = {
      {1, 1, "One", {"c.crane", "f.aziz", "l.gone"}, {"clerk@parish.example"}, false, "", {}},
      {2,
       1,
       "Two",
       {"f.aziz"},
       {"clerk@parish.example", "c.crane@small.example", "j.one@small.example"},
       false,
       "",
       {}},
      {3, 2, "Removed", {"j.two"}, {"old@paper.example"}, true, "", {}},
      {4, 1, "Not chosen", {"j.two"}, {"other@paper.example"}, false, "", {}}};
  const auto council = small_council();
  const auto who = recipients(pack, all, council);
  std::string people;
  for (const auto* person : who.people) people += person->code + " ";
  EXPECT_EQ(people, "c.crane f.aziz ") << "who has left hears nothing";
  EXPECT_EQ(who.outside, (std::vector<std::string>{"clerk@parish.example", "j.one@small.example"})) << "Cora Crane is told as a person";
  EXPECT_EQ(list_names(all, pack), "One, Two");
}

}  // namespace
}  // namespace report
