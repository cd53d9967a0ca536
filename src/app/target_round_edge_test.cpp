// A round of targets from December to April, through the whole program.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"
#include "compare/comparator_store.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;
using tests::Got;

class ARoundOfAmbleford : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got post(const std::string& deed, const std::string& person, Ambleford::Fields fields) {
    fields.emplace_back("year", "2026-27");
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, "/targets/" + deed, person, Ambleford::By::cookie, fields);
  }
  Got propose(const std::string& value, const std::string& person = "f.aziz") {
    return post("BBF09/propose", person,
                {{"kind", "flat"},
                 {"value", value},
                 {"because", "benchmark"},
                 {"rationale", "Where the best quarter of councils is."}});
  }
  std::int64_t number(const std::string& query) {
    auto tx = council.db().read();
    return tx.number({"number", query, ""}).value_or(-1);
  }
  std::int64_t target_of_bbf09() {
    return number(
        "select value from target where year = 2026 and indicator = (select indicator from definition where code = 'BBF09')");
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }
  Ambleford council;
  int keys = 0;
};

TEST_F(ARoundOfAmbleford, CanBePreparedBeforeItOpens) {
  EXPECT_TRUE(says(get("/targets"), "The round opens on 1 December 2025."));
  const auto bench = get("/targets/BBF07", "c.crane");
  EXPECT_TRUE(says(bench, "A target of 75.0% for 2026/27 is unlikely to be met ("));
  EXPECT_TRUE(says(bench, "The targets of the last two years were all missed."));
  EXPECT_TRUE(says(bench, "Look at 75.0%"));
  EXPECT_FALSE(says(bench, "Fill in"));
  EXPECT_EQ(propose("80").status, 422);
  EXPECT_TRUE(says(propose("80"), "The round for 2026/27 opens on 1 December 2025."));
}

TEST_F(ARoundOfAmbleford, KeepsTheDaysThatTheCouncilHasChosen) {
  const auto change = [&](Ambleford::Fields fields, const std::string& person = "i.greaves") {
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, "/calendar/targets", person, Ambleford::By::cookie, fields);
  };
  EXPECT_TRUE(says(get("/calendar"), "28 February 2026"));
  EXPECT_TRUE(says(get("/calendar/targets"), "the end of February"));
  EXPECT_EQ(change({{"opens", "3 November"},
                    {"challenge_from", "1 December"},
                    {"agreed_by", "31 January"},
                    {"seals", "15 April"}},
                   "f.aziz")
                .status,
            403);
  EXPECT_TRUE(says(
      change({{"opens", "soon"}, {"challenge_from", "1 December"}, {"agreed_by", "31 January"}, {"seals", "15 April"}}),
      "Type a day and a month, such as 1 December."));
  EXPECT_TRUE(says(
      change(
          {{"opens", "1 March"}, {"challenge_from", "1 February"}, {"agreed_by", "31 January"}, {"seals", "15 April"}}),
      "follow each other within a year"));
  EXPECT_EQ(change({{"opens", "3 November"},
                    {"challenge_from", "1 December"},
                    {"agreed_by", "31 January"},
                    {"seals", "15 April"}})
                .status,
            303);
  EXPECT_TRUE(says(get("/targets"), "Targets are proposed now, and challenged from 1 December 2025."));
  EXPECT_TRUE(says(get("/calendar"), "15 April 2026"));
  EXPECT_TRUE(says(get("/calendar.json"), "\"seals\":\"2026-04-14T23:00:00Z\""));
  EXPECT_TRUE(says(get("/calendar.ics"), "DTSTART;VALUE=DATE:20260415"));
  EXPECT_EQ(propose("80").status, 303);
  council.it_is("2026-04-10T10:00:00Z");
  EXPECT_TRUE(
      says(get("/targets"), "The last day to agree was 31 January 2026. What is agreed is sealed on 15 April 2026."))
      << "the year has begun, and its round is not over";
}

