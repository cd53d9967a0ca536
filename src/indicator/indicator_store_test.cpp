#include "indicator/indicator_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace indicator {
namespace {

class IndicatorsStored : public tests::Stored {
 protected:
  std::vector<Definition> known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    auto tx = db->read();
    return load_definitions(tx, {as_at}, upto);
  }
  council::RecordId add(const Definition& definition) {
    return save([&](auto& tx, auto record) { add_definitions(tx, std::span(&definition, 1), record); });
  }
};
INSTANTIATE_TEST_SUITE_P(On, IndicatorsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

// Every field holds something that no other does, so that two swapped columns are noticed.
Definition full(IndicatorId id) {
  Definition d;
  d.indicator = id;
  d.edition = 1;
  d.at = {51};
  d.applies_from = kit::Date::of(2023, 4, 1);
  d.ends = kit::Date::of(2026, 3, 31);
  d.breaks_series = true;
  d.reason = "reason";
  d.code = "BBF07";
  d.title = "title";
  d.meaning = "meaning";
  d.why_it_matters = "why";
  d.formula = "formula";
  d.numerator_label = "above";
  d.denominator_label = "below";
  d.unit = "%";
  d.decimals = 3;
  d.kind = Kind::organisational_health;
  d.health_theme = "workforce";
  d.polarity = Polarity::in_range;
  d.frequency = calendar::Frequency::half_yearly;
  d.aggregation = Aggregation::weighted_mean;
  d.submitted = Submitted::rolling_12;
  d.judged = Judged::year_to_date;
  d.multiplier = kit::Decimal::of_units(11);
  d.comparator = Comparator::baseline;
  d.no_change_within = kit::Decimal::of_units(12);
  d.least = kit::Decimal::of_units(-13);
  d.most = kit::Decimal::of_units(14);
  d.baseline = kit::Decimal::of_units(15);
  d.baseline_note = "2023/24";
  d.tolerance = Tolerance{Tolerance::Kind::threshold, kit::Decimal::of_units(16), kit::Decimal::of_units(17)};
  d.source = "source";
  d.caveats = "caveats";
  d.statutory_return = "return";
  d.tags = "tags";
  d.perspective = "perspective";
  d.portfolio = "portfolio";
  d.service = "service";
  d.owner = "owner";
  d.checker = "checker";
  d.deputy = "deputy";
  d.published = false;
  d.computed_from = "[A] / [B]";
  return d;
}

TEST_P(IndicatorsStored, ComeBackAsTheyWereSaved) {
  const Definition saved = full(new_indicator());
  add(saved);
  const auto all = known(51);
  ASSERT_EQ(all.size(), 1u);
  const auto every = [](const Definition& d) {
    return std::tie(d.indicator, d.edition, d.at, d.applies_from, d.ends, d.breaks_series, d.reason, d.code, d.title,
                    d.meaning, d.why_it_matters, d.formula, d.numerator_label, d.denominator_label, d.unit, d.decimals,
                    d.kind, d.health_theme, d.polarity, d.frequency, d.aggregation, d.submitted, d.judged, d.multiplier,
                    d.comparator, d.no_change_within, d.least, d.most, d.baseline, d.baseline_note, d.tolerance,
                    d.source, d.caveats, d.statutory_return, d.tags, d.perspective, d.portfolio, d.service, d.owner,
                    d.checker, d.deputy, d.published, d.computed_from);
  };
  EXPECT_TRUE(every(all[0]) == every(saved));
}

TEST_P(IndicatorsStored, ComeBackWithNothingWhereThereIsNothing) {
  Definition bare;
  bare.indicator = new_indicator();
  bare.at = {51};
  bare.applies_from = kit::Date::of(2023, 4, 1);
  bare.code = "A";
  bare.title = "B";
  add(bare);
  const auto all = known(51);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_FALSE(all[0].ends || all[0].least || all[0].most || all[0].baseline || all[0].tolerance);
  EXPECT_TRUE(all[0].published);
}

TEST_P(IndicatorsStored, KeepEveryEditionAndShowThoseKnown) {
  Definition d = full(new_indicator());
  add(d);
  d.edition = 2;
  d.at = {70};
  d.code = "BBF08";
  const auto record = add(d);
  EXPECT_EQ(known(69).size(), 1u);
  ASSERT_EQ(known(70).size(), 2u);
  EXPECT_EQ(known(70)[1].code, "BBF08");
  EXPECT_EQ(known(70, record - 1).size(), 1u);
}

TEST_P(IndicatorsStored, RefuseTheSecondOfTwoOfficers) {
  const Definition d = full(new_indicator());
  add(d);
  EXPECT_THROW(add(d), kit::AlreadyThere);
  EXPECT_EQ(known(99).size(), 1u);
}

TEST_P(IndicatorsStored, AreRefusedWithoutAnIdentity) { EXPECT_THROW(add(full(99)), kit::Unsound); }

TEST_P(IndicatorsStored, AreNumberedOneAfterAnother) {
  const auto first = new_indicator();
  EXPECT_EQ(new_indicator(), first + 1);
}

TEST_P(IndicatorsStored, KnowWhereTheyComeFrom) {
  const auto whole = new_indicator(), part = new_indicator();
  const Lineage saved{part, whole, LineageKind::split_from, kit::Date::of(2025, 4, 1), "Two duties", {60}};
  save([&](auto& tx, auto record) { add_lineage(tx, std::span(&saved, 1), record); });
  auto tx = db->read();
  const auto all = load_lineage(tx, {60}, tests::every_record);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].indicator, part);
  EXPECT_EQ(all[0].from, whole);
  EXPECT_EQ(all[0].kind, LineageKind::split_from);
  EXPECT_EQ(all[0].on, saved.on);
  EXPECT_EQ(all[0].reason, saved.reason);
  EXPECT_TRUE(load_lineage(tx, {59}, tests::every_record).empty());
}

TEST_P(IndicatorsStored, TakeEveryWordTheProgramKnows) {
  const auto id = new_indicator();
  std::int32_t edition = 0;
  const auto keeps = [&](auto change) {
    Definition d = full(id);
    d.edition = ++edition;
    change(d);
    EXPECT_NO_THROW(add(d)) << "edition " << edition;
  };
  for (int i = 0; i <= static_cast<int>(Kind::management); ++i) keeps([&](Definition& d) { d.kind = Kind(i); });
  for (int i = 0; i <= static_cast<int>(Polarity::neutral); ++i)
    keeps([&](Definition& d) { d.polarity = Polarity(i); });
  for (int i = 0; i <= static_cast<int>(Aggregation::percentile); ++i)
    keeps([&](Definition& d) { d.aggregation = Aggregation(i); });
  for (int i = 0; i <= static_cast<int>(Submitted::cumulative_over_annual); ++i)
    keeps([&](Definition& d) { d.submitted = Submitted(i); });
  for (int i = 0; i <= static_cast<int>(Judged::rolling_12); ++i) keeps([&](Definition& d) { d.judged = Judged(i); });
  for (int i = 0; i <= static_cast<int>(Comparator::baseline); ++i)
    keeps([&](Definition& d) { d.comparator = Comparator(i); });
  for (int i = 0; i <= static_cast<int>(calendar::Frequency::annual); ++i)
    keeps([&](Definition& d) { d.frequency = calendar::Frequency(i); });
  for (int i = 0; i <= static_cast<int>(Tolerance::Kind::threshold); ++i)
    keeps([&](Definition& d) { d.tolerance->kind = Tolerance::Kind(i); });
  EXPECT_EQ(known(99).size(), static_cast<std::size_t>(edition));
}

}  // namespace
}  // namespace indicator
