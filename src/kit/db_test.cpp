#include "kit/db_test.h"

namespace kit {
namespace {

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
