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
  ASSERT_EQ(set.rows.size(), 2u);
  EXPECT_EQ(set.rows[0].core, 1);
  EXPECT_EQ(set.rows[1].service, 1);
  EXPECT_EQ(set.total.total(), 2);
  EXPECT_EQ(set.outside, 1);
}

TEST(TheIndicatorSet, ClosesItsArithmetic) {
  const auto picture = small_council();
  const auto set = indicator_set(picture, FinancialYear{2025});
  EXPECT_EQ(set.before + set.added - set.removed, set.total.total());
  EXPECT_EQ(set.added, 1);
  EXPECT_EQ(set.removed, 1);
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

}  // namespace
}  // namespace assess
