#include "compare/mapping_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace compare {
namespace {

class MappingsStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, MappingsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(MappingsStored, ComeBackInEditions) {
  const auto id = new_indicator();
  Mapping mapping{.indicator = id,
                  .series = {"Waste", "Recycled'; drop table indicator_mapping; --"},
                  .definition = Alike::differs,
                  .differs = "Garden waste.",
                  .compare_with = "list:CIPFA",
                  .by = "i.greaves",
                  .at = {60}};
  save([&](auto& tx, auto record) { add_mapping(tx, mapping, record); });
  auto gone = mapping;
  gone.edition = 2, gone.gone = true, gone.at = {70};
  save([&](auto& tx, auto record) { add_mapping(tx, gone, record); });
  EXPECT_THROW(save([&](auto& tx, auto record) { add_mapping(tx, gone, record); }), kit::Conflict) << "somebody was first";

  auto tx = db->read();
  EXPECT_TRUE(load_mappings(tx, {55}).empty());
  const auto before = load_mappings(tx, {65}), now = load_mappings(tx, {75});
  ASSERT_TRUE(mapping_of(before, id));
  EXPECT_EQ(mapping_of(before, id)->series, mapping.series);
  EXPECT_EQ(mapping_of(before, id)->differs, "Garden waste.");
  EXPECT_FALSE(mapping_of(before, id)->is_like_with_like());
  EXPECT_EQ(mapping_of(now, id), nullptr) << "taken back";
  ASSERT_EQ(now.size(), 1u);
  EXPECT_EQ(now.front().edition, 2);
}

}  // namespace
}  // namespace compare
