// The pages about the quality of figures, on both databases: from entries that were stored to what each person is told.
#include "work/quality_pages.h"

#include <algorithm>

#include "../../tests/support/stored.h"
#include "collect/control_store.h"
#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "council/council_store.h"
#include "kit/memory.h"

namespace work {
namespace {

using calendar::Period;
using collect::Stage;
using council::Role;

const kit::Moment now = *kit::Moment::parse("2025-07-30T09:00:00Z");

class QualityPages : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](kit::Transaction& tx, council::RecordId record) {
      council::add_units(
          tx,
          std::vector<council::Unit>{{council::Unit::Kind::service, "S1", "Waste", "", "", 0, {50}, false},
                                     {council::Unit::Kind::service, "S2", "Homes", "", "", 1, {50}, false}},
          record);
      for (const auto& [code, service] : {std::pair("W1", "S1"), std::pair("W2", "S1"), std::pair("H1", "S2")})
        add_one(tx, code, service, record);
    });
  }

  // W1 came back once and was entered late; W2 was on time; of H1 nothing came.
  void add_one(kit::Transaction& tx, const std::string& code, const std::string& service, council::RecordId record) {
    indicator::Definition d;
    d.indicator = indicator::add_indicator(tx, {50}, record);
    d.at = *kit::Moment::parse("2025-03-01T09:00:00Z");
    d.applies_from = kit::Date::of(2025, 4, 1);
    d.code = code;
    d.title = "Title of " + code;
    d.service = service;
    d.owner = "owner";
    d.least = kit::Decimal::whole(0);
    indicator::add_definitions(tx, std::span(&d, 1), record);
    if (code == "H1") return;
    std::vector<collect::Entry> all;
    const auto step = [&](Stage stage, const char* at) {
      collect::Entry entry;
      entry.indicator = d.indicator;
      entry.period = Period::quarter({2025}, 1);
      entry.edition = static_cast<std::int32_t>(all.size()) + 1;
      entry.stage = stage;
      entry.value = kit::Decimal::whole(92);
      entry.entered_by = entry.by = "owner";
      entry.answers = {{"outside_usual", "92 is above", "It is right"}};
      entry.at = *kit::Moment::parse(at);
      all.push_back(entry);
    };
    step(Stage::entered, code == "W1" ? "2025-07-24T09:00:00Z" : "2025-07-21T09:00:00Z");
    if (code == "W1") step(Stage::returned, "2025-07-25T09:00:00Z");
    collect::add_entries(tx, all, record);
    if (code == "W2")
      collect::add_control(tx,
                           {d.indicator, 1, kit::Date::of(2025, 6, 3), collect::ControlCheck::Result::unsound,
                            "No method", "audit", now},
                           record);
  }

  // What somebody is told at an address of the list or of one indicator.
  kit::Response told(Role role, const std::string& indicator,
                     std::vector<std::pair<std::string, std::string>> query = {}, const std::string& format = "json") {
    kit::Memory memory{1 << 20};
    council::Desk desk{*db, memory, now, {}, "", ""};
    desk.asker.has_people = true;
    desk.asker.person = "someone";
    desk.asker.role = role;
    desk.asker.units = {"S1"};
    kit::Request asked;
    asked.format = format;
    asked.query = std::move(query);
    asked.path_values = {{"indicator", indicator}};
    const auto route = std::ranges::find(quality_routes(), indicator.empty() ? "/quality" : "/quality/{indicator}",
                                         &council::Route::pattern);
    auto reply = route->answer(asked, desk);
    if (auto* response = std::get_if<kit::Response>(&reply)) return *response;
    kit::Response page;
    page.status = std::get<parts::Page>(reply).status;
    page.body = std::make_shared<const std::string>(std::get<parts::Page>(reply).body.written());
    return page;
  }
  std::string order(Role role, std::vector<std::pair<std::string, std::string>> query = {}) {
    const auto body = *told(role, "", std::move(query)).body;
    std::string all;
    for (auto at = body.find("\"indicator\":\""); at != body.npos; at = body.find("\"indicator\":\"", at + 1))
      all += body.substr(at + 13, 2) + " ";
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(On, QualityPages, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

bool says(const kit::Response& response, std::string_view words) { return response.body->find(words) != std::string::npos; }

TEST_P(QualityPages, PutTheWorstFirstWithinReach) {
  EXPECT_EQ(order(Role::corporate_leadership), "H1 W1 W2 ");
  EXPECT_EQ(order(Role::service_manager), "W1 W2 ");
  EXPECT_TRUE(says(
      told(Role::corporate_leadership, ""),
      "0 of 3 indicators have nothing to look at. 2 of 3 figures that were due are there. Two came late or have not come and one was returned by the checker."));
}

TEST_P(QualityPages, AreNarrowedByServiceAndByWhatIsWrong) {
  EXPECT_EQ(order(Role::corporate_leadership, {{"service", "S2"}}), "H1 ");
  EXPECT_EQ(order(Role::corporate_leadership, {{"what", "late"}}), "H1 W1 ");
  EXPECT_EQ(order(Role::corporate_leadership, {{"what", "control"}}), "W2 ");
  EXPECT_EQ(order(Role::corporate_leadership, {{"what", "no such thing"}}), "");
  EXPECT_EQ(order(Role::service_manager, {{"service", "S2"}}), "");
}

TEST_P(QualityPages, SayOfOneIndicatorWhatWasFound) {
  const auto w1 = told(Role::service_manager, "W1");
  EXPECT_TRUE(says(w1, "Of its one period, one came late. It came 3 days late.")) << *w1.body;
  EXPECT_TRUE(says(w1, "The checker returned an entry once (2025/26 Q1).")) << *w1.body;
  EXPECT_TRUE(says(w1, "One figure was outside what it usually shows, and the officer said why.")) << *w1.body;
  EXPECT_TRUE(says(told(Role::internal_audit, "W2"), "Internal audit found it not sound on 3 June 2025."));
  EXPECT_TRUE(says(told(Role::internal_audit, "H1"), "It is 9 days late so far."));
  EXPECT_TRUE(says(told(Role::service_manager, "W1", {}, "html"), "3 days late"));
  EXPECT_TRUE(says(told(Role::service_manager, "W1", {}, "csv"), "period,due,figure,came,days_late,changed,returned,warnings"));
}

// A figure on its way is nobody's to read here: only that it came.
TEST_P(QualityPages, DoNotTellAFigureThatIsOnItsWay) {
  for (const char* format : {"json", "csv", "html"}) EXPECT_FALSE(says(told(Role::corporate_leadership, "W2", {}, format), "92")) << format;
  EXPECT_TRUE(says(told(Role::corporate_leadership, "W2"), "On its way"));
}

TEST_P(QualityPages, SayTheSameOfWhatIsOutOfReachAndOfWhatIsNotThere) {
  const auto others = told(Role::service_manager, "H1", {}, "html"), unknown = told(Role::service_manager, "ZZZ", {}, "html");
  EXPECT_EQ(others.status, 404);
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(*others.body, *unknown.body);
}

}  // namespace
}  // namespace work
