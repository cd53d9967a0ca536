#include "kit/db.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "../../tests/support/on_both.h"

namespace kit {
namespace {

constexpr const char* schema = R"(
create table record (id bigint not null primary key, moves bigint not null default 1, what text not null);
create table thing (
  code text not null, edition bigint not null check (edition > 0), record bigint not null references record (id),
  size double precision, note text,
  primary key (code, edition)
) -- sqlite: without rowid
;
)";
const std::vector<Migration> one{{1, "0001_start.sql", schema}};
const std::vector<Migration> two{
    one[0], {2, "0002_more.sql", "alter table thing add column more text; create table other (id bigint);"}};

constexpr Query add_record{"test: record", "insert into record (id, what) values (:id, :what)", ""};
constexpr Query add_thing{
    "test: thing",
    "insert into thing (code, edition, record, size, note) values (:code, :edition, :record, :size, :note)", ""};
constexpr Query things{"test: things",
                       "select code, edition, size, note, edition + 1 from thing order by code, edition", ""};
constexpr Query how_many{"test: count", "select count(*) from thing", ""};
constexpr Query change_notes{"test: change", "update thing set note = :note where code = :code", ""};

Values thing(std::string code, std::int64_t edition, Bound size = 1.5, Bound note = nullptr, std::int64_t record = 1) {
  return {{"code", code}, {"edition", edition}, {"record", record}, {"size", size}, {"note", note}};
}

class TheDatabase : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = Database::open(address, one);
    auto tx = db->write();
    tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("start")}});
    tx.commit();
  }
  void keep(const Values& values) {
    auto tx = db->write();
    tx.run(add_thing, values);
    tx.commit();
  }
  std::int64_t count() { return db->read().number(how_many).value(); }
  std::unique_ptr<Database> db;
};
INSTANTIATE_TEST_SUITE_P(On, TheDatabase, testing::Values(Engine::sqlite, Engine::postgres), tests::engine_name);

TEST_P(TheDatabase, KeepsWhatIsCommittedAndNothingElse) {
  keep(thing("a", 1));
  {
    auto tx = db->write();
    tx.run(add_thing, thing("b", 1));
  }
  EXPECT_EQ(count(), 1);
  db = Database::open(address, one);
  EXPECT_EQ(count(), 1);
}

TEST_P(TheDatabase, ReadsEachTypeAndNull) {
  keep(thing("a", 1, 0.1, std::string("it's “so”\t\\ :name")));
  keep(thing("b", 2, nullptr, nullptr));
  std::vector<std::string> said;
  auto tx = db->read();
  tx.each(things, {}, "tirti", [&](const Row& row) {
    said.push_back(row.text(0) + " " + std::to_string(row.integer(1)) + " " +
                   (row.is_null(2) ? "-" : std::to_string(row.real(2))) + " " + row.text_or_empty(3) + " " +
                   std::to_string(row.integer(4)));
  });
  EXPECT_EQ(said, (std::vector<std::string>{"a 1 0.100000 it's “so”\t\\ :name 2", "b 2 -  3"}));
  EXPECT_THROW(tx.each(things, {}, "tirti",
                       [](const Row& row) {
                         if (row.text(0) == "b") row.real(2);
                       }),
               Failure);
}

TEST_P(TheDatabase, TakesNullAndValueInTurnInTheSamePlace) {
  keep(thing("a", 1, nullptr, nullptr));
  keep(thing("b", 1, 2.5, std::string("note")));
  keep(thing("c", 1, nullptr, nullptr));
  double sum = 0;
  db->read().each(things, {}, "tirti", [&](const Row& row) { sum += row.maybe_real(2).value_or(100); });
  EXPECT_EQ(sum, 202.5);
}

TEST_P(TheDatabase, TellsItsErrorsApart) {
  keep(thing("a", 1));
  EXPECT_THROW(keep(thing("a", 1)), AlreadyThere);
  EXPECT_THROW(keep(thing("a", 1)), Conflict);
  EXPECT_THROW(keep(thing("a", 0)), Unsound);
  EXPECT_THROW(keep(thing("a", 2, 1.0, nullptr, 99)), Unsound);
  auto tx = db->write();
  EXPECT_THROW(tx.run({"test: nonsense", "selec nothing", ""}), Failure);
}

