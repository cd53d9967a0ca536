// What the check finds in editions of reports.
#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "app/integrity.h"
#include "report/distribution_list_store.h"
#include "report/pack_store.h"
#include "report/run_store.h"

namespace app {
namespace {

const report::EditionKey key{"core", calendar::Period::month(2025, 6), 1};

class CheckingReports : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      const report::Edition edition{key, 0, {100}, "", "", "", {100}, {}};
      report::add_edition(tx, edition, {"{\"full\":1}", "{\"open\":1}"}, record);
      report::add_signed(tx, key, {"{\"full\":2}", "{\"open\":2}"}, record);
      report::add_step(tx, edition, {report::Doing::signed_off, "d.lyle", "", {110}}, record);
      report::add_words(tx, key.pack, key.period, {"words/words", 1, "In short.", 0, "d.lyle", {105}}, record);
      auto pack = report::shipped_packs().front();
      pack.edition = 1;
      pack.at = {90};
      report::add_pack(tx, pack, record);
      report::add_list(tx, {0, 1, "Committee", {}, {"clerk@parish.example"}, false, "i.greaves", {95}}, record);
      report::add_rerun(
          tx, {{key.pack, key.period, 2}, 1, report::Rerun::Stage::asked, "Counted twice.", "i.greaves", "", "", {120}},
          record);
    });
  }

  std::vector<std::string> faults(const std::string& damage = {}) {
    if (!damage.empty()) {
      auto tx = db->write();
      tx.run({"damage", damage, ""}, {});
      tx.commit();
    }
    return check_everything(*db).faults;
  }
};
INSTANTIATE_TEST_SUITE_P(On, CheckingReports, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

using Faults = std::vector<std::string>;

TEST_P(CheckingReports, FindsNothingWrongInSoundOnes) { EXPECT_EQ(faults(), Faults{}); }

TEST_P(CheckingReports, FindsADocumentThatWasChanged) {
  EXPECT_EQ(faults("update report_document set document = '{\"open\":3}' where form = 'public' and stage = 'run'"),
            Faults{"The report core of 2025-06-01/P1M (edition 1, public) is not what was kept."});
}
TEST_P(CheckingReports, FindsAnEditionThatLacksAForm) {
  EXPECT_EQ(faults("delete from report_document where form = 'public' and stage = 'signed_off'"),
            Faults{"The report core of 2025-06-01/P1M (edition 1) does not hold what an edition holds."});
}
TEST_P(CheckingReports, FindsOneThatWasPublishedUnsigned) {
  const auto found = faults("update report_step set step = 'published'");
  EXPECT_NE(std::ranges::find(
                found, "The report core of 2025-06-01/P1M (edition 1) was published, and nobody had signed it off."),
            found.end());
}
TEST_P(CheckingReports, FindsAGapInEditions) {
  EXPECT_EQ(faults("update report_pack set edition = 3"), Faults{"Report pack core has edition 3 where edition 1 should stand."});
  EXPECT_EQ(faults("update distribution_list set edition = 2").back(), "Distribution list 1 has edition 2 where edition 1 should stand.");
  EXPECT_EQ(faults("update report_words set edition = 2").back(),
            "Words of report core of 2025-06-01/P1M at words/words has edition 2 where edition 1 should stand.");
}

}  // namespace
}  // namespace app
