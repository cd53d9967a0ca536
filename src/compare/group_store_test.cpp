#include "compare/group_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace compare {
namespace {

class ListsOfNeighboursStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, ListsOfNeighboursStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(ListsOfNeighboursStored, ComeBackInTheirOrderAndInEditions) {
  save([&](auto& tx, auto record) {
    add_neighbours(tx, {.name = "CIPFA 2024", .source = "CIPFA", .at = {50}},
                   {{"A", {{"C", "Recycling"}, {"B", ""}}}, {"B", {{"A", ""}}}}, record);
  });
  save([&](auto& tx, auto record) {
    add_neighbours(tx,
                   {.name = "CIPFA 2024",
                    .source = "CIPFA",
                    .at = {60},
                    .starts = kit::Date::of(2025, 4, 1),
                    .features = {{{"Census", "Aged 65"}, *kit::Decimal::parse("0.5"), Feature::Scale::logarithm}}},
                   {{"A", {{"D", ""}}}}, record);
  });
  auto tx = db->read();
  const auto before = neighbour_lists(tx, {55}), now = neighbour_lists(tx, {60});
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(before[0].subjects, 2);
  EXPECT_EQ(neighbours_of(tx, before[0], "A"), (std::vector<std::string>{"C", "B"}));
  EXPECT_EQ(now[0].edition, 2);
  EXPECT_EQ(near_of(tx, before[0], "A").front().because, "Recycling");
  EXPECT_EQ(before[0].starts, std::nullopt);
  EXPECT_EQ(now[0].starts, kit::Date::of(2025, 4, 1));
  ASSERT_EQ(now[0].features.size(), 1u);
  EXPECT_EQ(now[0].features[0].weight.text(), "0.5");
  EXPECT_EQ(now[0].features[0].scale, Feature::Scale::logarithm);
  EXPECT_EQ(neighbours_of(tx, now[0], "A"), (std::vector<std::string>{"D"}));
  EXPECT_TRUE(neighbours_of(tx, now[0], "' or '1'='1").empty());
}

}  // namespace
}  // namespace compare
