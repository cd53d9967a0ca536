#include "work/owners.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "../../tests/support/stored.h"
#include "council/council_store.h"
#include "kit/csrf.h"
#include "kit/memory.h"
#include "work/owners_pages.h"

namespace work {
namespace {

using council::Role;
using indicator::Definition;

const kit::Moment now = *kit::Moment::parse("2025-07-10T09:00:00Z");
const auto lately = *kit::Moment::parse("2025-04-02T12:00:00Z"), long_ago = *kit::Moment::parse("2025-03-31T12:00:00Z");

Definition definition(indicator::IndicatorId id, const char* code, const char* owner, const char* checker, const char* service = "WASTE") {
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

std::vector<council::Person> people() {
  const auto person = [](const char* code, const char* name, Role role, bool gone = false) {
    return council::Person{code, name, "", "", role, "WASTE", {50}, gone};
  };
  return {person("p.shah", "Priya Shah", Role::officer), person("t.donnelly", "Teresa Donnelly", Role::head_of_service),
          person("l.left", "Lee Left", Role::officer, true)};
}

// One indicator, its people, and when they came.
struct Told {
  assess::Picture picture;
  SignIns sign_ins = {{"p.shah", {"active", lately}}, {"t.donnelly", {"active", lately}}};

  Told(const char* owner, const char* checker) {
    picture.council.people = people();
    picture.indicators.resize(1);
    picture.indicators[0] = {1, {definition(1, "W1", owner, checker)}};
    index(picture);
  }
  OwnersView view(Role role = Role::administrator) const {
    council::Asker asker;
    asker.has_people = true;
    asker.person = "x.boss";
    asker.role = role;
    asker.units = {"WASTE"};
    return owners(picture, sign_ins, asker, now);
  }
  std::string says(Role role = Role::administrator) const {
    std::string all;
    for (const auto& one : view(role).indicators)
      all += (all.empty() ? "" : " ") + one.why + ": " + one.what_to_do +
             (one.where.empty() ? "." : " (" + one.where + ").");
    return all;
  }
};

TEST(Owners, AreThereWhenBothCameLately) {
  Told told("p.shah", "t.donnelly");
  EXPECT_EQ(told.says(), "");
  EXPECT_EQ(told.view().lede, "The one indicator within your reach has an owner and a checker who are there.");
}

TEST(Owners, AreMissingWhenNobodyIsNamed) {
  EXPECT_EQ(Told("", "t.donnelly").says(), "No owner: Name somebody (/owners/W1).");
  EXPECT_EQ(Told("p.shah", "").says(), "No checker: Name somebody (/owners/W1).");
  EXPECT_EQ(Told("", "").says(), "No owner: Name somebody (/owners/W1). No checker: Name somebody (/owners/W1).");
  EXPECT_EQ(Told("no.such", "t.donnelly").says(), "No owner: Name somebody (/owners/W1).");
  EXPECT_EQ(Told("", "").view().lede, "1 of 1 indicator waits for somebody who is not there: the figure may not come, or not be checked.");
}

TEST(Owners, DoNotCheckWhatTheyEnter) {
  EXPECT_EQ(Told("p.shah", "p.shah").says(),
            "The owner is also the checker, and nobody checks what they entered: Name another checker (/owners/W1).");
}

TEST(Owners, AndCheckersMayHaveLeftOrBeSuspendedOrNeverHaveCome) {
  EXPECT_EQ(Told("l.left", "t.donnelly").says(), "The owner has left: Hand over (/hand-over?from=l.left).");
  EXPECT_EQ(Told("p.shah", "l.left").says(), "The checker has left: Hand over (/hand-over?from=l.left).");
  Told told("p.shah", "t.donnelly");
  told.sign_ins["t.donnelly"].state = "suspended";
  EXPECT_EQ(told.says(), "The checker’s account is suspended: Hand over, or let an administrator restore it (/hand-over?from=t.donnelly).");
  told.sign_ins["t.donnelly"] = {"invited", std::nullopt};
  EXPECT_EQ(told.says(), "The checker has never signed in: Invite them again (/people/t.donnelly).");
  told.sign_ins.erase("t.donnelly");
  EXPECT_EQ(told.says(), "The checker has no account: Invite them (/people/t.donnelly).");
}

// On 10 July the second quarter runs; whoever did not come since the first began has missed a whole one.
TEST(Owners, AreMissingWhenTheyHaveNotSignedInForAWholeCycle) {
  Told told("p.shah", "t.donnelly");
  told.sign_ins["p.shah"].at = long_ago;
  EXPECT_EQ(told.says(), "The owner last signed in on 31 March 2025: Ask them, or hand over (/hand-over?from=p.shah).");
  told.picture.indicators[0].definitions[0].frequency = calendar::Frequency::annual;  // a year is not over yet
  EXPECT_EQ(told.says(), "");
}

TEST(Owners, AreNotMissedWhereAFigureIsComputed) {
  Told told("", "");
  told.picture.indicators[0].definitions[0].computed_from = "W2 + W3";
  EXPECT_EQ(told.says(), "");
}

TEST(Owners, AreNotMissedWhereNobodyCanSignInYet) {
  Told told("p.shah", "t.donnelly");
  told.sign_ins.clear();
  EXPECT_EQ(told.says(), "");
}

// Chief officers see all of it, and are told whom to ask.
TEST(Owners, AreShownWithWhatEachReaderCanDo) {
  EXPECT_EQ(Told("", "t.donnelly").says(Role::corporate_leadership),
            "No owner: Ask the head of service, or the performance team, to name somebody.");
  EXPECT_EQ(Told("l.left", "t.donnelly").says(Role::internal_audit),
            "The owner has left: Ask the head of service, or the performance team, to hand over.");
  EXPECT_EQ(Told("l.left", "t.donnelly").says(Role::head_of_service), "The owner has left: Hand over (/hand-over?from=l.left).");
  EXPECT_EQ(Told("l.left", "t.donnelly").says(Role::officer), "");
  Told never("p.shah", "t.donnelly");
  never.sign_ins.erase("p.shah");
  EXPECT_EQ(never.says(Role::head_of_service), "The owner has no account: Ask an administrator to invite them.");
}

// The pages, on both databases.

class OwnersPages : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](kit::Transaction& tx, council::RecordId record) {
      council::add_units(
          tx,
          std::vector<council::Unit>{{council::Unit::Kind::service, "WASTE", "Waste", "", "", 0, {50}, false},
                                     {council::Unit::Kind::service, "HOMES", "Homes", "", "", 1, {50}, false}},
          record);
      council::add_people(tx, people(), record);
      for (const auto& [code, owner, service] : {std::tuple("W1", "", "WASTE"), std::tuple("H1", "l.left", "HOMES")}) {
        auto d = definition(indicator::add_indicator(tx, {50}, record), code, owner, "t.donnelly", service);
        d.at = {50};
        indicator::add_definitions(tx, std::span(&d, 1), record);
      }
    });
  }

  struct Got {
    int status = 0;
    std::string body;
    bool says(std::string_view words) const { return body.find(words) != std::string::npos; }
  };
  Got ask(kit::Method method, const std::string& indicator, Role role,
          std::vector<std::pair<std::string, std::string>> form = {}, const char* format = "html") {
    kit::Memory memory{1 << 20};
    council::Desk desk{*db, memory, now, {}, "", ""};
    desk.asker.has_people = true;
    desk.asker.person = "x.boss";
    desk.asker.role = role;
    desk.asker.units = {"WASTE"};
    const auto key = kit::ServerKey::in_folder(folder.path);
    desk.key = &key;
    kit::Request asked;
    asked.method = method;
    asked.format = format;
    asked.form = std::move(form);
    asked.path_values = {{"indicator", indicator}};
    const auto route = std::ranges::find_if(owners_routes(), [&](const auto& one) {
      return one.method == method && one.pattern == (indicator.empty() ? "/owners" : "/owners/{indicator}");
    });
    auto reply = route->answer(asked, desk);
    if (auto* response = std::get_if<kit::Response>(&reply)) return {response->status, response->body ? *response->body : ""};
    const auto& page = std::get<parts::Page>(reply);
    return {page.status, page.body.written()};
  }
};
INSTANTIATE_TEST_SUITE_P(On, OwnersPages, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

using kit::Method;

TEST_P(OwnersPages, ListWhatWaitsForNobodyWithinReach) {
  const auto all = ask(Method::get, "", Role::corporate_leadership, {}, "json");
  EXPECT_TRUE(all.says("2 of 2 indicators wait for somebody who is not there")) << all.body;
  const auto own = ask(Method::get, "", Role::head_of_service, {}, "csv");
  EXPECT_TRUE(own.says("W1") && !own.says("H1")) << own.body;
  EXPECT_TRUE(ask(Method::get, "", Role::head_of_service).says("/owners/W1"));
}

TEST_P(OwnersPages, NameAnOwnerOnceAndAreDone) {
  const std::vector<std::pair<std::string, std::string>> form = {
      {"key", "one"}, {"owner", "p.shah"}, {"checker", "t.donnelly"}, {"deputy", ""}};
  EXPECT_EQ(ask(Method::post, "W1", Role::head_of_service, form).status, 303);
  EXPECT_EQ(ask(Method::post, "W1", Role::head_of_service, form).status, 303);  // sent twice
  EXPECT_TRUE(ask(Method::get, "W1", Role::head_of_service, {}, "json").says("\"owner\":\"p.shah\""));
  EXPECT_FALSE(ask(Method::get, "", Role::head_of_service, {}, "csv").says("W1"));
  auto tx = db->read();
  EXPECT_EQ(council::find_records(tx, {.what = "owner"}, 10).size(), 1u);
}

TEST_P(OwnersPages, RefuseWithTheFieldAndAnotherServicesIndicatorAsIfItWereNotThere) {
  const auto refused = ask(Method::post, "W1", Role::head_of_service, {{"key", "two"}, {"owner", "p.shah"}, {"checker", "p.shah"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Nobody checks what they entered."));
  const auto others = ask(Method::get, "H1", Role::head_of_service), unknown = ask(Method::get, "X9", Role::head_of_service);
  EXPECT_EQ(others.status, 404);
  EXPECT_EQ(others.body, unknown.body);
  EXPECT_EQ(ask(Method::post, "H1", Role::head_of_service, {{"key", "three"}, {"owner", "p.shah"}, {"checker", "t.donnelly"}}).status, 404);
}

}  // namespace
}  // namespace work
