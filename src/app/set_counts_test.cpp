// The numbers of a committee's paper on its set of indicators (source 001), as they come out of the demo's council: counted by the rule
// that counts every council's, from definitions, lineage and the plan.
#include <gtest/gtest.h>

#include <map>

#include "app/ambleford_test.h"
#include "kit/json.h"

namespace app {
namespace {

using tests::Ambleford;
using Numbers = std::vector<std::string>;

class TheSetOf2025 : public testing::Test {
 protected:
  static void SetUpTestSuite() { council = std::make_unique<Ambleford>(); }
  static void TearDownTestSuite() { council.reset(); }
  static std::string get(const std::string& path) { return council->ask(kit::Method::get, path, "i.greaves", Ambleford::By::cookie).body; }
  static kit::Json json(const std::string& path) {
    const auto got = council->ask(kit::Method::get, path, "i.greaves", Ambleford::By::cookie);
    EXPECT_EQ(got.status, 200) << path;
    auto read = kit::read_json(got.body);
    EXPECT_TRUE(read) << path;
    return read ? *read : kit::Json{};
  }
  static inline std::unique_ptr<Ambleford> council;
};

std::string text(const kit::Json& view, std::string_view name) {
  const auto* found = view.find(name);
  return found ? found->text : "";
}
Numbers numbers(const kit::Json& view, std::initializer_list<const char*> names) {
  Numbers all;
  for (const auto* name : names) all.push_back(text(view, name));
  return all;
}

// The table of that name in a document, its cells as they are read.
std::vector<Numbers> table(const kit::Json& document, std::string_view name) {
  std::vector<Numbers> rows;
  for (const auto& part : document.find("parts")->items)
    for (const auto& block : part.find("blocks")->items) {
      if (text(block, "name") != name || !block.find("rows")) continue;
      for (const auto& row : block.find("rows")->items) {
        auto& made = rows.emplace_back();
        for (const auto& cell : row.find("cells")->items) made.push_back(text(cell, "text"));
      }
    }
  return rows;
}

const std::vector<Numbers> by_commitment_and_section = {{"Active, fulfilled lives", "9", "18", "0", "27"},
                                                        {"Better, brighter futures", "17", "16", "0", "33"},
                                                        {"Connected communities", "0", "1", "2", "3"},
                                                        {"Greener, sustainable environment", "0", "14", "0", "14"},
                                                        {"Modern public services", "6", "3", "36", "45"},
                                                        {"Safe and thriving places", "11", "34", "0", "45"},
                                                        {"Total", "43", "86", "38", "167"}};

TEST_F(TheSetOf2025, CameFromTheYearBeforeAsThePaperSays) {
  const auto set = json("/set.json?year=2025/26");
  EXPECT_EQ(numbers(set, {"total", "year_before", "added", "from_splitting", "removed"}), (Numbers{"167", "186", "20", "1", "40"}));
  EXPECT_NE(get("/set?year=2025/26").find("167 = 186 + 20 new + 1 from splitting − 40 removed or merged"), std::string::npos);
}

TEST_F(TheSetOf2025, CountsByCommitmentAndSectionAsThePaperDoes) {
  std::vector<Numbers> rows;
  const auto set = json("/set.json?year=2025/26");
  for (const auto& row : set.find("rows")->items)
    if (!text(row, "code").empty()) rows.push_back(numbers(row, {"title", "core", "service", "organisational_health", "total"}));
  auto wanted = by_commitment_and_section;
  wanted.pop_back();
  EXPECT_EQ(rows, wanted);
}

TEST_F(TheSetOf2025, Has27IndicatorsChangedInAnotherWayEachWithItsReason) {
  std::map<std::string, int> changes;
  const auto set = json("/set.json?year=2025/26");
  for (const auto& change : set.find("changes")->items) {
    ++changes[text(change, "change")];
    EXPECT_GT(text(change, "reason").size() + text(change, "detail").size(), 10u) << text(change, "indicator");
  }
  EXPECT_EQ(changes["Redefined"] + changes["Renumbered"] + changes["Moved"], 27);
  EXPECT_EQ(changes["Removed"], 39);  // and two that were merged into one
}

TEST_F(TheSetOf2025, GrewByEightInTheCoreAndShrankElsewhere) {
  const auto page = get("/set?year=2025/26");
  for (const auto* before : {"35", "104", "47"})
    EXPECT_NE(page.find("data-label=\"2024/25\">" + std::string(before) + "<"), std::string::npos) << before;
}

TEST_F(TheSetOf2025, StandsSoInTheReportOfTheYear) {
  const auto document = json("/reports/annual-set/2024-25-edition-1.json");
  EXPECT_EQ(table(document, "counts_by_section"), by_commitment_and_section);
  const auto flow = table(document, "counts_from_the_year_before");
  ASSERT_FALSE(flow.empty());
  EXPECT_EQ(flow.back(), (Numbers{"Total", "186", "20", "1", "−39", "−1", "0", "167"}));
  EXPECT_EQ(
      text(document, "answer"),
      "The 2025/26 set holds 167 indicators: 43 core, 86 of services and 38 of organisational health. The year before it held 186: 167 = 186 + 20 new + 1 from splitting − 40 removed or merged.");
}

}  // namespace
}  // namespace app
