#include "explore/boundary_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace explore {
namespace {

class BoundariesStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, BoundariesStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

Boundaries one(const std::string& code) {
  Boundaries made;
  made.areas = {{.code = code,
                 .name = "Alder",
                 .within = "E06000061",
                 .from = 2019,
                 .rings = {{{{10, 20}, 5}, {{30, 20}, always_drawn}, {{30, 40}, 7}}}}};
  made.left_out = {{3, "", "Nowhere", "It has no shape."}};
  made.found = 2;
  made.remarks = {"One.", "Two."};
  return made;
}

TEST_P(BoundariesStored, ComeBackAsTheyWere) {
  std::int64_t number = 0;
  save([&](auto& tx, auto record) {
    number = add_boundaries(tx,
                            {.name = "Wards",
                             .source = "ONS",
                             .licence = "OGL",
                             .dated = kit::Date::of(2024, 5, 1),
                             .file = "w.geojson",
                             .at = {70}},
                            one("E05000001"), record);
  });
  auto tx = db->read();
  const auto sets = boundary_sets(tx, {100});
  ASSERT_EQ(sets.size(), 1u);
  EXPECT_EQ(sets[0].number, number);
  EXPECT_EQ(sets[0].dated, kit::Date::of(2024, 5, 1));
  EXPECT_EQ(sets[0].remarks, (std::vector<std::string>{"One.", "Two."}));
  const auto outlines = outlines_of(tx, sets[0]);
  ASSERT_EQ(outlines.size(), 1u);
  EXPECT_EQ(outlines[0].rings, one("").areas[0].rings);
  EXPECT_EQ(outlines[0].from, 2019);
  EXPECT_FALSE(outlines[0].until);
  EXPECT_EQ(areas_left_out_of(tx, sets[0])[0].reason, "It has no shape.");
}

TEST_P(BoundariesStored, AreReplacedByASetOfTheSameNameAndStayAsAtADayBefore) {
  for (const int at : {70, 80})
    save([&](auto& tx, auto record) {
      add_boundaries(tx, {.name = "Wards", .licence = "OGL", .file = "w.geojson", .at = {at}},
                     one("E0500000" + std::to_string(at / 10)), record);
    });
  auto tx = db->read();
  EXPECT_EQ(outlines_of(tx, newest_boundary_sets(boundary_sets(tx, {100})).front())[0].code, "E05000008");
  EXPECT_EQ(outlines_of(tx, newest_boundary_sets(boundary_sets(tx, {75})).front())[0].code, "E05000007");
}

}  // namespace
}  // namespace explore
