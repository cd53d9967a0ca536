// Distribution lists through the whole program, on the demo's council: kept by the performance team, chosen for a
// report, and who may see them.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using tests::Ambleford;
using tests::Got;
using Fields = Ambleford::Fields;
using kit::Method;

const std::string secret = "clerk@hollowbrook-parish.example";

class DistributionLists : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got post(const std::string& path, Fields fields, const std::string& person = "i.greaves") {
    if (std::ranges::find(fields, "key", &Fields::value_type::first) == fields.end())
      fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  bool says(const Got& got, const std::string& words) { return got.body.find(words) != got.body.npos; }
  std::int64_t count(const std::string& query) {
    auto tx = council.db().read();
    return tx.number({"count", query, ""}).value_or(-1);
  }
  Ambleford council;
  int keys = 0;
};

TEST_F(DistributionLists, AreMadeChangedAndRemovedEachWithARowInTheRecord) {
  EXPECT_EQ(post("/reports/lists/new",
                 {{"seen", "0"}, {"name", "Press"}, {"people", "c.asante"}, {"outside", "News@Paper.example"}})
                .to,
            "/reports/lists");
  EXPECT_TRUE(says(get("/reports/lists"), "news@paper.example"));
  EXPECT_TRUE(says(get("/reports/lists/2"), "Change “Press”"));
  EXPECT_EQ(post("/reports/lists/2", {{"seen", "1"}, {"name", "Papers"}, {"people", ""}, {"outside", "desk@paper.example"}}).status, 303);
  EXPECT_FALSE(says(get("/reports/lists"), "news@paper.example"));
  const auto late = post("/reports/lists/2", {{"seen", "1"}, {"name", "Too late"}, {"people", ""}, {"outside", "late@paper.example"}});
  EXPECT_EQ(late.status, 422);
  EXPECT_TRUE(says(late, "Somebody has changed this list"));
  EXPECT_EQ(post("/reports/lists/2/remove", {{"seen", "2"}}).status, 303);
  EXPECT_EQ(get("/reports/lists/2").status, 404);
  EXPECT_FALSE(says(get("/reports/lists"), "Papers"));
  EXPECT_EQ(count("select count(*) from record where what like 'distribution list %' and subject in ('Press', 'Papers')"), 3);
  EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>{});
}

TEST_F(DistributionLists, TakeTheSameFormOnceHoweverOftenItIsSent) {
  const Fields fields = {{"key", "one"}, {"seen", "0"}, {"name", "Press"}, {"people", ""}, {"outside", "news@paper.example"}};
  for (int i = 0; i < 2; ++i) EXPECT_EQ(post("/reports/lists/new", fields).status, 303);
  EXPECT_EQ(count("select count(*) from distribution_list where name = 'Press'"), 1);
}

TEST_F(DistributionLists, SayBesideTheFieldWhatToDoAndKeepWhatWasTyped) {
  const auto got = post("/reports/lists/new", {{"seen", "0"},
                                               {"name", "Corporate scrutiny committee"},
                                               {"people", "Nobody Known"},
                                               {"outside", "not <b>an</b> address"}});
  EXPECT_EQ(got.status, 422);
  EXPECT_TRUE(says(got, "There is a list of that name already."));
  EXPECT_TRUE(says(got, "Nobody in the council is called “nobody known”."));
  EXPECT_TRUE(says(got, "is no e-mail address"));
  EXPECT_TRUE(says(got, ">Nobody Known</textarea>"));
  EXPECT_FALSE(says(got, "<b>an</b>"));
}

TEST_F(DistributionLists, AreChosenOnTheFormOfAReportAndNamedWhereItIsPublished) {
  EXPECT_TRUE(says(get("/reports/state-of-the-district/change"), "the list Corporate Scrutiny Committee"));
  const Fields form = {{"seen", "1"},
                       {"title", "State of the district"},
                       {"purpose", "How it does."},
                       {"audience", "Everyone"},
                       {"frequency", "half_yearly"},
                       {"list-1", "yes"}};
  EXPECT_EQ(post("/reports/state-of-the-district/change", form).status, 303);
  EXPECT_EQ(count("select count(*) from report_pack where code = 'state-of-the-district' and lists = '1'"), 1);
  EXPECT_TRUE(says(get("/reports/lists"), "State of the district"));
  const auto review = "/reports/state-of-the-district/2025-26-h1-edition-1";
  EXPECT_TRUE(says(get(review + std::string("/review")), "everybody on these lists: Corporate Scrutiny Committee."));
  EXPECT_EQ(post(review + std::string("/publish"), {}).status, 303);
  EXPECT_EQ(count("select count(*) from mail where key like 'report /reports/state%'"), 3);
  EXPECT_EQ(count("select count(*) from mail where address = '" + secret + "' and person = '' and plain like '%-edition-1/public%'"), 1);
  EXPECT_TRUE(says(get("/mail"), secret));
}

TEST_F(DistributionLists, AreSeenByThoseWhoKeepThemAlone) {
  for (const auto& who : tests::people) {
    const bool keeps = who.role == "performance_team" || who.role == "administrator";
    for (const auto* path : {"/reports/lists", "/reports/lists/1", "/mail"})
      EXPECT_EQ(get(path, who.person).is_refused(), !keeps) << path << " by " << who.role;
    EXPECT_EQ(says(get("/reports/lists", who.person), secret), keeps) << who.role;
    for (const auto* path :
         {"/reports", "/reports/quarterly", "/record", "/reports/state-of-the-district/2025-26-h1-edition-1/review"})
      EXPECT_FALSE(says(get(path, who.person), secret)) << path << " by " << who.role;
    if (!keeps) {
      EXPECT_TRUE(post("/reports/lists/1/remove", {{"seen", "1"}}, who.person).is_refused()) << who.role;
    }
  }
  EXPECT_TRUE(says(get("/reports/lists/1"), secret));
}

}  // namespace
}  // namespace app
