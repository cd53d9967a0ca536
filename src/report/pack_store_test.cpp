// Packs in the database: since when one runs as it does, so that a change of how often it runs makes nothing of the past.
#include "report/pack_store.h"

#include <algorithm>

#include "../../tests/support/stored.h"
#include "report/edition.h"

namespace report {
namespace {

using calendar::Frequency;

class PacksKept : public tests::Stored {
 protected:
  // The next edition of a pack, a day after the one before.
  void change(const std::string& code, const auto& how) {
    auto packs = load();
    auto pack = *find(packs, code);
    how(pack);
    ++pack.edition;
    pack.at = now = {now.seconds + 86400};
    auto tx = db->write();
    add_pack(tx, pack,
             council::record(
                 tx, {now, "tests", "report pack changed", code, "", "pack " + code + std::to_string(pack.edition)})
                 .id);
    tx.commit();
  }
  std::vector<Pack> load() {
    auto tx = db->read();
    return load_packs(tx);
  }
  Pack pack(const std::string& code) {
    const auto packs = load();
    return *find(packs, code);
  }
  std::size_t due(const std::string& code, kit::Moment until) {
    const auto packs = load();
    const auto all = due_runs(packs, calendar::usual_cycles(), {}, until);
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const DueRun& run) { return run.pack->code == code; }));
  }
  kit::Moment now = *kit::Moment::parse("2025-06-15T12:00:00Z");
};
INSTANTIATE_TEST_SUITE_P(On, PacksKept, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(PacksKept, OfTheShippedOnesRunAsTheyAlwaysDidWhenTheirSectionsChange) {
  change("core", [](Pack& one) { one.sections.pop_back(); });
  EXPECT_EQ(pack("core").since, kit::Moment{});
  EXPECT_EQ(pack("core").sections.size(), shipped_packs().front().sections.size() - 1);
}

TEST_P(PacksKept, RunOfTheirNewFrequencyFromTheChangeOnAndMakeNothingOfThePast) {
  change("quarterly", [](Pack& one) { one.frequency = Frequency::monthly; });
  const auto changed = now;
  change("quarterly", [](Pack& one) { one.title = "Monthly now"; });
  EXPECT_EQ(pack("quarterly").since, changed);
  EXPECT_EQ(due("quarterly", {changed.seconds + 86400}), 0u) << "no month of the past";
  EXPECT_GE(due("quarterly", {changed.seconds + 60 * 86400}), 1u);
}

TEST_P(PacksKept, DoNotMakeUpForWhatTheyMissedWhileTheyWereStopped) {
  change("core", [](Pack& one) { one.gone = true; });
  now.seconds += 100 * 86400;
  change("core", [](Pack& one) { one.gone = false; });
  EXPECT_EQ(pack("core").since, now);
  EXPECT_EQ(due("core", now), 0u);
}

TEST_P(PacksKept, OfTheCouncilsOwnRunFromTheirMaking) {
  const auto typed = Pack{.code = "own",
                          .title = "Own",
                          .audience = "All",
                          .sections = {{"words", Shows::words, "Words", {}, Grouping::none, 0}}};
  auto tx = db->write();
  auto made = typed;
  made.edition = 1;
  made.at = now;
  add_pack(tx, made, council::record(tx, {now, "tests", "report pack made", "own", "", "own"}).id);
  tx.commit();
  { auto done = std::move(tx); }
  const auto first = now;
  change("own", [](Pack& one) { one.title = "Another title"; });
  EXPECT_EQ(pack("own").since, first);
}

}  // namespace
}  // namespace report
