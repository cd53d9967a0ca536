#include "explore/classes.h"

#include <gtest/gtest.h>

namespace explore {
namespace {

std::vector<int> counts(const Classes& of) {
  std::vector<int> all;
  for (const auto& each : of.all) all.push_back(each.areas);
  return all;
}

TEST(ClassesByQuantile, HaveAsManyAreasAndNeverPartTheSameValue) {
  EXPECT_EQ(counts(classes_of(std::vector<double>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, Classing::quantile)), (std::vector{2, 2, 2, 2, 2}));
  EXPECT_EQ(counts(classes_of(std::vector<double>{1, 1, 1, 1, 1, 1, 2, 3, 4, 5}, Classing::quantile)), (std::vector{6, 1, 1, 1, 1}));
  EXPECT_EQ(counts(classes_of(std::vector<double>{7, 7, 7}, Classing::quantile)), (std::vector{3}));
  EXPECT_EQ(counts(classes_of(std::vector<double>{1, 2, 3}, Classing::quantile)), (std::vector{1, 1, 1}));
}

TEST(ClassesByEqualInterval, AreAsWideAndMayBeEmpty) {
  const auto found = classes_of(std::vector<double>{0, 1, 2, 100}, Classing::equal);
  EXPECT_EQ(counts(found), (std::vector{3, 0, 0, 0, 1}));
  EXPECT_DOUBLE_EQ(found.all[0].most, 20);
  EXPECT_EQ(counts(classes_of(std::vector<double>{5, 5}, Classing::equal)), (std::vector{2}));
}

TEST(AClass, IsFoundForEveryValue) {
  const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6};
  for (const auto classing : {Classing::quantile, Classing::equal}) {
    const auto found = classes_of(values, classing);
    std::vector<int> counted(found.all.size());
    for (const double value : values) ++counted[static_cast<std::size_t>(found.of(value))];
    EXPECT_EQ(counted, counts(found));
  }
  EXPECT_TRUE(classes_of({}, Classing::quantile).all.empty());
}

}  // namespace
}  // namespace explore