TEST_P(TheDatabase, NeverTellsABoundValueInAnError) {
  keep(thing("secret", 1));
  try {
    keep(thing("secret", 1));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(std::string(failure.what()).find("secret"), std::string::npos) << failure.what();
    EXPECT_NE(std::string(failure.what()).find("test: thing"), std::string::npos) << failure.what();
  }
}

TEST_P(TheDatabase, GoesOnAfterARefusal) {
  EXPECT_THROW(keep(thing("a", 0)), Unsound);
  keep(thing("a", 1));
  EXPECT_EQ(count(), 1);
}

TEST_P(TheDatabase, ShowsAReaderOneStateThroughout) {
  keep(thing("a", 1));
  auto reading = db->read();
  EXPECT_EQ(reading.number(how_many), 1);
  keep(thing("b", 1));
  EXPECT_EQ(reading.number(how_many), 1);
  EXPECT_EQ(count(), 2);
}

TEST_P(TheDatabase, RefusesToWriteWhileReading) {
  auto reading = db->read();
  EXPECT_THROW(reading.run(add_thing, thing("a", 1)), Failure);
}

TEST_P(TheDatabase, LetsWritersTakeTurns) {
  std::vector<std::thread> writers;
  constexpr Query next{"test: next", "select coalesce(max(edition), 0) + 1 from thing", ""};
  for (int writer = 0; writer < 6; ++writer)
    writers.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        auto tx = db->write();
        tx.run(add_thing, thing("a", tx.number(next).value()));
        tx.commit();
      }
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(count(), 60);
}

// Every third of them rolls back, every seventh is refused by the engine, and now and then somebody writes alone.
TEST_P(TheDatabase, KeepsEachOfThoseWhoWriteTogether) {
  std::vector<std::thread> writers;
  std::atomic<int> kept = 0, refused = 0;
  constexpr Query next{"test: next", "select coalesce(max(edition), 0) + 1 from thing", ""};
  for (int writer = 0; writer < 6; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 1; i <= 42; ++i) {
        const auto write = [&](Transaction& tx) {
          tx.run(add_thing, thing("a", i % 7 == 0 ? 0 : tx.number(next).value()));
          if (i % 3 == 0) return;
          tx.commit();
          ++kept;
        };
        try {
          if ((writer + i) % 5 != 0) {
            db->write_together(write);
          } else {
            auto tx = db->write();
            write(tx);
          }
        } catch (const Unsound&) {
          ++refused;
        }
      }
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(refused, 6 * 6);
  EXPECT_EQ(kept, 6 * 24);
  EXPECT_EQ(count(), kept);
}

TEST_P(TheDatabase, IsNotUsedAfterTheEndOfATransaction) {
  db->write_together([](Transaction& tx) {
    tx.run(add_thing, thing("a", 1));
    const bool may_be_shared = tx.engine() == Engine::sqlite;
    tx.commit();
    if (may_be_shared) {
      EXPECT_THROW(tx.number(how_many), Defect);
    }
  });
  EXPECT_EQ(count(), 1);
}

// A long one that writes alone gets its turn between those who write together, and they theirs.
TEST_P(TheDatabase, LetsThoseWhoWriteAloneInBetween) {
  std::atomic<bool> is_enough = false;
  std::atomic<int> kept = 0;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 1; !is_enough; ++i)
        db->write_together([&](Transaction& tx) {
          tx.run(add_thing, thing("w" + std::to_string(writer), i));
          tx.commit();
          ++kept;
        });
    });
  for (int i = 1; i <= 20; ++i) keep(thing("alone", i));
  is_enough = true;
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(count(), kept + 20);
}

