#include "compare/mapping.h"

#include <gtest/gtest.h>

namespace compare {
namespace {

using indicator::Polarity;

indicator::Definition ours(std::string unit = "%", Polarity polarity = Polarity::high_good) {
  indicator::Definition d;
  d.title = "Household waste recycled", d.unit = std::move(unit), d.polarity = polarity;
  return d;
}
PublishedIndicator theirs(std::string unit = "%", std::optional<Polarity> polarity = Polarity::high_good) {
  return {"Household waste recycled: Percentage", std::move(unit), polarity};
}
const TypedMapping all_same{"same", "same", "same", "", "list:CIPFA"};

std::string said(const kit::Verdict<Mapping>& verdict) {
  std::string all;
  if (!verdict)
    for (const auto& each : verdict.refusals().all()) all += each.field + ": " + each.sentence + "\n";
  return all;
}

TEST(MappingAnIndicator, IsRememberedAsTheNextEdition) {
  const auto own = ours();
  const auto published = theirs();
  const auto mapped = map({own, published, 1.0},
                          {.indicator = 7, .edition = 2, .gone = true, .series = {"Waste", published.title}}, all_same);
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->edition, 3);
  EXPECT_FALSE(mapped->gone);
  EXPECT_TRUE(mapped->is_like_with_like());
  EXPECT_EQ(mapped->compare_with, "list:CIPFA");
}

TEST(MappingAnIndicator, AsksEachQuestion) {
  const auto own = ours();
  const auto published = theirs();
  EXPECT_EQ(
      said(map({own, published, {}}, {}, {})),
      "definition: Say whether both count the same thing in the same way.\nyears: Say whether both are of the same sort of year.\nunit: Say whether both are written in the same unit.\n");
  EXPECT_EQ(said(map({own, published, {}}, {}, {"differs", "same", "same", "", ""})),
            "differs: Say how they differ: readers see it before the comparison.\n");
  const auto mapped = map({own, published, {}}, {}, {"differs", "same", "same", "Theirs leaves out garden waste.", ""});
  ASSERT_TRUE(mapped);
  EXPECT_FALSE(mapped->is_like_with_like());
  EXPECT_EQ(said(map({own, published, {}}, {}, {"same", "same", "differs", "", ""})),
            "unit: Figures in different units are never put side by side. Choose another published indicator.\n");
}

TEST(MappingAnIndicator, IsRefusedInAnotherUnit) {
  const auto own = ours("");
  const auto published = theirs("%");
  EXPECT_EQ(
      why_never({own, published, {}}),
      std::vector<std::string>{
          "Ours is counted in a count, the published one in “%”. Figures in different units are never put side by side: choose another published indicator."});
  const auto share = ours("%");
  const PublishedIndicator untold{"Household waste", "", {}};
  EXPECT_EQ(why_never({share, untold, {}}).size(), 1u);
  const auto count = ours("");
  EXPECT_TRUE(why_never({count, untold, {}}).empty());
  const PublishedIndicator in_words{"Household waste", "Percentage", {}};
  EXPECT_TRUE(why_never({share, in_words, {}}).empty()) << "the same unit, spelt out";
}

TEST(MappingAnIndicator, IsRefusedWhereTheOtherDirectionIsGood) {
  const auto own = ours();
  const auto published = theirs("%", Polarity::low_good);
  EXPECT_EQ(
      why_never({own, published, {}}),
      std::vector<std::string>{
          "With us higher is better, in the published file lower: one counts what went well and the other what did not. Choose another published indicator, or propose a new definition of ours."});
  const auto untold = theirs("%", std::nullopt);
  EXPECT_TRUE(why_never({own, untold, {}}).empty());
}

TEST(MappingAnIndicator, IsRefusedToAnotherScale) {
  const auto own = ours();
  const auto published = theirs();
  const std::vector<AreaFigure> of_ours = {{"A", calendar::Period::year({2022}), 52, {}, {}, ""},
                                           {"A", calendar::Period::year({2023}), 54, {}, {}, ""}};
  const std::vector<AreaFigure> of_theirs = {{"A", calendar::Period::year({2022}), 0.52, {}, {}, ""},
                                             {"B", calendar::Period::year({2022}), 52, {}, {}, ""},
                                             {"A", calendar::Period::year({2023}), 0.54, {}, {}, ""}};
  const auto times = times_of(of_ours, of_theirs, "A");
  ASSERT_TRUE(times);
  EXPECT_NEAR(*times, 100, 1e-9);
  EXPECT_EQ(
      why_never({own, published, times}),
      std::vector<std::string>{
          "For the same periods our own figures are about 100 times as large as the published ones for us: the two are written to different scales. Choose one that is written as ours is."});
  EXPECT_FALSE(times_of(of_ours, of_theirs, "C"));
  EXPECT_TRUE(why_never({own, published, 1.02}).empty());
}

TEST(LikelyPairs, AreFoundByTheirWords) {
  const TitleWords own("Household waste recycled, reused and composted");
  EXPECT_DOUBLE_EQ(own.likeness(TitleWords("Composted, recycled and reused: household waste")), 1);
  EXPECT_GT(own.likeness(TitleWords("Recycled household wastes")), likely);
  EXPECT_EQ(own.likeness(TitleWords("Children in care")), 0);
  EXPECT_EQ(own.likeness(TitleWords("")), 0);
}

}  // namespace
}  // namespace compare
