#include "collect/target_round_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace collect {
namespace {

using kit::Decimal;
using Stage = ProposedTarget::Stage;

constexpr calendar::FinancialYear year{2026};

class RoundsStored : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, RoundsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(RoundsStored, ComeBackAsTheyWereMade) {
  ProposedTarget made;
  made.target.indicator = new_indicator();
  made.target.year = year;
  made.target.kind = indicator::TargetKind::by_period;
  made.target.periods = {Decimal::whole(60), *Decimal::parse("-0.5"), *Decimal::parse("62.125"), Decimal::whole(63)};
  made.target.minimum = Decimal::whole(50);
  made.target.stretch = Decimal::whole(80);
  made.target.tolerance = {indicator::Tolerance::Kind::absolute, Decimal::whole(2), Decimal::whole(10)};
  made.target.rationale = "two\nlines";
  made.because = Rationale::benchmark;
  made.proposed_by = "f.aziz";
  made.at = {60};
  save([&](auto& tx, auto record) { add_proposed_target(tx, made, record); });
  auto agreed = made;
  agreed.edition = 2;
  agreed.stage = Stage::agreed;
  agreed.decided_by = "e.thorne";
  save([&](auto& tx, auto record) { add_proposed_target(tx, agreed, record); });
  EXPECT_THROW(save([&](auto& tx, auto record) { add_proposed_target(tx, agreed, record); }), kit::Conflict);
  save([&](auto& tx, auto record) { add_challenge(tx, {made.target.indicator, year, 1, "p.shah", "Why?", {70}}, record); });

  auto tx = db->read();
  auto round = load_round(tx, year);
  ASSERT_EQ(round.editions[made.target.indicator].size(), 2u);
  const auto& back = round.editions[made.target.indicator][1];
  EXPECT_TRUE(back.is_agreed());
  EXPECT_EQ(back.target.periods, made.target.periods);
  EXPECT_EQ(back.target.tolerance, made.target.tolerance);
  EXPECT_EQ(back.target.rationale, "two\nlines");
  EXPECT_EQ(back.because, Rationale::benchmark);
  EXPECT_EQ(back.target.value, std::nullopt);
  ASSERT_EQ(round.challenges[made.target.indicator].size(), 1u);
  EXPECT_EQ(round.challenges[made.target.indicator][0].words, "Why?");
  EXPECT_TRUE(load_round(tx, {2025}).editions.empty());
}

TEST_P(RoundsStored, AreSealedOnce) {
  save([&](auto& tx, auto record) { EXPECT_TRUE(add_seal(tx, {year, "k.benali", {80}}, record)); });
  save([&](auto& tx, auto record) { EXPECT_FALSE(add_seal(tx, {year, "goldenthread", {90}}, record)); });
  auto tx = db->read();
  EXPECT_EQ(seal_of(tx, year)->by, "k.benali");
  EXPECT_FALSE(seal_of(tx, {2027}));
}

}  // namespace
}  // namespace collect
