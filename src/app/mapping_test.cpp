// An indicator beside the published one, through the whole program.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;
using tests::Got;

constexpr const char* fly_tips = "Fly-tipping incidents";

class AMappedIndicator : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") { return council.ask(Method::get, path, person, Ambleford::By::cookie); }
  Got post(const std::string& path, Ambleford::Fields fields, const std::string& person = "i.greaves") {
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }

  const Ambleford::Fields likely = {{"set", "Ambleford’s invented neighbours"}, {"of", "Council tax collected in the year"}, {"definition", "same"}, {"years", "same"}, {"unit", "same"}, {"differs", ""}, {"compare_with", "tier"}};
  Ambleford council;
  int keys = 0;
};

TEST_F(AMappedIndicator, SaysOnItsPageWhereTheCouncilStands) {
  const auto page = get("/indicators/GSE01");
  EXPECT_TRUE(says(page, "Compared with others"));
  EXPECT_TRUE(says(page, "of 15 councils in “Most like Ambleford”") || says(page, "councils in “Most like Ambleford”")) << page.body.substr(0, 400);
  EXPECT_TRUE(says(page, "/compare?set="));
  EXPECT_TRUE(says(get("/indicators/GSE01.json"), "\"compared\":{\"answer\":\"Ambleford: "));
  EXPECT_TRUE(says(get("/indicators/AFL10"), "so this is context and no comparison: The published figure counts adults of every age"));
  EXPECT_FALSE(says(get("/indicators/BBF01"), "Compared with others"));
}

TEST_F(AMappedIndicator, IsMappedOnceByWhoeverBringsInFiles) {
  EXPECT_EQ(get("/compare/mapping/MPS31", "f.aziz").status, 403);
  const auto look = get("/compare/mapping/MPS31");
  EXPECT_TRUE(says(look, "This indicator stands beside no published one yet."));
  EXPECT_TRUE(says(look, "Council tax collected in the year"));
  EXPECT_EQ(post("/compare/mapping/MPS31", likely, "f.aziz").status, 403);
  auto untold = likely;
  untold[2].second = "";
  EXPECT_TRUE(says(post("/compare/mapping/MPS31", untold), "Say whether both count the same thing in the same way."));
  EXPECT_EQ(post("/compare/mapping/MPS31", likely).to, "/compare/mapping");
  EXPECT_TRUE(says(get("/indicators/MPS31"), "Compared with others"));
  EXPECT_TRUE(says(get("/compare/mapping/MPS31"), "A later file of that data set is used by itself."));
  EXPECT_EQ(post("/compare/mapping/MPS31/take-back", {}).status, 303);
  EXPECT_FALSE(says(get("/indicators/MPS31"), "Compared with others"));
}

TEST_F(AMappedIndicator, IsRefusedInAnotherUnit) {
  const auto address = std::string("/compare/mapping/GSE01?set=Ambleford%E2%80%99s%20invented%20neighbours&of=") + "Fly-tipping%20incidents";
  EXPECT_TRUE(says(get(address), "Figures in different units are never put side by side"));
  EXPECT_FALSE(says(get(address), "Put them side by side"));
  auto fields = likely;
  fields[1].second = fly_tips;
  EXPECT_EQ(post("/compare/mapping/GSE01", fields).status, 422);
}

TEST_F(AMappedIndicator, TakesWhatIsTypedForWordsAndNothingElse) {
  for (const std::string bad : {"' or 1=1 --", "%27%3B%20drop%20table%20indicator_mapping%3B--", "%24titles", "..%2F..%2Fgoldenthread.db", "read_csv('/etc/passwd')", "%3Cscript%3Ealert(1)%3C/script%3E"}) {
    for (const std::string field : {"words", "set", "of"}) {
      const auto got = get("/compare/mapping/GSE01?" + field + "=" + bad);
      EXPECT_EQ(got.status, 200) << field << " " << bad;
      EXPECT_FALSE(says(got, "<script>alert(1)")) << field;
      EXPECT_FALSE(says(got, "root:")) << field;
    }
    auto fields = likely;
    fields[0].second = fields[1].second = bad;
    EXPECT_EQ(post("/compare/mapping/MPS31", fields).status, 422) << bad;
    fields = likely;
    fields.back().second = "list:" + bad;
    EXPECT_EQ(post("/compare/mapping/MPS31", fields).status, 422) << bad;
  }
  EXPECT_TRUE(says(get("/indicators/GSE01"), "Compared with others"));
}

TEST_F(AMappedIndicator, IsWhatWhoeverSetsATargetSees) {
  EXPECT_TRUE(says(get("/targets/SAT07"), "other councils lay between"));
}

}  // namespace
}  // namespace app
