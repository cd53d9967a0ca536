// The past of the councils before, saved on both databases.
#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "council/record_store.h"
#include "exchange/ambleford.h"
#include "exchange/export.h"
#include "exchange/intake_store.h"
#include "exchange/predecessor_example.h"

namespace exchange {
namespace {

const kit::Moment now = *kit::Moment::parse("2025-11-20T09:00:00Z");

class ThePastOfAmbleford : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(bring_in(*db, ambleford(), "tests", now));
  }
  Import past() {
    const auto picture = assess::load_picture(*db, now);
    Import import;
    import.files = {{"predecessors.csv", example_predecessors(*picture), {}}, {"mapping.csv", example_mapping(*picture), {}}};
    import.succession.reason = "Agreed with the section 151 officer.";
    import.by = Intake::By::team;
    return import;
  }
  std::string figures(kit::Database& of) { return as_csv(export_sheet(*assess::load_picture(of, later), Sheet::figures)); }
  const kit::Moment later{now.seconds + 60};
};

TEST_P(ThePastOfAmbleford, IsSavedWithItsMarksItsReasonAndNothingElse) {
  const auto before = figures(*db);
  const auto saved = bring_in(*db, past(), {now.seconds + 1});
  ASSERT_TRUE(saved) << saved.refusals().all().front().sentence;
  const auto after = figures(*db);
  for (const auto* mark : {",exact,", ",apportioned,", ",incomplete,"}) {
    EXPECT_EQ(before.find(mark), std::string::npos);
    EXPECT_NE(after.find(mark), std::string::npos) << mark;
  }
  EXPECT_NE(after.find("Added up from 60% of Amber County."), std::string::npos);
  auto tx = db->read();
  const auto record = council::find_one_record(tx, saved->record);
  ASSERT_TRUE(record);
  EXPECT_NE(record->record.deed.detail.find("Why: Agreed with the section 151 officer."), std::string::npos);
  EXPECT_EQ(record->record.deed.subject, "predecessors.csv and mapping.csv");
}

TEST_P(ThePastOfAmbleford, ChangesNothingTheSecondTime) {
  auto import = past();
  ASSERT_TRUE(bring_in(*db, import, {now.seconds + 1}));
  const auto once = figures(*db);
  import.succession.reason = "Once more.";
  const auto again = bring_in(*db, import, {now.seconds + 2});
  ASSERT_TRUE(again) << again.refusals().all().front().sentence;
  EXPECT_EQ(again->record, 0);
  EXPECT_EQ(figures(*db), once);
}

TEST_P(ThePastOfAmbleford, ComesOutAndInAgainWithTheSameBytes) {
  ASSERT_TRUE(bring_in(*db, past(), {now.seconds + 1}));
  Import all;
  for (const auto& sheet : export_all(*assess::load_picture(*db, later))) all.files.push_back({file_name(sheet.sheet), as_csv(sheet), {}});
  const auto again = kit::Database::open(folder.path / "again.db");
  const auto saved = bring_in(*again, all, later);
  ASSERT_TRUE(saved) << saved.refusals().all().front().sentence;
  EXPECT_EQ(figures(*again), figures(*db));
}

INSTANTIATE_TEST_SUITE_P(On, ThePastOfAmbleford, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace exchange
