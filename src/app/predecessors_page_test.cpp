// The past of the councils before, through the whole program: brought in, looked at, saved, and read with its marks.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;
using tests::Got;

class ThePastBefore : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got bring(const std::string& figures, const std::string& mapping, const std::string& reason, const std::string& person = "i.greaves") {
    std::vector<kit::UploadedFile> files;
    if (!figures.empty()) files.push_back({"figures", "before.csv", figures});
    if (!mapping.empty()) files.push_back({"mapping", "mapping.csv", mapping});
    return council.ask(Method::post, "/import/predecessors", person, Ambleford::By::cookie, {{"reason", reason}, {"successor", ""}}, files);
  }
  Got save(const std::string& check) {
    return council.ask(Method::post, "/import/save", "i.greaves", Ambleford::By::cookie, {{"upload", check.substr(check.find('=') + 1)}});
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  // The first reference that the example names.
  static std::string code_in(const std::string& csv) {
    const auto row = csv.find("\r\n") + 2;
    std::string_view rest = std::string_view(csv).substr(row);
    for (int i = 0; i < 3; ++i) rest.remove_prefix(rest.find(',') + 1);
    return std::string(rest.substr(0, rest.find(',')));
  }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }

  Ambleford council;
};

TEST_F(ThePastBefore, IsShownFirstThenSavedAndKeepsItsMarks) {
  const auto figures = get("/import/predecessors/figures.csv").body, mapping = get("/import/predecessors/mapping.csv").body;
  const auto check = bring(figures, mapping, "Past of the two districts.");
  ASSERT_EQ(check.status, 303) << check.body;
  const auto preview = get(check.to);
  for (const auto* words : {"What is added up", "Percentages are never averaged", "Average of theirs, not used", "60% of Amber County",
                            "Apportioned", "Incomplete", "Westford has no figure: 1 of 2 have one", "Nothing is saved yet."})
    EXPECT_TRUE(says(preview, words)) << words;
  const auto code = code_in(figures);
  EXPECT_FALSE(says(get("/indicators/" + code), "Added up from Eastford and Westford."));

  const auto saved = save(check.to);
  ASSERT_EQ(saved.status, 303);
  EXPECT_TRUE(says(get(saved.to), "Why: Past of the two districts."));
  const auto page = get("/indicators/" + code);
  EXPECT_TRUE(says(page, "Added up from Eastford and Westford."));
  EXPECT_TRUE(says(page, "href=\"/help/predecessors\""));
  EXPECT_TRUE(says(get("/indicators/" + code + ".csv"), ",exact,"));
  EXPECT_TRUE(says(get("/export/figures.csv"), ",apportioned,"));
}

TEST_F(ThePastBefore, OverwritesNothingThatWasReportedAndSavesNothingByHalves) {
  const auto check =
      bring("predecessor,year,measure,numerator_or_value,denominator\nA,March 2020,BBF09,1,2\nA,September 2025,BBF09,1,2\n",
            "", "To try.");
  const auto refused = get(check.to);
  EXPECT_TRUE(says(refused, "before.csv, row 3, column period")) << refused.body.substr(refused.body.find("<main"));
  EXPECT_TRUE(says(refused, "Nothing was saved."));
  EXPECT_TRUE(says(refused, "href=\"/import/predecessors\""));
  EXPECT_EQ(save(check.to).status, 200) << "refused again";
  EXPECT_FALSE(says(get("/export/figures.csv"), ",exact,"));
}

TEST_F(ThePastBefore, AsksForFiguresAndAReason) {
  const auto empty = bring("", "", "");
  EXPECT_EQ(empty.status, 400);
  EXPECT_TRUE(says(empty, "Choose the file with the figures of the councils before."));
  EXPECT_TRUE(says(empty, "Say why they are brought in."));
  EXPECT_TRUE(says(get("/import"), "href=\"/import/predecessors\""));
}

TEST_F(ThePastBefore, IsBroughtInOnlyByWhoeverBringsInFiles) {
  EXPECT_EQ(get("/import/predecessors", "f.aziz").status, 403);
  EXPECT_EQ(bring("x", "", "To try.", "f.aziz").status, 403);
  EXPECT_EQ(get("/import/predecessors/figures.csv", "c.crane").status, 403);
}

}  // namespace
}  // namespace app
