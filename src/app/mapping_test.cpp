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
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got post(const std::string& path, Ambleford::Fields fields, const std::string& person = "i.greaves") {
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }

  const Ambleford::Fields likely = {{"set", "Ambleford’s invented neighbours"},
                                    {"of", "Council tax collected in the year"},
                                    {"definition", "same"},
                                    {"years", "same"},
                                    {"unit", "same"},
                                    {"differs", ""},
                                    {"compare_with", "tier"}};
  Ambleford council;
  int keys = 0;
};

TEST_F(AMappedIndicator, SaysOnItsPageWhereTheCouncilStands) {
  const auto page = get("/indicators/GSE01");
  EXPECT_TRUE(says(page, "Compared with others"));
  EXPECT_TRUE(says(page, "of 15 councils in “Most like Ambleford”") || says(page, "councils in “Most like Ambleford”"))
      << page.body.substr(0, 400);
  EXPECT_TRUE(says(page, "/compare?set="));
  EXPECT_TRUE(says(get("/indicators/GSE01.json"), "\"compared\":{\"answer\":\"Ambleford: "));
  EXPECT_TRUE(says(get("/indicators/AFL10"), "so this is context and no comparison: The published figure counts adults of every age"));
  EXPECT_FALSE(says(get("/indicators/BBF01"), "Compared with others"));
}

TEST_F(AMappedIndicator, WarnsWhereOtherCouncilsPublishBetterFigures) {
  const auto page = get("/exceptions?sign=others");
  EXPECT_TRUE(says(page, "In the second quarter of 15 areas in 2024/25, a year before in the best quarter."));
  EXPECT_TRUE(says(page, "In the last quarter of 15 areas in 2024/25, a year before in the third quarter."));
  EXPECT_TRUE(says(get("/exceptions"), "is seen in both")) << "ours and theirs";
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
  const auto address = std::string("/compare/mapping/GSE01?set=Ambleford%E2%80%99s%20invented%20neighbours&of=") +
                       "Fly-tipping%20incidents";
  EXPECT_TRUE(says(get(address), "Figures in different units are never put side by side"));
  EXPECT_FALSE(says(get(address), "Put them side by side"));
  auto fields = likely;
  fields[1].second = fly_tips;
  EXPECT_EQ(post("/compare/mapping/GSE01", fields).status, 422);
}

