#include "indicator/target_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace indicator {
namespace {

kit::Decimal units(std::int64_t number) { return kit::Decimal::of_units(number); }

class TargetsStored : public tests::Stored {
 protected:
  std::vector<Target> known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    auto tx = db->read();
    return load_targets(tx, {as_at}, upto);
  }
  council::RecordId add(const std::vector<Target>& targets) {
    return save([&](auto& tx, auto record) { add_targets(tx, targets, record); });
  }
};
INSTANTIATE_TEST_SUITE_P(On, TargetsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

Target full(IndicatorId id) {
  Target t;
  t.indicator = id;
  t.year = {2025};
  t.at = {51};
  t.kind = TargetKind::profile;
  t.value = units(1);
  t.low = units(2);
  t.high = units(3);
  t.periods = {units(40), units(30), units(20), units(10)};
  t.baseline = units(4);
  t.minimum = units(5);
  t.stretch = units(6);
  t.tolerance = Tolerance{Tolerance::Kind::absolute, units(7), std::nullopt};
  t.rationale = "statutory";
  t.reason = "agreed late";
  return t;
}

TEST_P(TargetsStored, ComeBackAsTheyWereSaved) {
  const Target saved = full(new_indicator());
  add({saved});
  const auto all = known(51);
  ASSERT_EQ(all.size(), 1u);
  const auto every = [](const Target& t) {
    return std::tie(t.indicator, t.year, t.edition, t.at, t.kind, t.value, t.low, t.high, t.periods, t.baseline,
                    t.minimum, t.stretch, t.tolerance, t.rationale, t.reason);
  };
  EXPECT_TRUE(every(all[0]) == every(saved));
}

TEST_P(TargetsStored, KeepTheirOwnPeriodsApart) {
  const auto first = new_indicator(), second = new_indicator();
  Target a = full(first), later = full(first), bare = full(second), b = full(second);
  later.edition = 2;
  later.at = {80};
  later.periods = {units(1)};
  bare.year = {2024};
  bare.periods.clear();
  b.periods = {units(9), units(8)};
  add({a, later, bare, b});
  const auto now = known(90), before = known(60);
  ASSERT_EQ(now.size(), 4u);
  EXPECT_EQ(now[0].periods, a.periods);
  EXPECT_EQ(now[1].periods, later.periods);
  EXPECT_TRUE(now[2].periods.empty());
  EXPECT_EQ(now[3].periods, b.periods);
  ASSERT_EQ(before.size(), 3u);
  EXPECT_EQ(before[2].periods, b.periods);
}

TEST_P(TargetsStored, RefuseTheSecondOfTwoOfficers) {
  const Target t = full(new_indicator());
  add({t});
  EXPECT_THROW(add({t}), kit::AlreadyThere);
}

TEST_P(TargetsStored, TakeEveryKindTheProgramKnows) {
  Target t = full(new_indicator());
  for (int i = 0; i <= static_cast<int>(TargetKind::trajectory); ++i) {
    t.kind = TargetKind(i);
    EXPECT_NO_THROW(add({t})) << code(t.kind);
    ++t.edition;
  }
}

}  // namespace
}  // namespace indicator