TEST_P(TheDatabase, WritesManyRowsAtOnce) {
  auto tx = db->write();
  std::int64_t i = 0;
  const auto changed = tx.run_many(add_thing, [&](std::vector<Bound>& row) {
    if (i == 5000) return false;
    row = {std::string("t\\\t\n") + std::to_string(i), ++i, std::int64_t(1), i % 2 ? Bound(0.1) : Bound(nullptr),
           std::string("né")};
    return true;
  });
  tx.commit();
  EXPECT_EQ(changed, 5000);
  std::size_t right = 0;
  db->read().each(things, {}, "tirti", [&](const Row& row) {
    const bool odd = row.integer(1) % 2;
    right += row.text(0) == "t\\\t\n" + std::to_string(row.integer(1) - 1) && row.text(3) == "né" &&
             row.is_null(2) != odd && (!odd || row.real(2) == 0.1);
  });
  EXPECT_EQ(right, 5000u);
}

TEST_P(TheDatabase, RunsAnyStatementForManyRows) {
  keep(thing("a", 1));
  keep(thing("b", 1));
  auto tx = db->write();
  int i = 0;
  EXPECT_EQ(tx.run_many(change_notes,
                        [&](std::vector<Bound>& row) {
                          row = {std::string("new"), std::string(i ? "b" : "a")};
                          return i++ < 2;
                        }),
            2);
  tx.commit();
}

TEST_P(TheDatabase, KeepsNothingOfManyRowsWhenOneIsRefusedOrTheSourceFails) {
  const auto rows = [&](std::int64_t bad, bool fails) {
    auto tx = db->write();
    std::int64_t i = 0;
    tx.run_many(add_thing, [&, fails](std::vector<Bound>& row) {
      if (i == 10 && fails) throw Failure("the file ended");
      row = {std::string("a"), ++i == bad ? std::int64_t(1) : i, std::int64_t(1), nullptr, nullptr};
      return i < 20;
    });
    tx.commit();
  };
  EXPECT_THROW(rows(15, false), AlreadyThere);
  EXPECT_THROW(rows(0, true), Failure);
  EXPECT_EQ(count(), 0);
  keep(thing("a", 1));
  EXPECT_EQ(count(), 1);
}

TEST_P(TheDatabase, ReadsAQueryWithinItself) {
  keep(thing("a", 1));
  keep(thing("b", 1));
  int seen = 0;
  auto tx = db->read();
  tx.each(things, {}, "tirti", [&](const Row& outer) {
    tx.each(things, {}, "tirti", [&](const Row& inner) { seen += outer.text(0) != inner.text(0); });
  });
  EXPECT_EQ(seen, 2);
}

TEST_P(TheDatabase, SurvivesAReaderThatGivesUp) {
  keep(thing("a", 1));
  keep(thing("b", 1));
  auto tx = db->read();
  EXPECT_THROW(tx.each(things, {}, "tirti", [](const Row&) { throw Failure("enough"); }), Failure);
  EXPECT_EQ(tx.number(how_many), 2);
}

TEST_P(TheDatabase, KnowsTheVersionOfItsData) {
  EXPECT_EQ(db->version(), 1);
  auto tx = db->write();
  tx.run(add_record, {{"id", std::int64_t(2)}, {"what", std::string("next")}});
  EXPECT_EQ(db->version(), 1);
  tx.commit();
  EXPECT_EQ(db->version(), 2);
}

TEST_P(TheDatabase, MigratesForwardAndKeepsTheRows) {
  keep(thing("a", 1));
  db.reset();
  db = Database::open(address, two);
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(db->read().number({"test: migrations", "select max(number) from migration", ""}), 2);
  if (GetParam() == Engine::sqlite) {
    const auto before = Database::open(address + ".before-0002", one);
    EXPECT_EQ(before->read().number(how_many), 1);
  }
}

TEST_P(TheDatabase, RefusesADatabaseFromTheFuture) {
  db.reset();
  Database::open(address, two);
  try {
    Database::open(address, one);
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("later Goldenthread"), std::string::npos);
  }
}

TEST_P(TheDatabase, KeepsNothingOfAMigrationThatFails) {
  db.reset();
  const std::vector<Migration> bad{
      one[0], {2, "0002_bad.sql", "create table other (id bigint); create table thing (id bigint);"}};
  EXPECT_THROW(Database::open(address, bad), Failure);
  db = Database::open(address, two);
  EXPECT_EQ(count(), 0);
}

