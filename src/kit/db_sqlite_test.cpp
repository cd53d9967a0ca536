#include "kit/db_test.h"

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

namespace kit {
namespace {

TEST(TheSqliteDatabase, IsSetUpSoThatAPowerCutLosesNothing) {
  tests::TemporaryFolder folder;
  const auto db = Database::open(folder.path / "a.db", one);
  auto tx = db->write();
  EXPECT_EQ(tx.number({"test", "pragma synchronous", ""}), 2);
  EXPECT_EQ(tx.number({"test", "pragma foreign_keys", ""}), 1);
  EXPECT_EQ(tx.number({"test", "pragma mmap_size", ""}).value_or(0), 0);
  EXPECT_EQ(tx.number({"test", "select count(*) from pragma_journal_mode where journal_mode = 'wal'", ""}), 1);
  EXPECT_EQ(db->read().number({"test", "pragma wal_autocheckpoint", ""}), 0);
  EXPECT_EQ(tx.number({"test", "pragma wal_autocheckpoint", ""}), 0);
}

// The log beside the database would otherwise grow for as long as the program runs.
TEST(TheSqliteDatabase, TakesOverWhatWasWrittenWhenItIsMuch) {
  tests::TemporaryFolder folder;
  const auto path = folder.path / "a.db";
  const auto db = Database::open(path, one);
  const auto write = [&](int round) {
    auto tx = db->write();
    for (int i = 1; i <= 1100; ++i)
      tx.run(add_record, {{"id", std::int64_t(round * 10'000 + i)}, {"what", std::string(4000, 'x')}});
    tx.commit();
  };
  write(1);
  EXPECT_GT(std::filesystem::file_size(path), 4'000'000);
  const auto log = std::filesystem::file_size(path.string() + "-wal");
  for (int round = 2; round <= 4; ++round) write(round);
  EXPECT_GT(std::filesystem::file_size(path), 16'000'000);
  EXPECT_LT(std::filesystem::file_size(path.string() + "-wal"), 2 * log);
}

// S7 of the past holes: another file attached, read or written through SQL that somebody slipped in.
TEST(TheSqliteDatabase, AttachesNoOtherFile) {
  tests::TemporaryFolder folder;
  const auto db = Database::open(folder.path / "a.db", one);
  const auto path = (folder.path / "b.db").string();
  EXPECT_THROW(db->write().number({"test", "attach database :path as elsewhere", ""}, {{"path", path}}), Failure);
  EXPECT_THROW(db->read().number({"test", "attach database :path as elsewhere", ""}, {{"path", path}}), Failure);
  EXPECT_THROW(db->read().number({"test", "select load_extension('b')", ""}), Failure);
  EXPECT_FALSE(std::filesystem::exists(folder.path / "b.db"));
}

TEST(TheSqliteDatabase, WaitsForAnotherProgramThatWrites) {
  tests::TemporaryFolder folder;
  const auto ours = Database::open(folder.path / "a.db", one), theirs = Database::open(folder.path / "a.db", one);
  auto first = std::make_unique<Transaction>(ours->write());
  first->run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("first")}});
  std::atomic<bool> began = false;
  std::thread second([&] {
    auto tx = theirs->write();
    began = true;
    tx.run(add_record, {{"id", std::int64_t(2)}, {"what", std::string("second")}});
    tx.commit();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_FALSE(began);
  first->commit();
  first.reset();
  second.join();
  EXPECT_EQ(ours->version(), 2);
}

TEST(TheSqliteDatabase, SaysWhenItCannotBeOpened) {
  EXPECT_THROW(Database::open("/nowhere/at/all.db", one), Failure);
  tests::TemporaryFolder folder;
  std::ofstream(folder.path / "text.db") << std::string(5000, 'x');
  EXPECT_THROW(Database::open(folder.path / "text.db", one), Failure);
}

TEST(TheSqliteDatabase, SaysWhenThereIsNoRoom) {
  tests::TemporaryFolder folder;
  const auto db = Database::open(folder.path / "a.db", one);
  auto tx = db->write();
  tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("first")}});
  tx.number({"test", "pragma max_page_count = 12", ""});
  EXPECT_THROW(tx.run(add_record, {{"id", std::int64_t(2)}, {"what", std::string(200000, 'x')}}), Full);
}

// Each waits for the flush of all, and hears that it failed.
TEST(TheSqliteDatabase, TellsEverybodyWhoWroteTogetherThatThereWasNoRoom) {
  tests::TemporaryFolder folder;
  const auto db = Database::open(folder.path / "a.db", one);
  std::atomic<int> told = 0;
  const auto write = [&](std::int64_t id, std::size_t size) {
    try {
      db->write_together([&](Transaction& tx) {
        tx.number({"test", "pragma max_page_count = 20", ""});
        tx.run(add_record, {{"id", id}, {"what", std::string(size, 'x')}});
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // so that the others wait by now
        tx.commit();
      });
    } catch (const Failure&) {
      ++told;
    }
  };
  std::vector<std::thread> writers;
  for (int i = 1; i <= 6; ++i) writers.emplace_back(write, i, i == 4 ? 200'000 : 10);
  for (auto& writer : writers) writer.join();
  EXPECT_GE(told, 1);
  constexpr Query how_many_records{"test: records", "select count(*) from record", ""};
  EXPECT_EQ(db->read().number(how_many_records), 6 - told);  // nobody was told of a success that is not there
}

}  // namespace
}  // namespace kit
