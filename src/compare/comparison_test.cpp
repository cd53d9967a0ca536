#include "compare/comparison.h"

#include <gtest/gtest.h>

namespace compare {
namespace {

using calendar::Period;
using indicator::Polarity;

const Period now = Period::year({2023}), before = Period::year({2022});

Authorities six() {
  std::vector<Authority> all;
  for (const char name : {'A', 'B', 'C', 'D', 'E'})
    all.push_back({std::string(1, name),
                   std::string(1, name) + "ton",
                   Tier::metropolitan,
                   "England",
                   name < 'C' ? "North" : "South",
                   {},
                   {},
                   {},
                   {},
                   {}});
  all.push_back({"S", "Shire", Tier::county, "England", "North", {}, {}, {}, {}, {}});
  return Authorities(all);
}

std::vector<AreaFigure> figures() {
  return {{"A", before, 30, {}, {}, ""}, {"B", before, 50, {}, {}, ""}, {"A", now, 52, 51, 53, ""},
          {"B", now, 40, {}, {}, ""},    {"C", now, 42, {}, {}, ""},    {"D", now, 44, {}, {}, ""},
          {"E", now, 46, {}, {}, ""},    {"S", now, 60, {}, {}, ""}};
}

std::string said(const Group& group, Polarity polarity) {
  const auto all = six();
  const auto given = figures();
  const auto found = comparison(given, all, *all.find("A"), group, polarity, {});
  return answer(*found, polarity, group.words(*all.find("A")), writing_of({"Recycled", "%", {}}, given));
}

TEST(AComparison, SaysWhereTheCouncilStands) {
  EXPECT_EQ(
      said({Among::same_tier}, Polarity::high_good),
      "Aton: 52% in 2023/24, in the best quarter of 5 metropolitan boroughs. It is 9 points above the middle of the others, 43%.");
  EXPECT_EQ(
      said({Among::same_tier}, Polarity::low_good),
      "Aton: 52% in 2023/24, in the last quarter of 5 metropolitan boroughs. It is 9 points above the middle of the others, 43%.");
  EXPECT_EQ(
      said({Among::same_tier}, Polarity::neutral),
      "Aton: 52% in 2023/24, in the highest quarter of 5 metropolitan boroughs. It is 9 points above the middle of the others, 43%.");
  EXPECT_EQ(
      said({Among::same_region}, Polarity::high_good),
      "Aton: 52% in 2023/24, beside 1 other of the metropolitan boroughs in North. It is 12 points above the middle of the others, 40%.");
}

TEST(AComparison, TakesAListOfNeighboursAsItIs) {
  EXPECT_EQ(
      said({Among::listed, "CIPFA 2024", {"B", "C", "S", "X"}}, Polarity::high_good),
      "Aton: 52% in 2023/24, beside 3 others of the councils in “CIPFA 2024”. It is 10 points above the middle of the others, 42%.");
  const auto all = six();
  const auto given = figures();
  EXPECT_EQ(comparison(given, all, *all.find("A"), Group{Among::listed, "CIPFA 2024", {"B", "C", "S"}},
                       Polarity::high_good, {})
                ->context_only.size(),
            2u)
      << "few, and one of another tier";
}

TEST(AComparison, SaysFirstWhenItIsOnlyContext) {
  const auto all = six();
  const auto given = figures();
  EXPECT_TRUE(comparison(given, all, *all.find("A"), Group{Among::same_tier}, Polarity::high_good, {})->context_only.empty());
  EXPECT_EQ(comparison(given, all, *all.find("A"), Group{Among::everybody}, Polarity::high_good, {})->context_only.size(), 1u);
  EXPECT_EQ(comparison(given, all, *all.find("A"), Group{Among::same_region}, Polarity::high_good, {})->context_only.size(), 1u);
}

TEST(AComparison, KeepsThePastAndLeavesTheOthersAside) {
  const auto all = six();
  auto given = figures();
  given.push_back({"B", Period::year({2024}), 9, {}, {}, ""});
  given[4] = {"C", now, {}, {}, {}, "[c]"};
  const auto found = comparison(given, all, *all.find("A"), Group{Among::same_tier}, Polarity::high_good, {});
  EXPECT_EQ(found->period, now) << "the newest in which the council has a figure";
  ASSERT_EQ(found->past.size(), 2u);
  EXPECT_EQ(found->past[0].others_median, 50);
  EXPECT_EQ(found->past[0].q1.has_value(), found->past[0].councils >= 5) << "half of fewer than five is not named";
  EXPECT_EQ(found->without.size(), 1u);
  EXPECT_EQ(found->outside.size(), 1u);
  EXPECT_FALSE(comparison(given, all, *all.find("A"), Group{Among::same_tier}, Polarity::high_good, Period::year({2024})));
}

TEST(AComparison, TellsChanceFromDifference) {
  const auto all = six();
  auto given = figures();
  const Writing writing{"%", 0};
  EXPECT_NE(
      chance_words(*comparison(given, all, *all.find("A"), Group{Among::same_tier}, Polarity::high_good, {}), writing)
          .find("more than chance"),
      std::string::npos);
  given[2].low = 40;
  EXPECT_NE(
      chance_words(*comparison(given, all, *all.find("A"), Group{Among::same_tier}, Polarity::high_good, {}), writing)
          .find("may be chance"),
      std::string::npos);
}

TEST(ThePast, IsSaidOfTheCouncilAndOfTheMiddleOfTheOthers) {
  const auto year = [](int begins) { return calendar::Period::year({begins}); };
  const auto then = [&](int begins, double own, std::optional<double> middle) {
    return Then{.period = year(begins), .own = own, .others_median = middle};
  };
  const Writing percent{"%", 1};
  EXPECT_EQ(
      past_words({then(2020, 42, 45), then(2023, 48, 44.1)}, percent),
      "Since 2020/21 it rose from 42.0% to 48.0% here; the middle of the others fell from 45.0% to 44.1%, and lies below now");
  EXPECT_EQ(past_words({then(2020, 42, 45), then(2023, 42.01, 46)}, percent),
            "Since 2020/21 it is 42.0% as before here; the middle of the others rose from 45.0% to 46.0%");
  EXPECT_EQ(
      past_words({then(2020, 50, 45), then(2023, 44, 46)}, percent),
      "Since 2020/21 it fell from 50.0% to 44.0% here; the middle of the others rose from 45.0% to 46.0%, and lies above now");
  EXPECT_EQ(past_words({then(2020, 42, {}), then(2023, 40, 46)}, percent), "Since 2020/21 it fell from 42.0% to 40.0% here");
}

}  // namespace
}  // namespace compare
