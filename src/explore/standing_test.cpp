#include "explore/standing.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "compare/published_store.h"
#include "explore/standing_store.h"

namespace explore {
namespace {

const compare::PublishedIndicator recycled{"Recycled", "%", indicator::Polarity::high_good}, people{"People", "", std::nullopt};
const compare::Load load{.number = 1, .data_set = "Waste"};

compare::Place place(int year, double own, int areas, int higher, int lower, double median = 50, double mad = 2) {
  return {"Recycled", *calendar::Period::parse(std::to_string(year) + "-04-01/P1Y"), own, areas, median, mad, median, higher, lower};
}

TEST(AStanding, FallsWhenItsQuarterIsWorseThanAYearBefore) {
  const Standing standing{place(2024, 48, 20, 16, 3), place(2023, 55, 20, 2, 17)};
  const auto found = judged(load, recycled, standing);
  EXPECT_EQ(found.quartile_before(), 1);
  EXPECT_EQ(found.quartile(), 4);
  EXPECT_EQ(found.fell(), 3);
  EXPECT_EQ(
      found.fell_question(),
      "What changed in “Recycled” from 2023/24 to 2024/25: 55%, in the best quarter, then 48%, in the last quarter?");
  EXPECT_EQ(judged(load, people, standing).fell(), 0) << "nobody says which way is better";
  EXPECT_EQ(judged(load, recycled, {place(2024, 48, 20, 16, 3), {}}).fell(), 0);
  EXPECT_EQ(judged(load, recycled, {place(2024, 48, 4, 3, 0), place(2023, 55, 4, 0, 3)}).fell(), 0) << "fewer than five have no quarters";
}

TEST(AStanding, IsOddByMedianAbsoluteDeviations) {
  EXPECT_EQ(judged(load, recycled, {place(2024, 50 - 1.4826 * 2 * 3.1, 20, 19, 0), {}}).oddity(), assess::Oddity::outlier);
  EXPECT_EQ(judged(load, recycled, {place(2024, 50 + 1.4826 * 2 * 2.1, 20, 0, 19), {}}).oddity(), assess::Oddity::unusual);
  EXPECT_EQ(judged(load, recycled, {place(2024, 52, 20, 5, 14), {}}).oddity(), assess::Oddity::none);
  EXPECT_EQ(judged(load, recycled, {place(2024, 90, 20, 0, 19, 50, 0), {}}).mads, 0) << "everybody is the same";
  EXPECT_EQ(judged(load, recycled, {place(2024, 10, 20, 19, 0), {}}).far_question(),
            "Why is “Recycled” 10% here in 2024/25, far lower than the middle of 19 others, 50%?");
}

TEST(Standings, AreFoundByTheEngineNowAndAYearBefore) {
  const auto folder = testing::TempDir() + "/goldenthread-standings-" + std::to_string(::getpid());
  kit::Duck duck(kit::DuckSettings{.folder = folder});
  std::vector<compare::Authority> register_of;
  for (int i = 1; i <= 6; ++i)
    register_of.push_back({.code = "E0600000" + std::to_string(i),
                           .name = "Council " + std::to_string(i),
                           .tier = compare::Tier::unitary});
  const compare::Authorities authorities(register_of);
  std::string text = "area_code,period,indicator,unit,value,polarity\n";
  for (int i = 1; i <= 6; ++i)
    for (int year = 2022; year <= 2024; ++year)
      text += "E0600000" + std::to_string(i) + "," + std::to_string(year) + "/" + std::to_string(year - 1999) +
              ",Recycled,%," + std::to_string(i == 1 ? 90 - 40 * (year - 2022) : 40 + i) + ",high\n";
  std::istringstream in(text);
  auto brought = load;
  const auto file = compare::read_published(in, authorities);
  ASSERT_TRUE(file);
  compare::keep_figures(duck, *file, authorities, brought);

  const auto all = standings_of(duck, brought, "E06000001", {"E06000002", "E06000003", "E06000004", "E06000005", "E06000006"});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].now.own, 10);
  EXPECT_EQ(all[0].now.areas, 6);
  EXPECT_EQ(all[0].now.others_median, 44);
  ASSERT_TRUE(all[0].before);
  EXPECT_EQ(all[0].before->own, 50);
  EXPECT_EQ(judged(brought, recycled, all[0]).fell(), 3);
  EXPECT_TRUE(standings_of(duck, brought, "' or 1=1 --", {"x') union select 1 --"}).empty());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace explore
