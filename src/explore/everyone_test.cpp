#include "explore/everyone.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "compare/published_store.h"
#include "explore/everyone_store.h"

namespace explore {
namespace {

const NewestFigures five{"Recycled", *calendar::Period::parse("2024-04-01/P1Y"), {{0, 40}, {1, 44}, {2, 44}, {3, 50}, {4, 90}}};

}  // namespace

TEST(WhereEveryoneStands, IsReckonedByTheRulesOfABenchmark) {
  const auto at = standings(five, indicator::Polarity::high_good);
  EXPECT_EQ(at.median, 44);
  EXPECT_EQ(at.mad, 4);
  ASSERT_EQ(at.councils.size(), 5u);
  EXPECT_EQ(at.councils[4].rank, 1);
  EXPECT_EQ(at.councils[1].rank, 3);
  EXPECT_EQ(at.councils[2].rank, 3) << "those who tie share the better rank";
  EXPECT_EQ(at.councils[0].quartile, 4);
  EXPECT_EQ(at.councils[4].mads, 11.5);
  EXPECT_EQ(at.councils[0].others_median, 47);
  EXPECT_EQ(standings(five, indicator::Polarity::low_good).councils[0].rank, 1);
}

TEST(WhereEveryoneStands, CanBeAskedOfOneAlone) {
  const auto at = standings(five, indicator::Polarity::high_good, 3);
  ASSERT_EQ(at.councils.size(), 1u);
  EXPECT_EQ(at.councils[0].rank, 2);
  EXPECT_TRUE(standings(five, indicator::Polarity::high_good, 77).councils.empty());
  EXPECT_TRUE(standings({"Nothing", five.period, {}}, indicator::Polarity::high_good).councils.empty());
  EXPECT_FALSE(standings({"Few", five.period, {{0, 1}, {1, 2}}}, indicator::Polarity::high_good).councils[0].quartile);
}

TEST(TheNewestFigures, AreFoundByTheEngineForTheAreasAskedFor) {
  const auto folder = testing::TempDir() + "/goldenthread-everyone-" + std::to_string(::getpid());
  kit::Duck duck(kit::DuckSettings{.folder = folder});
  std::vector<compare::Authority> register_of;
  for (int i = 1; i <= 3; ++i)
    register_of.push_back({.code = "E0600000" + std::to_string(i),
                           .name = "Council " + std::to_string(i),
                           .tier = compare::Tier::unitary});
  const compare::Authorities authorities(register_of);
  std::istringstream in(
      "area_code,period,indicator,value\nE06000001,2022/23,Recycled,1\nE06000001,2023/24,Recycled,2\nE06000002,2023/24,Recycled,3\nE06000003,2023/24,Recycled,[c]\n"
      "E06000001,2023/24 Q4,Recycled,7\nE06000002,2021/22,Homes,5\nE06000003,2022/23,Homes,[x]\nE06000003,2022/23,Bins,9\n");
  const auto file = compare::read_published(in, authorities);
  ASSERT_TRUE(file);
  compare::Load load{.data_set = "Waste"};
  compare::keep_figures(duck, *file, authorities, load);

  const auto all = newest_figures_of(duck, load, {"E06000001", "E06000002"});
  ASSERT_EQ(all.size(), 2u) << "of Bins neither has a figure";
  EXPECT_EQ(all[0].title, "Homes");
  EXPECT_EQ(all[0].period.words(), "2021/22") << "a mark is no figure";
  EXPECT_EQ(all[1].period.words(), "2023/24") << "of two periods that end on one day the one with more figures";
  EXPECT_EQ(all[1].figures, (std::vector<std::pair<std::uint32_t, double>>{{0, 2}, {1, 3}}));
  EXPECT_TRUE(newest_figures_of(duck, load, {"' or 1=1 --", "$file"}).empty());

  const auto beside = compare::newest_beside(duck, load);
  EXPECT_TRUE(std::filesystem::remove(beside));
  EXPECT_EQ(newest_figures_of(duck, load, {"E06000001", "E06000002"}).size(), 2u) << "it is made again when it is gone";
  EXPECT_TRUE(std::filesystem::exists(beside));
  std::filesystem::remove_all(folder);
}

}  // namespace explore
