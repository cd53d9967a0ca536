// Reports of one thing through the whole program, on the demo's council: who reads what of it, in which forms, and how it becomes a
// report that runs by itself. And the covering paper on one form.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"

namespace app {
namespace {

using tests::Ambleford;
using tests::Got;
using Fields = Ambleford::Fields;
using kit::Method;

class AReportOfOneThing : public testing::Test {
 protected:
  static void SetUpTestSuite() { council = std::make_unique<Ambleford>(); }
  static void TearDownTestSuite() { council.reset(); }
  static Got get(const std::string& path, const std::string& person = "c.crane") {
    return council->ask(Method::get, path, person, Ambleford::By::cookie);
  }
  static Got post(const std::string& path, const Fields& fields, const std::string& person = "i.greaves") {
    return council->ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  static bool says(const Got& got, const std::string& words) { return got.body.find(words) != got.body.npos; }
  static std::int64_t count(const std::string& query) {
    auto tx = council->db().read();
    return tx.number({"count", query, ""}).value_or(-1);
  }
  static inline std::unique_ptr<Ambleford> council;
};

TEST_F(AReportOfOneThing, OfAnIndicatorIsReachedFromItsPageAndTellsAllOfIt) {
  EXPECT_TRUE(says(get("/indicators/BBF09"), "href=\"/indicators/BBF09/report\""));
  const auto page = get("/indicators/BBF09/report");
  for (const auto* words :
       {"How it stands", "Signal or chance", "Golden thread", "Every period", "Definition", "Full edition"})
    EXPECT_TRUE(says(page, words)) << words;
  EXPECT_TRUE(get("/indicators/BBF09/report.csv").body.starts_with("period,figure,figure_shown"));
  EXPECT_TRUE(get("/indicators/BBF09/report.xlsx").body.starts_with("PK"));
  EXPECT_TRUE(get("/indicators/BBF09/report.json").body.starts_with("{"));
  EXPECT_EQ(get("/indicators/BBF09/report.pdf").to, "/indicators/BBF09/report/files/pdf");
}

TEST_F(AReportOfOneThing, IsReadInFullByMembersAndInItsPublicFormByOthers) {
  EXPECT_TRUE(says(get("/indicators/BBF09/report?form=public"), "Public edition"));
  EXPECT_TRUE(says(get("/indicators/BBF09/report", "f.aziz"), "Public edition"));
  EXPECT_EQ(get("/indicators/MGT04/report", "f.aziz").status, 404) << "the council does not publish it";
  EXPECT_FALSE(says(get("/indicators/MGT04", "f.aziz"), "/indicators/MGT04/report"));
  EXPECT_EQ(get("/indicators/MGT04/report").status, 200);
  EXPECT_EQ(get("/indicators/ZZZ99/report").status, 404);
}

TEST_F(AReportOfOneThing, LooksFromTheMomentThatIsAskedFor) {
  const auto then = get("/indicators/BBF09/report?as-at=2025-07-31");
  EXPECT_TRUE(says(then, "as at the end of 31 July 2025"));
  EXPECT_TRUE(says(then, "/indicators/BBF09/report.pdf?as-at=2025-07-31")) << "its files look from the same moment";
  EXPECT_FALSE(says(then, "October 2025"));
}

TEST_F(AReportOfOneThing, OfADirectorateReadsMoneyAndPerformanceTogether) {
  EXPECT_TRUE(says(get("/services/PLACE"), "/services/PLACE/report"));
  const auto page = get("/services/PLACE/report");
  for (const auto* words : {"Finance and performance: ", "Money", "What needs attention"}) EXPECT_TRUE(says(page, words)) << words;
  EXPECT_EQ(get("/services/WASTE/report").status, 404) << "a service is in the report of its directorate";
  EXPECT_FALSE(says(get("/services/WASTE"), "/services/WASTE/report"));
}

TEST_F(AReportOfOneThing, BecomesOneThatRunsByItself) {
  EXPECT_TRUE(says(get("/indicators/BBF09/report", "i.greaves"), "/reports/new?from=indicator%3ABBF09"));
  EXPECT_FALSE(says(get("/indicators/BBF09/report"), "/reports/new"));
  EXPECT_TRUE(says(get("/reports/new?from=indicator%3ABBF09", "i.greaves"), "value=\"bbf09\""));
  const auto made = post("/reports/new", {{"key", "single"},
                                          {"from", "indicator:BBF09"},
                                          {"code", "bbf09"},
                                          {"title", "Plans"},
                                          {"purpose", ""},
                                          {"audience", "The board"},
                                          {"frequency", "monthly"}});
  EXPECT_EQ(made.to, "/reports/bbf09/change");
  const auto change = get("/reports/bbf09/change", "i.greaves");
  for (const auto* section : {"How it stands", "Every period", "Signal or chance"}) EXPECT_TRUE(says(change, section)) << section;
  EXPECT_TRUE(says(get("/reports/bbf09/preview", "i.greaves"), "Every period"));
}

// -- the covering paper -------------------------------------------------------------------------------------------------

TEST_F(AReportOfOneThing, ACoveringPaperIsWrittenOnOneForm) {
  const auto page = get("/reports/quarterly/2025-26-q2-edition-1/paper", "i.greaves");
  EXPECT_EQ(page.status, 200);
  for (const auto* words : {"The table in front", "Recommendations", "What is asked of the committee", "Implications",
                            "Legal and governance", "This edition is signed off."})
    EXPECT_TRUE(says(page, words)) << words;
  EXPECT_EQ(get("/reports/leadership/2025-26-q2-edition-1/paper", "i.greaves").status, 404) << "it has no paper";
  EXPECT_FALSE(says(page, "Save and go on writing"));
  EXPECT_TRUE(get("/reports/quarterly/2025-26-q2-edition-1/paper").is_refused());
  const auto before = count("select count(*) from report_words");
  const auto late =
      post("/reports/quarterly/2025-26-q2-edition-1/paper",
           {{"key", "paper"}, {"paper.issues", "Too late."}, {"paper.issues-exempt", "0"}, {"paper.issues-seen", ""}});
  EXPECT_EQ(late.status, 422);
  EXPECT_TRUE(says(late, "This edition is signed off. Its words change with a second run."));
  EXPECT_TRUE(says(late, "Too late.")) << "what was typed stays";
  EXPECT_EQ(count("select count(*) from report_words"), before);
}

}  // namespace
}  // namespace app
