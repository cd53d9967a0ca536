// The record, deputies and hand-over as their readers meet them, through the whole program.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;
using tests::Got;

class Asked : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person) { return council.ask(Method::get, path, person, Ambleford::By::cookie); }
  Got post(const std::string& path, const std::string& person, const Ambleford::Fields& fields) {
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  std::int64_t number(const std::string& query) {
    auto tx = council.db().read();
    return tx.number({"number", query, ""}).value_or(-1);
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }
  Ambleford council;
};

class AskingForTheRecord : public Asked {};
class NamingADeputy : public Asked {
 protected:
  const Ambleford::Fields deputy = {
      {"key", "k1"}, {"deputy", "f.aziz"}, {"first_day", "2025-11-24"}, {"last_day", "2025-12-01"}, {"reason", ""}};
};
class HandingOver : public Asked {};

TEST_F(AskingForTheRecord, ShowsWhoDidWhatAndFollowsEachRow) {
  EXPECT_TRUE(says(get("/record", "l.whitfield"), "Entries: October 2025"));
  EXPECT_TRUE(says(get("/record/1", "l.whitfield"), "It stands as it was written"));
  EXPECT_TRUE(says(get("/record/1.json", "l.whitfield"), "\"holds\":true"));
  EXPECT_EQ(get("/record/9999", "l.whitfield").status, 404);
  EXPECT_EQ(get("/record/x", "l.whitfield").status, 404);
}

TEST_F(AskingForTheRecord, FiltersAndSaysWhatIsNoDay) {
  EXPECT_TRUE(says(get("/record?what=import", "l.whitfield"), "Record 1"));
  EXPECT_TRUE(says(get("/record?who=nobody", "l.whitfield"), "No record fits."));
  const auto wrong = get("/record?from=yesterday", "l.whitfield");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_TRUE(says(wrong, "‘yesterday’ is not a day."));
}

TEST_F(AskingForTheRecord, RecordsEachExportOnce) {
  const auto out = post("/record/export", "l.whitfield", {{"key", "e1"}, {"what", "import"}});
  EXPECT_EQ(out.status, 200);
  EXPECT_TRUE(out.body.starts_with("number,at,who,name,job,what"));
  post("/record/export", "l.whitfield", {{"key", "e1"}, {"what", "import"}});
  EXPECT_EQ(number("select count(*) from record where what = 'export' and who = 'l.whitfield' and moves = 0"), 1);
}

TEST_F(AskingForTheRecord, ShowsStoredScriptAsText) {
  auto tx = council.db().write();
  council::Deed deed{{1763974900}, "p.shah", "note", "BBF09", "<script>alert(1)</script>", "xss"};
  deed.moves = council::Moves::nothing;
  deed.particulars.became = "=HYPERLINK(1)";
  council::record(tx, std::move(deed));
  tx.commit();
  EXPECT_FALSE(says(get("/record", "l.whitfield"), "<script>alert"));
  EXPECT_TRUE(says(get("/record.csv", "l.whitfield"), "'=HYPERLINK(1)"));
}

TEST_F(NamingADeputy, LetsTheDeputyEnterFromThenOnAndOnlyUntilItEnds) {
  const auto page = "/my-figures/BBF02/2025-10";  // p.kavanagh's, of another service
  EXPECT_NE(get(page, "f.aziz").status, 200);
  auto fields = deputy;
  fields.emplace_back("person", "p.kavanagh");
  EXPECT_EQ(post("/cover", "f.aziz", fields).status, 403);
  EXPECT_EQ(post("/cover", "e.thorne", fields).status, 403);  // head of another service
  EXPECT_EQ(post("/cover", "i.greaves", fields).to, "/cover");
  EXPECT_EQ(get(page, "f.aziz").status, 200);
  EXPECT_EQ(post("/cover/3/end", "f.aziz", {{"key", "k2"}}).status, 403);  // sees it, and may not end it
  EXPECT_EQ(post("/cover/3/end", "p.shah", {{"key", "k2"}}).status, 404);
  EXPECT_EQ(post("/cover/3/end", "i.greaves", {{"key", "k2"}}).status, 303);
  EXPECT_NE(get(page, "f.aziz").status, 200);
}

TEST_F(NamingADeputy, HappensOnceHoweverOftenTheFormIsSent) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(post("/cover", "p.shah", deputy).status, 303);
  EXPECT_EQ(number("select count(*) from cover where person = 'p.shah'"), 1);
  EXPECT_EQ(number("select count(*) from record where what = 'deputy' and who = 'p.shah'"), 1);
}

TEST_F(HandingOver, ChangesOwnersInOneStepAndReadsSoAfterwards) {
  EXPECT_TRUE(says(get("/hand-over?from=f.aziz", "e.thorne"), "BBF09"));
  const Ambleford::Fields fields = {{"key", "h1"}, {"from", "f.aziz"}, {"to", "o.madeley"}, {"take-BBF09", "yes"}};
  EXPECT_EQ(post("/hand-over", "e.thorne", fields).to, "/hand-over?from=f.aziz");
  EXPECT_EQ(post("/hand-over", "e.thorne", fields).status, 303);
  EXPECT_EQ(number("select count(*) from definition where code = 'BBF09' and owner = 'o.madeley'"), 1);
  EXPECT_TRUE(says(get("/hand-over", "i.greaves"), "1 indicator from"));
  EXPECT_NE(get("/my-figures/BBF09/2025-10", "f.aziz").status, 500);
}

TEST_F(HandingOver, IsAllOrNothing) {
  const auto refused =
      post("/hand-over", "e.thorne",
           {{"key", "h1"}, {"from", "f.aziz"}, {"to", "o.madeley"}, {"take-BBF09", "yes"}, {"take-SAT03", "yes"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(says(refused, "not yours to hand over"));
  EXPECT_EQ(number("select count(*) from definition where code = 'BBF09' and owner = 'o.madeley'"), 0);
  EXPECT_EQ(number("select count(*) from record where what = 'hand-over'"), 0);
}

}  // namespace
}  // namespace app
