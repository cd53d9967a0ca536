#include "explore/ring_fault.h"

#include <gtest/gtest.h>

namespace explore {
namespace {

std::string said(const Ring& ring, std::size_t looks = 1000) {
  const auto found = fault_of(ring, looks);
  return found ? found->sentence : "";
}

TEST(ARing, IsSoundWhenItEnclosesAnArea) {
  EXPECT_EQ(said({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}), "");
  EXPECT_EQ(said({{0, 0}, {4, 0}, {2, 2}, {4, 4}, {0, 4}, {2, 2}, {0, 0}}), "") << "what only touches itself does no harm";
}

TEST(ARing, IsRefusedByWhatIsWrongWithIt) {
  EXPECT_EQ(said({{0, 0}, {4, 0}, {0, 0}}), "A ring has 3 points; an area needs at least four, the last the same as the first.");
  EXPECT_EQ(said({{0, 0}, {4, 0}, {4, 4}, {0, 4}}), "A ring is not closed: it begins at 0.0000, 0.0000 and ends elsewhere.");
  EXPECT_EQ(said({{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}), "A ring crosses itself near 4.0000, 0.0000.");
  EXPECT_EQ(said({{1, 0}, {1, 4}, {1, 2}, {1, 0}}), "A ring encloses nothing: all its points lie on one line.");
  EXPECT_EQ(said({{0, 0}, {1e300, 0}, {4, 4}, {0, 0}}), "A point has a number that is no place.");
}

TEST(ARing, WithASmallLoopIsNoLoss) {
  std::size_t looks = 1000;
  EXPECT_EQ(fault_of({{0, 0}, {100, 0}, {100, 100}, {50, 100}, {51, 102}, {51, 99}, {0, 99}, {0, 0}}, looks)->weight,
            RingFault::Weight::slight);
  EXPECT_EQ(fault_of({{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}, looks)->weight, RingFault::Weight::spoils);
}

// Long needles side by side fill every cell of the net with every line.
TEST(ARing, ThatWouldTakeForEverIsGivenUp) {
  Ring needles;
  for (int i = 0; i < 2000; ++i) needles.push_back({i * 1.0, i % 2 ? 1e6 : 0});
  needles.push_back({2000, -1});
  needles.push_back(needles.front());
  EXPECT_EQ(said(needles, 5000), "Its outline is too intricate to be checked. Choose an edition that is simplified more.");
}

}  // namespace
}  // namespace explore