TEST_F(AMappedIndicator, TakesWhatIsTypedForWordsAndNothingElse) {
  for (const std::string bad :
       {"' or 1=1 --", "%27%3B%20drop%20table%20indicator_mapping%3B--", "%24titles", "..%2F..%2Fgoldenthread.db",
        "read_csv('/etc/passwd')", "%3Cscript%3Ealert(1)%3C/script%3E"}) {
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

TEST_F(AMappedIndicator, IsComparedWithNeighboursOfTheCouncilsOwnChoice) {
  const std::string set = "Ambleford%E2%80%99s%20invented%20neighbours";
  const auto address = "/neighbours/compute?s1=" + set + "&t1=Residents%20aged%2065%20and%20over&w1=2&s2=" + set +
                       "&t2=Fly-tipping%20incidents&w2=1&g2=yes&most=5";
  EXPECT_EQ(get(address, "f.aziz").status, 403);
  EXPECT_TRUE(says(get(address), "Nearest by 2 features"));
  EXPECT_TRUE(says(get("/neighbours/compute?s1=" + set + "&t1=Fly-tipping%20incidents&w1=heavy"), "Type a weight above 0 and up to 100"));
  const Ambleford::Fields chosen = {{"s1", "Ambleford’s invented neighbours"},
                                    {"t1", "Residents aged 65 and over"},
                                    {"w1", "2"},
                                    {"s2", "Ambleford’s invented neighbours"},
                                    {"t2", "Fly-tipping incidents"},
                                    {"w2", "1"},
                                    {"most", "5"},
                                    {"name", "Rural and ageing"},
                                    {"starts", "2024-04-01"}};
  EXPECT_EQ(post("/neighbours/compute", chosen, "f.aziz").status, 403);
  EXPECT_EQ(post("/neighbours/compute", chosen).to, "/neighbours");
  const auto lists = get("/neighbours");
  EXPECT_TRUE(says(lists, "Computed from: Residents aged 65 and over (weight 2); Fly-tipping incidents."));
  EXPECT_TRUE(says(lists, "Near in"));
  EXPECT_TRUE(says(lists, "holds from 1 April 2024"));
  EXPECT_TRUE(says(get("/compare?of=Fly-tipping%20incidents&group=list:Rural%20and%20ageing"), "councils in “Rural and ageing”"));
  EXPECT_TRUE(says(get("/compare?of=Fly-tipping%20incidents&group=list:Rural%20and%20ageing&in=2022-04-01/P1Y"),
                   "does not hold for 2022/23: it holds from 1 April 2024."));
}

TEST_F(AMappedIndicator, HasItsStoryWrittenByWhoMay) {
  const std::string of = "set=Ambleford%E2%80%99s%20invented%20neighbours&of=Major%20planning%20applications%20decided%20in%20time";
  EXPECT_EQ(get("/compare/words?" + of, "f.aziz").status, 403);
  EXPECT_TRUE(says(get("/compare/words?" + of), "Extensions of time are agreed in writing"));
  const Ambleford::Fields words = {{"set", "Ambleford’s invented neighbours"},
                                   {"of", "Major planning applications decided in time"},
                                   {"in", "2024-04-01/P1Y"},
                                   {"seen", "1"},
                                   {"words", "One <b>late</b> decision in nine."}};
  EXPECT_EQ(post("/compare/words", words, "f.aziz").status, 403);
  auto stale = words;
  stale[3].second = "0";
  EXPECT_TRUE(says(post("/compare/words", stale), "Somebody has saved other words since."));
  EXPECT_EQ(post("/compare/words", words).status, 303);
  EXPECT_TRUE(says(get("/compare?" + of), "One &lt;b&gt;late&lt;/b&gt; decision in nine."));
  EXPECT_TRUE(says(get("/indicators/SAT07"), "One &lt;b&gt;late&lt;/b&gt; decision in nine."));
  EXPECT_FALSE(says(get("/compare?" + of + "&area=E06000909"), "decision in nine.")) << "the words are ours, not another council’s";
}

TEST_F(AMappedIndicator, SaysWhatItsGapIsWorthFromItsCounts) {
  const std::string of = "set=Ambleford%E2%80%99s%20invented%20neighbours&of=Major%20planning%20applications%20decided%20in%20time";
  EXPECT_TRUE(says(get("/compare?" + of), "At the middle of the others it would be "));
  EXPECT_TRUE(says(get("/compare?" + of), "Counts of every council"));
  EXPECT_TRUE(says(get("/compare.json?" + of), "\"against_the_group\":"));
  Ambleford::Fields counts = {{"set", "Ambleford’s invented neighbours"},
                              {"of", "Major planning applications decided in time"},
                              {"cases", "Fly-tipping incidents"},
                              {"out_of", "Residual household waste"},
                              {"measure", "share"},
                              {"multiplier", "100"}};
  EXPECT_EQ(post("/compare/counts", counts, "f.aziz").status, 403);
  EXPECT_TRUE(says(post("/compare/counts", counts), "These counts do not make the published figures"));
  counts[2].second = "' or 1=1 --";
  EXPECT_TRUE(says(post("/compare/counts", counts), "Choose one of this data set’s published indicators."));
}

TEST_F(AMappedIndicator, IsReadInTheYearsThatAreMeant) {
  EXPECT_EQ(get("/comparators/1/years", "f.aziz").status, 403);
  EXPECT_TRUE(says(get("/comparators/1/years"), "Nobody has said yet"));
  EXPECT_TRUE(says(post("/comparators/1/years", {{"meaning", "lunar"}, {"of", ""}}), "Choose what a year written alone means."));
  EXPECT_TRUE(says(post("/comparators/1/years", {{"meaning", "financial_to"}, {"of", "' or 1=1 --"}}), "Choose an indicator of this file"));
  EXPECT_EQ(post("/comparators/1/years", {{"meaning", "financial_to"}, {"of", ""}}).status, 303);
  EXPECT_TRUE(says(get("/comparators/1/years"), "Here it means the financial year that ended in it"));
  EXPECT_TRUE(says(get("/compare?of=Fly-tipping%20incidents"), "in 2024/25")) << "a year that says itself what it is stays so";
}

TEST_F(AMappedIndicator, LetsNoFilterReachBeyondThePublishedFigures) {
  for (const std::string bad : {"%27%20or%201%3D1%20--", "%27%3B%20copy%20arrived%20to%20%27%2Ftmp%2Fx%27%3B--",
                                "%24file", "..%2F..%2Fgoldenthread.db", "read_csv(%27%2Fetc%2Fpasswd%27)",
                                "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "list:%27%20union%20select%20password"}) {
    for (const std::string page : {"/compare?of=Fly-tipping%20incidents&", "/compare?", "/neighbours/compute?",
                                   "/neighbours/compute?w1=1&w2=1&", "/compare/mapping?"})
      for (const std::string field : {"set", "of", "words", "group", "area", "in", "order", "s1", "t1", "t2", "g1", "most"}) {
        const auto got = get(page + field + "=" + bad);
        EXPECT_LT(got.status, 500) << page << field << " " << bad;
        EXPECT_FALSE(says(got, "<script>alert(1)") || says(got, "root:") || says(got, "password_hash")) << page << field << " " << bad;
      }
  }
  EXPECT_TRUE(says(get("/compare?of=Fly-tipping%20incidents"), "Every council’s figure"));
}

TEST_F(AMappedIndicator, IsWhatWhoeverSetsATargetSees) {
  EXPECT_TRUE(says(get("/targets/SAT07"), "other councils lay between"));
}

}  // namespace
}  // namespace app
