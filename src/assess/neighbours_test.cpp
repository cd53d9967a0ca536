#include "assess/neighbours.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

std::vector<FeaturedArea> four() {
  return {{"A", {1, 10, 5}}, {"B", {2, 10, 5}}, {"C", {9, 30, 5}}, {"D", {{}, {}, 5}}};
}

TEST(NearestNeighbours, StandNearestFirstAndLeaveOutWhoSharesTooLittle) {
  const auto areas = four();
  const Likeness likeness(areas, {1, 1, 1});
  const auto of_a = likeness.nearest(0);
  ASSERT_EQ(of_a.size(), 2u);
  EXPECT_EQ(areas[of_a[0].area].code, "B");
  EXPECT_EQ(of_a[1].similarity, 0) << "the farthest";
  EXPECT_GT(of_a[0].similarity, 0.5);
  EXPECT_TRUE(likeness.nearest(3).empty());
}

TEST(NearestNeighbours, ListThoseThatTieByTheirCode) {
  const std::vector<FeaturedArea> areas = {{"M", {5}}, {"Z", {6}}, {"B", {4}}};
  const auto found = Likeness(areas, {1}).nearest(0);
  EXPECT_EQ(areas[found[0].area].code, "B");
  EXPECT_EQ(Likeness(areas, {1}).nearest(0, 1).size(), 1u);
}

TEST(NearestNeighbours, CountAFeatureThatIsEverywhereTheSameForNothing) {
  const std::vector<FeaturedArea> areas = {{"A", {1, 7}}, {"B", {2, 7}}, {"C", {5, 7}}};
  const auto with = Likeness(areas, {1, 1}).nearest(0), without = Likeness(areas, {1, 0}).nearest(0);
  EXPECT_EQ(with[0].area, without[0].area);
  EXPECT_EQ(with[0].similarity, without[0].similarity);
}

TEST(NearestNeighbours, SayWhatMakesThemNearAndWhatKeepsThemApart) {
  const auto areas = four();
  const Likeness likeness(areas, {1, 1, 1});
  EXPECT_EQ(likeness.what_agrees(0, 1), (std::vector<std::size_t>{2, 1, 0}));
  EXPECT_EQ(likeness.what_differs(0, 1).front(), 0u);
  EXPECT_EQ(Likeness(areas, {0, 1, 1}).what_differs(0, 2), (std::vector<std::size_t>{1, 2}));
}

}  // namespace
}  // namespace assess
