#include "explore/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace explore {
namespace {

OutlineRing ring(std::initializer_list<GridPoint> points) {
  OutlineRing made;
  for (const auto& at : points) made.push_back({at});
  return made;
}

std::uint32_t detail(const OutlineRing& of, GridPoint at) { return std::ranges::find(of, at, &OutlinePoint::at)->detail; }

// Two squares side by side; their common line has a small bend and a large one.
std::vector<Outline> neighbours() {
  Outline left{.code = "A"}, right{.code = "B"};
  left.rings = {ring({{0, 0}, {1000, 0}, {1001, 300}, {1200, 500}, {1000, 1000}, {0, 1000}})};
  right.rings = {ring({{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1200, 500}, {1001, 300}})};
  return {left, right};
}

TEST(OutlinesOfNeighbours, KnowTheSameOfTheirCommonLine) {
  auto all = neighbours();
  find_details(all);
  for (const GridPoint at : {GridPoint{1000, 0}, GridPoint{1001, 300}, GridPoint{1200, 500}, GridPoint{1000, 1000}})
    EXPECT_EQ(detail(all[0].rings[0], at), detail(all[1].rings[0], at)) << at.east;
  EXPECT_LT(detail(all[0].rings[0], {1001, 300}), detail(all[0].rings[0], {1200, 500}));
  EXPECT_EQ(detail(all[0].rings[0], {1000, 0}), always_drawn) << "where the two leave each other";
}

TEST(OutlinesOfNeighbours, AreTheSameWhicheverComesFirst) {
  auto all = neighbours(), turned = neighbours();
  std::ranges::reverse(turned);
  find_details(all);
  find_details(turned);
  EXPECT_EQ(all[0].rings, turned[1].rings);
  EXPECT_EQ(all[1].rings, turned[0].rings);
}

TEST(AnIsland, KeepsTwoPointsForCertain) {
  std::vector<Outline> all = {{.code = "A"}};
  all[0].rings = {ring({{0, 0}, {50, 10}, {100, 0}, {100, 100}, {0, 100}})};
  find_details(all);
  EXPECT_EQ(std::ranges::count(all[0].rings[0], always_drawn, &OutlinePoint::detail), 2);
}

TEST(AnOutline, ComesBackFromItsText) {
  const std::vector<OutlineRing> rings = {{{{400000, -5}, 4000000}, {{400100, 20}, 7}, {{399000, 90}, 0}},
                                          {{{-1, -2}, 3}, {{4, 5}, 6}, {{7, 8}, 9}}};
  EXPECT_EQ(as_text(rings), "400000 -5 4000000 100 25 7 -1100 70 0/-1 -2 3 5 7 6 3 3 9");
  EXPECT_EQ(read_rings(as_text(rings)), rings);
}

}  // namespace
}  // namespace explore
