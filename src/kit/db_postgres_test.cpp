#include "kit/db_test.h"

#include <atomic>
#include <csignal>
#include <thread>

namespace kit {
namespace {

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

}  // namespace
}  // namespace kit
