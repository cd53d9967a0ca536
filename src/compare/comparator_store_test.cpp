#include "compare/comparator_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace compare {
namespace {

using calendar::Period;

class ComparatorsStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, ComparatorsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

const ComparatorFigure a{"Recycling rate", "Percentage", "", "E08000009", Period::year({2023}), 52.1, "", {50}};
const ComparatorFigure b{"Recycling rate",     "Percentage", "",    "E08000003",
                         Period::year({2023}), std::nullopt, "[c]", {50}};
const ComparatorFigure c{"Smokers", "Percentage", "Persons", "E08000003", Period::year({2023}), 0.1, "", {50}};

auto every(const ComparatorFigure& f) {
  return std::tie(f.indicator, f.measure, f.unit, f.area, f.period, f.value, f.symbol, f.at);
}

TEST_P(ComparatorsStored, ComeBackAsTheyWereSaved) {
  save([&](auto& tx, auto record) {
    add_areas(tx, std::vector<Area>{{"E08000009", "Trafford"}, {"E08000003", "Manchester"}}, {50}, record);
    add_comparator_figures(tx, std::vector{c, a, b}, record);
  });
  auto tx = db->read();
  const auto areas = load_areas(tx, {50}, tests::every_record);
  ASSERT_EQ(areas.size(), 2u);
  EXPECT_EQ(areas[0].name, "Manchester");
  const auto all = load_comparator_figures(tx, {50}, tests::every_record);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(every(all[0]) == every(b));
  EXPECT_TRUE(every(all[1]) == every(a));
  EXPECT_TRUE(every(all[2]) == every(c));
  EXPECT_EQ(load_comparator_figures(tx, "Smokers", {50}, tests::every_record).size(), 1u);
  EXPECT_TRUE(load_comparator_figures(tx, {49}, tests::every_record).empty());
}

TEST_P(ComparatorsStored, ShowTheNewestEditionOfEach) {
  auto revised = a;
  revised.value = 53;
  revised.at = {60};
  save([&](auto& tx, auto record) { add_comparator_figures(tx, std::vector{a, b}, record); });
  save([&](auto& tx, auto record) {
    add_comparator_figures(tx, std::vector{revised, revised}, record);
    add_areas(tx, std::vector<Area>{{"E08000009", "Trafford"}}, {50}, record);
    add_areas(tx, std::vector<Area>{{"E08000009", "Trafford (new)"}}, {60}, record);
  });
  auto tx = db->read();
  const auto now = load_comparator_figures(tx, {60}, tests::every_record),
             before = load_comparator_figures(tx, {59}, tests::every_record);
  ASSERT_EQ(now.size(), 2u);
  EXPECT_EQ(now[1].value, 53);
  EXPECT_EQ(before[1].value, 52.1);
  EXPECT_EQ(load_areas(tx, {60}, tests::every_record).at(0).name, "Trafford (new)");
}

}  // namespace
}  // namespace compare
