#include "assess/indicator_set.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

using calendar::FinancialYear;
using indicator::Kind;
using kit::Date;

Kept kept(indicator::IndicatorId id, Kind kind, Date from, std::optional<Date> ends = {}) {
  Kept one;
  one.id = id;
  indicator::Definition definition;
  definition.indicator = id;
  definition.code = "I" + std::to_string(id);
  definition.kind = kind;
  definition.applies_from = from;
  definition.ends = ends;
  one.definitions.push_back(definition);
  return one;
}

Picture small_council() {
  Picture picture;
  picture.plan.frameworks.push_back({"PLAN", "Council plan", {"commitment"}});
  picture.plan.priorities.push_back({"A", "PLAN", "commitment", "Active lives"});
  picture.plan.priorities.push_back({"B", "PLAN", "commitment", "Better futures"});
  picture.indicators = {kept(1, Kind::core, Date::of(2022, 4, 1)), kept(2, Kind::service, Date::of(2025, 4, 1)),
                        kept(3, Kind::service, Date::of(2022, 4, 1), Date::of(2025, 3, 31)),
                        kept(4, Kind::contextual, Date::of(2022, 4, 1))};
  picture.plan.lines = {{1, "A"}, {2, "B"}};
  index(picture);
  return picture;
}

TEST(TheIndicatorSet, CountsByPriorityAndSection) {
  const auto picture = small_council();
  const auto set = indicator_set(picture, FinancialYear{2025});
  ASSERT_EQ(set.rows.size(), 3u);
  EXPECT_EQ(set.rows[0].core, 1);
  EXPECT_EQ(set.rows[1].service, 1);
  EXPECT_EQ(set.rows[2].total(), 0);
  EXPECT_EQ(set.rows[2].flow.removed, 1);
  EXPECT_EQ(set.total.total(), 2);
  EXPECT_EQ(set.outside, 1);
}

TEST(TheIndicatorSet, ClosesItsArithmetic) {
  const auto picture = small_council();
  const auto set = indicator_set(picture, FinancialYear{2025});
  EXPECT_TRUE(set.total.flow.closes());
  EXPECT_EQ(set.total.flow.added, 1);
  EXPECT_EQ(arithmetic(set.total.flow), "2 = 2 + 1 new − 1 removed");
}

TEST(TheIndicatorSet, ListsIndicatorsWithoutALineLast) {
  const auto picture = small_council();
  const auto set = indicator_set(picture, FinancialYear{2024});
  ASSERT_EQ(set.rows.size(), 3u);
  EXPECT_EQ(set.rows[2].priority, nullptr);
  EXPECT_EQ(set.rows[2].service, 1);
}

TEST(TheIndicatorSet, SaysWhichIndicatorsWereRedefinedInTheYear) {
  auto picture = small_council();
  auto next = picture.indicators[0].definitions[0];
  next.edition = 2;
  next.applies_from = Date::of(2025, 4, 1);
  next.breaks_series = true;
  next.reason = "Exceptions now count";
  picture.indicators[0].definitions.push_back(next);
  const auto set = indicator_set(picture, FinancialYear{2025});
  const auto& changes = set.changes;
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[1].kind, SetChangeKind::redefined);
  EXPECT_EQ(changes[1].reason, "Exceptions now count");
}

TEST(TheIndicatorSet, CountsAPartOfASplitAsOneMoreAndNotAsNew) {
  auto picture = small_council();
  picture.indicators[1].lineage.push_back({2, 3, indicator::LineageKind::split_from, Date::of(2025, 4, 1), "Two things in one"});
  auto second = kept(6, Kind::service, Date::of(2025, 4, 1));
  second.lineage.push_back({6, 3, indicator::LineageKind::split_from, Date::of(2025, 4, 1), "Two things in one"});
  picture.indicators.push_back(second);
  index(picture);
  const auto set = indicator_set(picture, FinancialYear{2025});
  EXPECT_EQ(arithmetic(set.total.flow), "3 = 2 + 1 from splitting");
  ASSERT_EQ(set.changes.size(), 3u);
  for (const auto& change : set.changes) EXPECT_EQ(change.kind, SetChangeKind::split);
  EXPECT_EQ(set.changes[1].detail, "Into I2 and I6.");
}

TEST(TheIndicatorSet, PassesOverAnEditionThatOnlyNamesAnotherOwner) {
  auto picture = small_council();
  auto next = picture.indicators[0].definitions[0];
  next.edition = 2, next.applies_from = Date::of(2025, 6, 1), next.owner = "p.shah", next.reason = "Handed over";
  picture.indicators[0].definitions.push_back(next);
  for (const auto& change : indicator_set(picture, FinancialYear{2025}).changes) EXPECT_NE(change.kept->id, 1);
}

TEST(TheIndicatorSet, CountsEachYearByTheSectionAndTheLineOfThatYear) {
  auto picture = small_council();
  auto next = picture.indicators[0].definitions[0];
  next.edition = 2, next.applies_from = Date::of(2026, 4, 1), next.kind = Kind::service;
  picture.indicators[0].definitions.push_back(next);
  picture.plan.lines[0].gone = true, picture.plan.lines[0].from = Date::of(2026, 4, 1);
  picture.plan.lines.push_back({1, "B", {}, false, Date::of(2026, 4, 1)});
  const auto before = indicator_set(picture, FinancialYear{2025}), after = indicator_set(picture, FinancialYear{2026});
  EXPECT_EQ(before.rows[0].core, 1);
  EXPECT_EQ(after.rows[0].total(), 0);
  EXPECT_EQ(after.rows[0].flow.moved, -1);
  EXPECT_EQ(after.rows[1].service, 2);
  EXPECT_EQ(after.sections[0].moved, -1);
  EXPECT_EQ(after.sections[1].moved, 1);
  ASSERT_EQ(after.changes.size(), 1u);
  EXPECT_EQ(after.changes[0].detail, "From the core section to the service section. From ‘Active lives’ to ‘Better futures’.");
}

}  // namespace
}  // namespace assess
