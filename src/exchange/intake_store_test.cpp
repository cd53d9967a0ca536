#include "exchange/intake_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "exchange/ambleford.h"
#include "exchange/export.h"
#include "exchange/preview.h"

namespace exchange {
namespace {

// The demo council's figures end on this day.
const kit::Moment now = *kit::Moment::parse("2025-11-20T09:00:00Z");

class BringingIn : public tests::Stored {
 protected:
  std::vector<SheetText> everything() { return export_all(*assess::load_picture(*db, now)); }
  std::unique_ptr<kit::Database> another() {
    auto path = folder.path / ("again" + std::to_string(++made_) + ".db");
    return kit::Database::open(path);
  }

 private:
  int made_ = 0;
};

std::string said(const kit::Refusals& refusals) {
  std::string all;
  for (const auto& one : refusals.all()) all += one.field + ": " + one.sentence + "\n";
  return all;
}

TEST_P(BringingIn, TheDemoCouncilAndOutAgainGivesTheSameBytes) {
  const auto saved = bring_in(*db, ambleford(), "tests", now);
  ASSERT_TRUE(saved) << said(saved.refusals());
  EXPECT_EQ(saved->record, 1);
  const auto sheets = everything();

  Import csv;
  for (const auto& sheet : sheets) csv.files.push_back({file_name(sheet.sheet), as_csv(sheet), {}});
  Import workbook;
  workbook.files.push_back({"council.xlsx", as_workbook(sheets), {}});
  for (const auto& import : {csv, workbook}) {
    auto again = another();
    const auto second = bring_in(*again, import, now);
    ASSERT_TRUE(second) << said(second.refusals());
    const auto out = export_all(*assess::load_picture(*again, now));
    for (std::size_t i = 0; i < sheets.size(); ++i) EXPECT_EQ(as_csv(out[i]), as_csv(sheets[i])) << name(sheets[i].sheet);
    EXPECT_EQ(as_json(out), as_json(sheets));
    EXPECT_EQ(as_workbook(out), as_workbook(sheets));
  }
}

// Two editions for the council and one for a kind, given up later.
constexpr const char* rules_csv =
    "for,name,steps,applies_from,reason,authority,changed_by,gone,recorded_on\n"
    "council,Two strikes,green if on_target; red if off_target and worse_than_year; amber,2024-04-01,Fewer alarms.,\"Cabinet, 12 March 2024\",i.greaves,,2024-03-12\n"
    "council,Two strikes,green if on_target; red if off_target and worse_than_year; amber if within_percent 10; red,2025-04-01,Ten per cent is enough.,Cabinet,i.greaves,,2025-03-11\n"
    "core,Strict,green if on_target; red,2024-04-01,Core means core.,Cabinet,,,2024-03-12\n"
    "core,Strict,green if on_target; red,2025-04-01,One rule for all.,Cabinet,,yes,2025-03-11\n";

TEST_P(BringingIn, TheCouncilsOwnRulesAndOutAgainGivesTheSameBytes) {
  ASSERT_TRUE(bring_in(*db, ambleford(), "tests", now));
  const auto saved = bring_in(*db, {{"rules.csv", rules_csv}}, "tests", {now.seconds + 1});
  ASSERT_TRUE(saved) << said(saved.refusals());
  EXPECT_EQ(summary(saved->changes), "New: 4 status rules.");
  const auto picture = assess::load_picture(*db, {now.seconds + 2});
  ASSERT_EQ(picture->rules.size(), 4u);
  const auto sheets = export_all(*picture);
  EXPECT_EQ(bring_in(*db, {{"rules.csv", rules_csv}}, "tests", {now.seconds + 3})->record, 0) << "the same again changes nothing";

  Import csv;
  for (const auto& sheet : sheets) csv.files.push_back({file_name(sheet.sheet), as_csv(sheet), {}});
  auto again = another();
  const auto second = bring_in(*again, csv, {now.seconds + 2});
  ASSERT_TRUE(second) << said(second.refusals());
  const auto copy = assess::load_picture(*again, {now.seconds + 3});
  EXPECT_EQ(copy->rules, picture->rules);
  EXPECT_EQ(as_json(export_all(*copy)), as_json(sheets));
}

TEST_P(BringingIn, ARuleThatIsNotSoundIsRefusedWithItsPlace) {
  ASSERT_TRUE(bring_in(*db, ambleford(), "tests", now));
  const std::string header = "for,name,steps,applies_from,reason,authority\n";
  const auto refused = [&](const std::string& row) {
    return said(bring_in(*db, {{"rules.csv", header + row}}, "tests", {now.seconds + 1}).refusals());
  };
  EXPECT_EQ(refused("council,Ours,green if on_target; amber,2025-04-01,Why.,Cabinet\n"),
            "rules.csv, row 2, column steps: No step says Off target. Add one: a rule that cannot say it hides what needs attention.\n");
  EXPECT_EQ(
      refused("council,Ours,green if close,2025-04-01,Why.,Cabinet\n"),
      "rules.csv, row 2, column steps: found ‘green if close’. Correct the rule: found ‘close’. Type a condition such as on_target, within_percent 5 or worse_than_year.\n");
  EXPECT_EQ(
      refused("place_based,Ours,green if on_target; red,2025-04-01,Why.,Cabinet\n"),
      "rules.csv, row 2, column for: found ‘place_based’. Choose one of: council, core, service, organisational_health, management.\n");
}

TEST_P(BringingIn, TheSameFilesTwiceChangesNothing) {
  ASSERT_TRUE(bring_in(*db, ambleford(), "tests", now));
  const auto again = bring_in(*db, ambleford(), "tests", {now.seconds + 60});
  ASSERT_TRUE(again) << said(again.refusals());
  EXPECT_EQ(again->record, 0) << as_text(again->changes);
  EXPECT_EQ(db->version(), 1);
}

TEST_P(BringingIn, NothingIsSavedWhenOneRowIsWrong) {
  ASSERT_TRUE(bring_in(*db, ambleford(), "tests", now));
  Import import;
  import.files = {{"council.csv", "what,code,name\nsetting,name,Otherford\n", {}},
                  { "targets.csv",
                    "indicator,year,kind,target\nNOSUCH,2025/26,flat,1\n",
                    {} }};
  EXPECT_FALSE(bring_in(*db, import, now));
  EXPECT_EQ(db->version(), 1);
}

TEST_P(BringingIn, APreviewSavesNothing) {
  Import import;
  import.files = {{"council.csv", "what,code,name\nsetting,name,Otherford\n", {}}};
  const auto seen = preview(*db, import, now);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->changes[Sheet::council].added, 1u);
  EXPECT_EQ(db->version(), 0);
}

TEST_P(BringingIn, TheSameImportHasTheSameKeyUntilTheDataMoveOn) {
  Import import;
  import.files = {{"council.csv", "what,code,name\nsetting,name,Otherford\n", {}}};
  const auto key = key_of(import, 0);
  EXPECT_EQ(key, key_of(import, 0));
  EXPECT_NE(key, key_of(import, 1));
  ASSERT_TRUE(bring_in(*db, import, now));
  auto tx = db->read();
  EXPECT_EQ(council::find_record(tx, key), 1);
}

TEST_P(BringingIn, PublishedFilesOfARealCouncil) {
  const std::filesystem::path shared = std::filesystem::path(SOURCE_ROOT) / "../shared/data/trafford_kpis";
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "The published files of the council are not on this machine.";
  Import import;
  import.own_area = "E08000009";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shared))
    if (entry.path().extension() == ".csv") import.files.push_back({entry.path().filename(), {}, entry.path()});
  const auto saved = bring_in(*db, import, now);
  ASSERT_TRUE(saved) << said(saved.refusals());
  EXPECT_EQ((*saved).changes[Sheet::figures].added, 252u);
  EXPECT_EQ(saved->changes.comparators.added, 3892u);
  EXPECT_EQ(assess::load_picture(*db, now)->council.setting("name"), "Trafford");
  const auto again = bring_in(*db, import, {now.seconds + 60});
  ASSERT_TRUE(again) << said(again.refusals());
  EXPECT_EQ(again->record, 0);
}

INSTANTIATE_TEST_SUITE_P(On, BringingIn, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace exchange
