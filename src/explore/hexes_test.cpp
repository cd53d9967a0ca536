#include "explore/hexes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace explore {
namespace {

// Three hundred areas, a third of them crowded as in a capital.
std::vector<Spot> country() {
  std::vector<Spot> all;
  for (int i = 0; i < 300; ++i)
    all.push_back(i % 3 == 0 ? Spot{530'000 + std::fmod(i * 617.0, 40'000), 180'000 + std::fmod(i * 911.0, 40'000)}
                             : Spot{200'000 + std::fmod(i * 7919.0, 450'000), std::fmod(i * 104'729.0, 900'000)});
  return all;
}

TEST(Hexes, AreOneForEachAreaAndNeverShared) {
  const auto all = hexes_of(country());
  EXPECT_EQ(all.size(), 300u);
  EXPECT_EQ(std::set<Hex>(all.begin(), all.end()).size(), 300u);
}

TEST(Hexes, AreTheSameEachTime) { EXPECT_EQ(hexes_of(country()), hexes_of(country())); }

TEST(Hexes, KeepNorthInTheNorth) {
  const auto middles = country();
  const auto all = hexes_of(middles);
  int turned = 0, pairs = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j)
      if (middles[i].y > middles[j].y + 200'000) ++pairs, turned += all[i].row <= all[j].row;
  EXPECT_LT(turned, pairs / 50);
}

TEST(Hexes, OfAreasInOnePlaceLieSideBySide) {
  const auto all = hexes_of({{5, 5}, {5, 5}, {5, 5}});
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = i + 1; j < 3; ++j)
      EXPECT_LE(std::hypot(middle_of(all[i]).x - middle_of(all[j]).x, middle_of(all[i]).y - middle_of(all[j]).y), 2.1);
  EXPECT_TRUE(hexes_of({}).empty());
  EXPECT_EQ(hexes_of({{7, 7}}).size(), 1u);
}

}  // namespace
}  // namespace explore