TEST_F(ARoundOfAmbleford, IsProposedChallengedAgreedAndSealed) {
  council.it_is("2025-12-08T10:00:00Z");
  EXPECT_TRUE(says(get("/targets"), "Not yet: 0 of "));
  EXPECT_TRUE(says(get("/targets/BBF09", "f.aziz"), "Fill in "));
  EXPECT_TRUE(says(get("/targets/BBF09?target=80", "f.aziz"), "A target of 80.0% for 2026/27 "));
  EXPECT_EQ(get("/targets/BBF09?target=eighty", "f.aziz").status, 422);
  EXPECT_EQ(propose("80").status, 303);
  EXPECT_TRUE(says(get("/targets/BBF09"), "Proposed 80.0%."));

  EXPECT_EQ(post("BBF09/agree", "f.aziz", {{"step", "agree"}, {"seen", "1"}}).status, 403);
  EXPECT_EQ(post("BBF09/challenge", "c.crane", {{"words", "Why?"}}).status, 404) << "not within reach";
  EXPECT_EQ(post("BBF09/challenge", "p.shah", {{"words", "Is there money for it?"}}).status, 303);
  EXPECT_TRUE(says(get("/targets/BBF09"), "a challenge waits for an answer"));
  const auto early = post("BBF09/agree", "e.thorne", {{"step", "agree"}, {"seen", "1"}});
  EXPECT_TRUE(says(early, "A challenge has not been answered."));
  EXPECT_EQ(post("BBF09/challenge", "f.aziz", {{"words", "Two more psychologists begin in April."}}).status, 303);
  EXPECT_EQ(post("BBF09/agree", "e.thorne", {{"step", "agree"}, {"seen", "1"}}).status, 303);
  EXPECT_EQ(post("BBF09/agree", "i.greaves", {{"step", "agree"}, {"seen", "1"}}).status, 422) << "it is agreed already";
  EXPECT_EQ(number("select count(*) from mail where person = 'f.aziz' and subject like '%Annual reviews%'"), 2) << "challenged, and agreed";
  EXPECT_EQ(target_of_bbf09(), -1) << "nothing counts before the seal";

  EXPECT_TRUE(
      says(council.ask(Method::post, "/targets/seal", "i.greaves", Ambleford::By::cookie, {{"year", "2026-27"}}),
           "Not every target is agreed: 1 agreed"));
  council.it_is("2026-03-02T10:00:00Z");
  EXPECT_TRUE(says(get("/targets"), "Seal the targets of 2026/27"));
  EXPECT_FALSE(says(get("/targets", "e.thorne"), "Seal the targets of 2026/27"));
  EXPECT_EQ(council.ask(Method::post, "/targets/seal", "i.greaves", Ambleford::By::cookie, {{"year", "2026-27"}}).status, 303);
  EXPECT_EQ(target_of_bbf09(), 800'000);
  EXPECT_TRUE(says(propose("90"), "The targets for 2026/27 are sealed."));
  EXPECT_TRUE(says(get("/targets"), "The targets for 2026/27 are sealed: 1 of "));
  EXPECT_TRUE(says(get("/targets.json"), "\"stage\":\"sealed\""));
}

TEST_F(ARoundOfAmbleford, GivesBackWithAReasonAndTakesAProposalBack) {
  council.it_is("2026-01-12T10:00:00Z");
  EXPECT_EQ(propose("60").status, 303);
  EXPECT_EQ(post("BBF09/agree", "e.thorne", {{"step", "give_back"}, {"seen", "1"}}).status, 422);
  EXPECT_EQ(post("BBF09/agree", "e.thorne", {{"step", "give_back"}, {"seen", "1"}, {"said", "The trend says more."}}).status, 303);
  EXPECT_TRUE(says(get("/targets/BBF09", "f.aziz"), "It came back to the SEND reviews officer."));
  EXPECT_EQ(propose("65").status, 303);
  EXPECT_EQ(post("BBF09/withdraw", "p.shah", {{"seen", "3"}}).status, 422) << "only whoever proposed it";
  EXPECT_EQ(post("BBF09/withdraw", "f.aziz", {{"seen", "3"}}).status, 303);
  EXPECT_TRUE(says(get("/targets/BBF09"), "Nothing has been proposed yet"));
}

TEST_F(ARoundOfAmbleford, KeepsWhatWasTypedBesideWhatIsWrong) {
  council.it_is("2025-12-08T10:00:00Z");
  const auto odd = post("BBF09/propose", "f.aziz", {{"kind", "flat"}, {"value", "7.5"}, {"because", "trend"}, {"rationale", "As before."}});
  EXPECT_EQ(odd.status, 422);
  EXPECT_TRUE(says(odd, "is a tenth of the target of 2025/26"));
  EXPECT_TRUE(says(odd, "It is right as typed"));
  EXPECT_TRUE(says(odd, "7.5"));
  EXPECT_EQ(
      post("BBF09/propose", "f.aziz",
           {{"kind", "flat"}, {"value", "7.5"}, {"because", "trend"}, {"rationale", "As before."}, {"sure", "yes"}})
          .status,
      303);
}

TEST_F(ARoundOfAmbleford, OffersWhatOtherCouncilsHave) {
  auto tx = council.db().write();
  const auto record = council::record(tx, {{1}, "tests", "import", "published.csv", "", "others"}).id;
  std::vector<compare::ComparatorFigure> figures;
  std::vector<compare::Area> areas;
  for (const int value : {60, 64, 68, 72, 76}) {
    areas.push_back({"E0800000" + std::to_string(value % 10), "Area " + std::to_string(value)});
    figures.push_back({"Annual reviews of education, health and care plans done on time",
                       "Percentage",
                       "",
                       areas.back().code,
                       calendar::Period::year({2023}),
                       value,
                       "",
                       {1}});
  }
  compare::add_areas(tx, areas, {1}, record);
  compare::add_comparator_figures(tx, figures, record);
  tx.commit();
  { auto done = std::move(tx); }
  const auto bench = get("/targets/BBF09");
  EXPECT_TRUE(says(bench, "5 other councils lay between 60.0% and 76.0% in 2023/24."));
  EXPECT_TRUE(says(bench, "The best quarter of other councils"));
  EXPECT_TRUE(says(bench, "Look at 72.0%"));
}

TEST_F(ARoundOfAmbleford, LeavesOutWhatNeverHasATarget) {
  EXPECT_TRUE(says(get("/targets.csv"), "BBF09"));
  std::string contextual;
  auto tx = council.db().read();
  tx.each({"contextual", "select code from definition where kind = 'contextual' limit 1", ""}, {}, "t",
          [&](const kit::Row& row) { contextual = row.text(0); });
  { auto done = std::move(tx); }
  ASSERT_FALSE(contextual.empty());
  EXPECT_FALSE(says(get("/targets.csv"), contextual + ","));
  EXPECT_TRUE(says(get("/targets/" + contextual), "which never has a target"));
}

}  // namespace
}  // namespace app
