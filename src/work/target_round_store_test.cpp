// A round is sealed exactly once: by hand or by the clock, by several servers at once, after a restart or a standstill.
#include "work/target_round_store.h"

#include <gtest/gtest.h>

#include <thread>

#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/account_store.h"
#include "council/council_store.h"
#include "indicator/target_store.h"
#include "work/clock_jobs.h"

namespace work {
namespace {

using collect::ProposedTarget;
using kit::Decimal;
using kit::Moment;

constexpr calendar::FinancialYear year{2026};
const Moment march = *Moment::parse("2026-03-10T10:00:00Z"), april = *Moment::parse("2026-03-31T23:00:00Z");

class TheSeal : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    for (const char* code : {"A01", "A02", "A03"}) add(code);
    do_what_is_due(*db, *Moment::parse("2026-03-01T10:00:00Z"), "");
  }

  void add(const char* code) {
    indicator::Definition d;
    d.indicator = new_indicator();
    d.at = {60};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = code;
    d.title = "Repairs done in time";
    d.owner = "owner";
    save([&](auto& tx, auto record) { indicator::add_definitions(tx, std::span(&d, 1), record); });
    indicators.push_back(d.indicator);
  }
  void step(std::size_t which, ProposedTarget::Stage stage, int edition, int value = 92) {
    ProposedTarget p;
    p.target.indicator = indicators[which];
    p.target.year = year;
    p.target.value = Decimal::whole(value);
    p.target.rationale = "A little better.";
    p.edition = edition;
    p.stage = stage;
    p.proposed_by = "owner";
    p.decided_by = stage == ProposedTarget::Stage::proposed ? "" : "head";
    p.at = {march.seconds + edition};
    save([&](auto& tx, auto record) { collect::add_proposed_target(tx, p, record); });
  }
  void agree_on_first_two() {
    for (const std::size_t which : {0, 1}) step(which, ProposedTarget::Stage::proposed, 1), step(which, ProposedTarget::Stage::agreed, 2);
    step(2, ProposedTarget::Stage::proposed, 1);
  }
  bool seal_by_hand(kit::Database& at, Moment now) {
    const auto picture = assess::load_picture(at, Moment::end_of(now.date()));
    auto tx = at.write();
    const bool is_new = seal_round(tx, load_round(tx, *picture, year), {now, "k.benali", {}, {}, {}, {}, council::Moves::nothing, {}}, now);
    if (is_new) tx.commit();
    return is_new;
  }
  std::vector<indicator::Target> targets() {
    auto tx = db->read();
    return indicator::load_targets(tx, *Moment::parse("2027-01-01"), tests::every_record);
  }
  std::int64_t count(const char* query) {
    auto tx = db->read();
    return tx.number({"asked", query, ""}).value_or(-1);
  }
  void expect_sealed_once(std::string_view by, Moment at) {
    EXPECT_EQ(count("select count(*) from record where what = 'targets sealed' and subject = '2026/27'"), 1);
    EXPECT_EQ(count("select count(*) from target_seal"), 1);
    const auto all = targets();
    ASSERT_EQ(all.size(), 2u) << "the third was never agreed";
    for (const auto& one : all) {
      EXPECT_EQ(one.edition, 1);
      EXPECT_EQ(one.value, Decimal::whole(92));
      EXPECT_EQ(one.at, at);
      EXPECT_EQ(one.rationale, "Judgement: A little better.");
    }
    auto tx = db->read();
    EXPECT_EQ(collect::seal_of(tx, year)->by, by);
  }
  std::vector<indicator::IndicatorId> indicators;
};
INSTANTIATE_TEST_SUITE_P(On, TheSeal, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(TheSeal, ComesByTheClockOnTheFirstOfAprilAndNotBefore) {
  agree_on_first_two();
  do_what_is_due(*db, {april.seconds - 1}, "");
  EXPECT_TRUE(targets().empty());
  do_what_is_due(*db, april, "");
  do_what_is_due(*db, {april.seconds + 60}, "");
  expect_sealed_once("goldenthread", april);
  EXPECT_EQ(count("select count(*) from record where what = 'targets sealed' and detail = '2 agreed, 1 proposed and not agreed'"), 1);
}

TEST_P(TheSeal, ComesOnceFromServersThatLookTogetherAndAfterAStandstill) {
  agree_on_first_two();
  const Moment late{april.seconds + 9 * 86400};
  std::vector<std::unique_ptr<kit::Database>> servers;
  for (int i = 0; i < 3; ++i) servers.push_back(kit::Database::open(address));
  std::vector<std::thread> together;
  for (auto& server : servers) together.emplace_back([&] { do_what_is_due(*server, late, ""); });
  for (auto& one : together) one.join();
  expect_sealed_once("goldenthread", april);
  db = kit::Database::open(address);
  do_what_is_due(*db, {late.seconds + 86400}, "");
  expect_sealed_once("goldenthread", april);
}

TEST_P(TheSeal, ByHandIsTheLastWord) {
  agree_on_first_two();
  EXPECT_TRUE(seal_by_hand(*db, march));
  EXPECT_FALSE(seal_by_hand(*db, march));
  step(2, ProposedTarget::Stage::agreed, 2, 50);  // by another program: no page lets anybody
  do_what_is_due(*db, {april.seconds + 60}, "");
  expect_sealed_once("k.benali", march);
}

TEST_P(TheSeal, ByTwoHandsAtOnceIsOne) {
  agree_on_first_two();
  const auto other = kit::Database::open(address);
  int sealed = 0;
  std::mutex guard;
  std::vector<std::thread> together;
  for (auto* server : {db.get(), other.get()}) together.emplace_back([&, server] {
    bool is_new = false;
    try {
      is_new = seal_by_hand(*server, march);
    } catch (const kit::Conflict&) {
    }
    const std::lock_guard held(guard);
    sealed += is_new;
  });
  for (auto& one : together) one.join();
  EXPECT_EQ(sealed, 1);
  expect_sealed_once("k.benali", march);
}

TEST_P(TheSeal, IsKeptWithoutAnyTargetToo) {
  do_what_is_due(*db, {april.seconds + 60}, "");
  EXPECT_TRUE(targets().empty());
  EXPECT_EQ(count("select count(*) from target_seal"), 1);
  EXPECT_EQ(count("select count(*) from record where what = 'targets sealed' and moves = 1"), 0) << "no page grows stale";
}

TEST_P(TheSeal, FollowsATargetThatAFileBroughtInWithItsNextEdition) {
  indicator::Target brought_in;
  brought_in.indicator = indicators[0];
  brought_in.year = year;
  brought_in.at = {100};
  brought_in.value = Decimal::whole(80);
  save([&](auto& tx, auto record) { indicator::add_targets(tx, std::span(&brought_in, 1), record); });
  agree_on_first_two();
  do_what_is_due(*db, april, "");
  const auto all = targets();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[1].edition, 2);
  EXPECT_EQ(all[1].value, Decimal::whole(92));
  EXPECT_EQ(all[1].reason, "Agreed in the round of targets for 2026/27.");
}