TEST(TheSqliteDatabase, IsSetUpSoThatAPowerCutLosesNothing) {
  tests::TemporaryFolder folder;
  const auto db = Database::open(folder.path / "a.db", one);
  auto tx = db->write();
  EXPECT_EQ(tx.number({"test", "pragma synchronous", ""}), 2);
  EXPECT_EQ(tx.number({"test", "pragma foreign_keys", ""}), 1);
  EXPECT_EQ(tx.number({"test", "pragma mmap_size", ""}).value_or(0), 0);
  EXPECT_EQ(tx.number({"test", "select count(*) from pragma_journal_mode where journal_mode = 'wal'", ""}), 1);
  EXPECT_EQ(db->read().number({"test", "pragma wal_autocheckpoint", ""}), 0);
  EXPECT_GT(tx.number({"test", "pragma wal_autocheckpoint", ""}).value(), 0);
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

TEST(ThePostgresDatabase, IsFoundAgainAfterItStopped) {
  auto* server = tests::PrivatePostgres::instance();
  if (!server) GTEST_SKIP() << tests::PrivatePostgres::why_skipped;
  const auto db = Database::open(server->new_database(), one);
  EXPECT_EQ(db->version(), 0);
  server->stop(SIGINT);
  EXPECT_THROW(db->read(), Failure);
  EXPECT_THROW(db->version(), Failure);
  server->start_again();
  EXPECT_EQ(db->version(), 0);
  auto tx = db->write();
  tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("after")}});
  tx.commit();
  EXPECT_EQ(db->version(), 1);
}

TEST(ThePostgresDatabase, DoesNotKnowTheOutcomeWhenItStopsBeforeTheCommitAnswers) {
  auto* server = tests::PrivatePostgres::instance();
  if (!server) GTEST_SKIP() << tests::PrivatePostgres::why_skipped;
  const auto db = Database::open(server->new_database(), one);
  auto tx = db->write();
  tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("x")}});
  server->stop(SIGQUIT);
  EXPECT_THROW(tx.commit(), OutcomeUnknown);
  server->start_again();
}

// A standby is asked for that does not exist, so that the commit waits for it; then the wait is cancelled, as an
// impatient operator would, and PostgreSQL says COMMIT with a warning.
TEST(ThePostgresDatabase, DoesNotTakeACommitForSavedThatNoStandbyConfirmed) {
  auto* server = tests::PrivatePostgres::instance();
  if (!server) GTEST_SKIP() << tests::PrivatePostgres::why_skipped;
  const auto db = Database::open(server->new_database(), one);
  server->stop(SIGINT);
  server->configure("synchronous_standby_names = 'nobody'");
  server->start_again();

  std::atomic<bool> ended = false;
  std::thread impatient([&] {
    constexpr Query cancel{
        "test: cancel",
        "select count(*) from (select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep') c",
        ""};
    while (!ended) {
      db->read().number(cancel);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  auto tx = db->write();
  tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("x")}});
  EXPECT_THROW(tx.commit(), OutcomeUnknown);
  ended = true;
  impatient.join();
  EXPECT_EQ(db->version(), 1);  // kept here; a failover might have lost it

  server->stop(SIGINT);
  server->configure("");
  server->start_again();
}

TEST(ThePostgresDatabase, NeverTellsItsAddress) {
  try {
    Database::open("postgresql://someone:hushhush@127.0.0.1:1/none", one);
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(std::string(failure.what()).find("hushhush"), std::string::npos);
  }
}

TEST(ADatabaseOfEitherEngine, PreparesEveryQueryOfTheProgram) {
  tests::TemporaryFolder folder;
  std::vector<std::string> addresses{folder.path / "a.db"};
  if (auto* server = tests::PrivatePostgres::instance()) addresses.push_back(server->new_database());
  for (const auto& address : addresses) {
    const auto db = Database::open(address);
    for (const auto& query : all_queries()) EXPECT_EQ(tests::why_not_prepared(*db, query), "") << query.name;
  }
  EXPECT_EQ(addresses.size(), 2u) << tests::PrivatePostgres::why_skipped;
}

}  // namespace
}  // namespace kit
