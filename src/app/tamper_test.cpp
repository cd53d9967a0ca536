// G24: whatever single row of the record or of its particulars somebody changes in the database itself, the check names it.
#include <gtest/gtest.h>

#include "../../tests/support/on_both.h"
#include "app/integrity.h"
#include "council/council_store.h"
#include "council/erasure_store.h"
#include "council/record_store.h"

namespace app {
namespace {

struct Column {
  std::string table, key, name;
  bool number = false;
};
const Column columns[] = {
    {"record", "id", "at", true},
    {"record", "id", "who"},
    {"record", "id", "what"},
    {"record", "id", "subject"},
    {"record", "id", "detail"},
    {"record", "id", "key"},
    {"record", "id", "previous"},
    {"record", "id", "hash"},
    {"record", "id", "moves", true},
    {"record", "id", "sealed"},
    {"particulars", "record", "salt"},
    {"particulars", "record", "place"},
    {"particulars", "record", "authority"},
    {"particulars", "record", "was"},
    {"particulars", "record", "became"},
};
constexpr int records = 40;

class ARecordTamperedWith : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    for (int i = 1; i <= records; ++i) add(i);
  }
  void add(int i) {
    auto tx = db->write();
    council::Deed deed{{1000 + i}, "p.shah", "setting", "name", "row " + std::to_string(i), "key " + std::to_string(i)};
    deed.particulars = {"10.0.0." + std::to_string(i), "owner", "was " + std::to_string(i), "is " + std::to_string(i)};
    const auto done = council::record(tx, std::move(deed));
    council::add_settings(tx, std::vector<council::Setting>{{"name", "Council " + std::to_string(i), {1000 + i}}}, done.id);
    tx.commit();
  }
  void run(const std::string& text, const kit::Values& values = {}) {
    auto tx = db->write();
    tx.run({"tamper", text, ""}, values);
    tx.commit();
  }
  std::string text_of(const Column& column, int row) {
    std::string found;
    auto tx = db->read();
    const std::string query = "select cast(" + column.name + " as text) from " + column.table + " where " + column.key + " = :row";
    tx.each({"look", query, ""}, {{"row", std::int64_t(row)}}, "t", [&](const kit::Row& r) { found = r.text(0); });
    return found;
  }
  void set(const Column& column, int row, const std::string& value) {
    const std::string query = "update " + column.table + " set " + column.name + " = :value where " + column.key + " = :row";
    if (column.number) run(query, {{"value", std::int64_t(std::stoll(value))}, {"row", std::int64_t(row)}});
    else run(query, {{"value", value}, {"row", std::int64_t(row)}});
  }
  // Another value of the same length where the length is fixed.
  static std::string changed(const Column& column, std::string value) {
    if (column.name == "moves") return value == "1" ? "0" : "1";
    if (column.number) return std::to_string(std::stoll(value) + 1);
    if (column.name != "hash") return value + "x";
    value[0] = value[0] == '0' ? '1' : '0';
    return value;
  }
  bool names_row(int row) {
    for (const auto& fault : check_everything(*db).faults) {
      const auto at = fault.find("ecord " + std::to_string(row));
      if (at != fault.npos && !std::isdigit(static_cast<unsigned char>(fault[at + 6 + std::to_string(row).size()]))) return true;
    }
    return false;
  }
  std::unique_ptr<kit::Database> db;
};
INSTANTIATE_TEST_SUITE_P(On, ARecordTamperedWith, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(ARecordTamperedWith, IsFoundAndNamedInEachOfAHundredChanges) {
  ASSERT_EQ(check_everything(*db).faults, std::vector<std::string>());
  int changes = 0, named = 0;
  for (const auto& column : columns)
    for (const int row : {1, 2, 9, 17, 28, 39, 40}) {
      const auto before = text_of(column, row);
      set(column, row, changed(column, before));
      ++changes;
      if (names_row(row)) ++named;
      else ADD_FAILURE() << column.table << "." << column.name << " of row " << row << " was changed and not named";
      set(column, row, before);
    }
  EXPECT_GE(changes, 100);
  EXPECT_EQ(named, changes);
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>());
}

TEST_P(ARecordTamperedWith, IsFoundWhenItsParticularsAreTakenAwayOrErasedWithoutARecord) {
  run("update particulars set erased_at = 5, salt = '', place = '', authority = '', was = '', became = '' where record = 3");
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>{"The particulars of record 3 were erased, and no record says so."});
  run("delete from particulars where record = 3");
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>{"The particulars of record 3 were removed."});
}

TEST_P(ARecordTamperedWith, HoldsAfterAnErasureThatIsRecorded) {
  council::Erased erased;
  {
    auto tx = db->write();
    erased = council::erase(tx, {{1020}, {0}}, "goldenthread erase", {5000});
    tx.commit();
  }
  EXPECT_EQ(erased.particulars, 19);
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>());
  auto tx = db->read();
  EXPECT_EQ(council::find_one_record(tx, 19)->kept.particulars.was, "");
  EXPECT_EQ(council::find_one_record(tx, 20)->kept.particulars.was, "was 20");
  EXPECT_EQ(council::find_one_record(tx, records + 1)->record.deed.detail, "particulars of 19 records, 0 people who left and 0 letters");
}

TEST_P(ARecordTamperedWith, IsFoundWhenWhatIsSaidToBeErasedIsNot) {
  {
    auto tx = db->write();
    council::erase(tx, {{1020}, {0}}, "goldenthread erase", {5000});
    tx.commit();
  }
  run("update particulars set was = 'mine' where record = 4");
  EXPECT_EQ(check_everything(*db).faults, std::vector<std::string>{"The particulars of record 4 are said to be erased and are not."});
}

}  // namespace
}  // namespace app