class TheRoundThatOpens : public TheSeal {
 protected:
  void SetUp() override {
    TheSeal::SetUp();
    if (IsSkipped()) return;
    council::Person owner{"owner", "Olive Owner", "", "owner@example.org", council::Role::officer, ""};
    owner.at = {60};
    save([&](auto& tx, auto record) { council::add_people(tx, std::span(&owner, 1), record); });
  }
  std::vector<std::string> letters() {
    auto tx = db->read();
    std::vector<std::string> found;
    tx.each({"letters", "select subject, plain from mail where key like 'propose %' order by id", ""}, {}, "tt",
            [&](const kit::Row& row) { found.push_back(row.text(0) + "\n" + row.text(1)); });
    return found;
  }
};
INSTANTIATE_TEST_SUITE_P(On, TheRoundThatOpens, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(TheRoundThatOpens, AsksEachOwnerOnceForWhatIsMissing) {
  const auto morning = *Moment::parse("2026-12-01T08:00:00Z");
  do_what_is_due(*db, {morning.seconds - 60}, "https://example.org");
  EXPECT_TRUE(letters().empty());
  do_what_is_due(*db, morning, "https://example.org");
  do_what_is_due(*db, {morning.seconds + 5}, "https://example.org");
  const auto told = letters();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_TRUE(told[0].starts_with("Targets for 2027/28 are to be proposed: 3\nThe round of targets for 2027/28 is open.")) << told[0];
  EXPECT_NE(told[0].find("challenged from 1 January 2027, agreed by 28 February 2027 and sealed on 1 April 2027."),
            std::string::npos)
      << told[0];
  EXPECT_NE(told[0].find("https://example.org/targets/A02?year=2027-28"), std::string::npos) << told[0];
}

TEST_P(TheRoundThatOpens, FollowsTheCouncilsCalendarAndWhoWantsNoReminders) {
  save([&](auto& tx, auto record) { collect::add_target_calendar(tx, {{11, 2}, {12, 1}, {1, 31}, {2, 20}}, {60}, record); });
  do_what_is_due(*db, *Moment::parse("2026-11-02T09:00:00Z"), "https://example.org");
  EXPECT_EQ(letters().size(), 1u);
  save([&](auto& tx, auto) { council::set_preference(tx, "owner", "reminders", "off"); });
  do_what_is_due(*db, *Moment::parse("2027-11-02T09:00:00Z"), "https://example.org");
  EXPECT_EQ(letters().size(), 1u);
}

}  // namespace
}  // namespace work
