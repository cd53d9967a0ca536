#include "kit/db_test.h"

#include <atomic>
#include <thread>

namespace kit {
namespace {

// Those who write at the same time, one after the other, together or alone.
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

}  // namespace
}  // namespace kit
