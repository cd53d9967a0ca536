#include "assess/target_offers.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace assess {
namespace {

using told::exact;
using told::Period;
using told::Story;

constexpr calendar::FinancialYear next{2026};

// Monthly percentages from April 2022 to October 2025, in ordinary variation about 70.
struct Steady : Story {
  int month = 2022 * 12 + 3;
  explicit Steady(int months = 43) : Story("2025-11-24") {
    auto& d = definition();
    d.frequency = told::Frequency::monthly;
    d.aggregation = indicator::Aggregation::mean_of_snapshots;
    d.least = exact(0);
    d.most = exact(100);
    static constexpr double moves[] = {0, 2, -1, 1, -2, 0, 1, -1, 2, -2, 1, -1, 0};
    for (int i = 0; i < months; ++i) figure({month++, 1}, 70 + moves[i % 13]);
    for (const int year : {2023, 2024, 2025}) target(year, 75);
  }
  TargetFacts facts(Others others = {}) {
    index(picture);
    return target_facts(picture, kept(), next, std::move(others));
  }
  static indicator::Target flat(double value) {
    indicator::Target t;
    t.year = next;
    t.value = exact(value);
    return t;
  }
  TargetMeaning of(double value) { return meaning(facts(), flat(value)); }
  bool says(double value, const std::string& words) {
    const auto meant = of(value);
    return std::ranges::any_of(meant.remarks, [&](const auto& one) { return one.find(words) != std::string::npos; });
  }
  std::map<std::string, Offer> menu(Others others = {}, int step = usual_step) {
    std::map<std::string, Offer> all;
    for (auto& offer : offers(facts(std::move(others)), step)) all.emplace(offer.code, offer);
    return all;
  }
};

TEST(ATarget, IsToldWithItsChanceInANumberAndInWords) {
  Steady story;
  const auto even = story.of(70);
  ASSERT_TRUE(even.chance);
  EXPECT_NEAR(*even.chance, 0.5, 0.16);
  EXPECT_TRUE(even.sentence.starts_with("A target of 70.0% for 2026/27 has about an even chance (")) << even.sentence;
  EXPECT_NE(even.sentence.find("%): the year as a whole is expected to come to "), std::string::npos) << even.sentence;
  EXPECT_TRUE(story.of(60).sentence.starts_with("A target of 60.0% for 2026/27 is very likely to be met (more than 99%)"));
  EXPECT_TRUE(story.of(80).sentence.starts_with("A target of 80.0% for 2026/27 is very unlikely to be met (less than 1%)"));
  story.definition().polarity = indicator::Polarity::low_good;
  EXPECT_TRUE(story.of(60).sentence.find("very unlikely") != std::string::npos);
  EXPECT_NEAR(*story.of(70).chance, 0.5, 0.16);
}

TEST(ATarget, InsideTheLimitsIsHitAndMissedByChance) {
  Steady story;
  const auto meant = story.of(71);
  EXPECT_TRUE(meant.is_inside_noise);
  EXPECT_TRUE(story.says(71, "It lies inside the noise: as things go, months lie between "));
  EXPECT_TRUE(story.says(71, "of ten months and missed in the others")) << testing::PrintToString(meant.remarks);
  EXPECT_FALSE(story.of(60).is_inside_noise);
  EXPECT_TRUE(story.says(60, "The process meets this target consistently"));
  EXPECT_FALSE(story.of(80).is_inside_noise);
  EXPECT_TRUE(story.says(80, "No target beyond that is reached until something is changed"));
  story.definition().polarity = indicator::Polarity::low_good;
  EXPECT_TRUE(story.says(60, "until something is changed"));
  EXPECT_TRUE(story.says(80, "consistently"));
}

TEST(ATarget, IsNotHeldAgainstAProcessThatIsChanging) {
  Steady story(36);
  for (const double figure : {75.0, 76.0, 77.0, 78.0, 79.0, 80.0, 81.0}) story.figure({story.month++, 1}, figure);
  EXPECT_TRUE(story.says(76, "Something is changing"));
  EXPECT_FALSE(story.says(76, "noise: as things go, months"));
  EXPECT_FALSE(story.menu().contains("promise")) << "only a stable process promises something";
}

TEST(ATarget, WithinARangeIsMetBetweenItsEnds) {
  Steady story;
  story.definition().polarity = indicator::Polarity::in_range;
  indicator::Target range;
  range.year = next;
  range.kind = indicator::TargetKind::range;
  range.low = exact(60);
  range.high = exact(80);
  EXPECT_GT(*meaning(story.facts(), range).chance, 0.99);
  range.low = exact(70);
  EXPECT_NEAR(*meaning(story.facts(), range).chance, 0.5, 0.16);
  EXPECT_TRUE(meaning(story.facts(), range).is_inside_noise);
  EXPECT_TRUE(meaning(story.facts(), range).sentence.starts_with("A target of 70.0% to 80.0% for 2026/27"));
  EXPECT_TRUE(story.menu().empty());
}

TEST(ATarget, OfASnapshotIsToldOfTheYearsEnd) {
  Steady story;
  story.definition().aggregation = indicator::Aggregation::snapshot;
  EXPECT_NE(story.of(70).sentence.find("by the end of the year it is expected to stand at "), std::string::npos);
}

TEST(ATarget, SaysWhyThereIsNoChance) {
  Steady story(2);
  const auto meant = story.of(70);
  EXPECT_FALSE(meant.chance);
  EXPECT_TRUE(meant.sentence.starts_with("A target of 70.0% for 2026/27 has no chance that can be worked out. ")) << meant.sentence;
  EXPECT_TRUE(story.menu().contains("hold_target"));
}

TEST(ASum, IsToldWithWhatItAsksForEachMonth) {
  Story story("2025-11-24");
  story.monthly_sum();
  for (int i = 0; i < 43; ++i) story.figure({2022 * 12 + 3 + i, 1}, i == 40 ? 44 : 30 + i % 3);
  auto& before = story.target(2025, 360);
  before.kind = indicator::TargetKind::linear;
  index(story.picture);
  auto target = before;
  target.year = next;
  target.value = exact(420);
  const auto meant = meaning(target_facts(story.picture, story.kept(), next), target);
  EXPECT_TRUE(std::ranges::any_of(meant.remarks, [](const auto& one) {
    return one.starts_with(
        "It asks for 35 homes a month. The last 12 months averaged 32 homes, and the best month was 44 homes.");
  })) << testing::PrintToString(meant.remarks);
  EXPECT_LT(*meant.chance, 0.1) << "a year of about 372";
}

TEST(TheMenu, HoldsImprovesComparesAndPromises) {
  Steady story;
  const auto menu = story.menu({{60, 62, 64, 66, 68, 70, 72}, "2023/24"});
  EXPECT_EQ(menu.at("hold_target").value, 75);
  EXPECT_NEAR(menu.at("hold_outturn").value, 70, 0.3);
  EXPECT_EQ(menu.at("hold_outturn").label, "Hold what 2024/25 came to");
  EXPECT_NEAR(menu.at("better").value, menu.at("hold_outturn").value * 1.05, 0.1);
  EXPECT_EQ(menu.at("best_quartile").value, 69) << "type 7, as in Excel";
  EXPECT_EQ(menu.at("median").value, 66);
  EXPECT_EQ(menu.at("median").because, "benchmark");
  EXPECT_EQ(menu.at("median").why, "It is the median of 7 other councils in 2023/24.");
  const auto facts = story.facts();
  const auto& limits = *facts.process.newest().limits;
  EXPECT_LT(menu.at("promise").value, limits.lower);
  EXPECT_GT(menu.at("promise").value, limits.lower - 0.11) << "the last number on the safe side";
  EXPECT_FALSE(story.menu().contains("median")) << "no other councils are known";
}

TEST(TheMenu, TurnsRoundWhereLowerIsBetterAndStaysWithinWhatCanBe) {
  Steady story;
  story.definition().polarity = indicator::Polarity::low_good;
  auto menu = story.menu({{60, 62, 64, 66, 68, 70, 72}, "2023/24"}, 10);
  EXPECT_EQ(menu.at("best_quartile").value, 63);
  EXPECT_EQ(menu.at("better").label, "10% better than 2024/25");
  EXPECT_NEAR(menu.at("better").value, menu.at("hold_outturn").value * 0.9, 0.1);
  EXPECT_GT(menu.at("promise").value, story.facts().process.newest().limits->upper);
  story.definition().polarity = indicator::Polarity::high_good;
  EXPECT_EQ(story.menu({}, 50).at("better").value, 100) << "no more than all";
}

TEST(PastTargets, AreMetOrMissedByWhatTheWholeYearCameTo) {
  Steady story;
  story.definition().tolerance = indicator::Tolerance{indicator::Tolerance::Kind::absolute, exact(1), {}};
  story.kept().targets.clear();
  story.target(2022, 69);
  story.target(2023, 75);
  story.target(2024, 70);
  index(story.picture);
  const auto past = past_targets(story.picture, story.kept(), next);
  ASSERT_EQ(past.size(), 3u) << "2025/26 is not complete and has no target";
  EXPECT_TRUE(past[0].met());
  EXPECT_EQ(past[1].rating, Rating::red);
  EXPECT_EQ(past_words({past[0]}), "The last target that can be judged was met.");
  EXPECT_EQ(past_words({past[0], past[1]}), "Targets were met in one of the last two years.");
  EXPECT_EQ(past_words({past[1], past[1]}), "The targets of the last two years were all missed.");
  EXPECT_EQ(past_words({}), "");
}

TEST(PastTargets, OfASumStandAgainstTheSumOfTheYear) {
  Story story("2025-11-24");
  story.monthly_sum();
  story.definition().judged = indicator::Judged::in_period;
  for (int i = 0; i < 12; ++i) story.figure({2024 * 12 + 3 + i, 1}, 10);
  auto& target = story.target(2024, 120);
  target.kind = indicator::TargetKind::linear;
  index(story.picture);
  const auto past = past_targets(story.picture, story.kept(), next);
  ASSERT_EQ(past.size(), 1u);
  EXPECT_EQ(past[0].outturn, 120);
  EXPECT_EQ(past[0].expected.value, 120);
  EXPECT_TRUE(past[0].met());
}

}  // namespace
}  // namespace assess
