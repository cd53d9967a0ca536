#include "council/letter_store.h"

#include <thread>

#include "../../tests/support/stored.h"

namespace council {
namespace {

constexpr std::int64_t minute = 60, hour = 3600;

class Letters : public tests::Stored {
 protected:
  bool put(const std::string& key) {
    auto tx = db->write();
    const bool is_new = queue(tx,
                              {key, "p.shah", "p.shah@ambleford.example", "Figures are due: 2", "Two figures wait.",
                               "<p>Two figures wait.</p>"},
                              now);
    tx.commit();
    return is_new;
  }
  std::vector<Claimed> claim() {
    auto tx = db->write();
    auto letters = claim_letters(tx, now);
    tx.commit();
    return letters;
  }
  void settle(const Claimed& letter, Fate fate, const std::string& problem = {}) {
    auto tx = db->write();
    settle_letter(tx, letter, fate, problem, now);
    tx.commit();
  }
  void send_again(std::int64_t id) {
    auto tx = db->write();
    try_again(tx, id, now);
    tx.commit();
  }
  Posted newest() {
    auto tx = db->read();
    return newest_letters(tx).front();
  }
  kit::Moment now{1'750'000'000};
};
INSTANTIATE_TEST_SUITE_P(On, Letters, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(Letters, AreQueuedOnceAndSentOnce) {
  EXPECT_TRUE(put("remind 2025-07-03 p.shah"));
  EXPECT_FALSE(put("remind 2025-07-03 p.shah"));
  const auto claimed = claim();
  ASSERT_EQ(claimed.size(), 1u);
  EXPECT_EQ(claimed[0].letter.address, "p.shah@ambleford.example");
  EXPECT_EQ(claimed[0].letter.plain, "Two figures wait.");
  EXPECT_EQ(claimed[0].tries, 1);
  settle(claimed[0], Fate::sent);
  now.seconds += 100 * hour;
  EXPECT_TRUE(claim().empty());
  EXPECT_EQ(newest().state, "sent");
  EXPECT_TRUE(newest().sent_at);
}

TEST_P(Letters, HaveASubjectOfOneLine) {
  {
    auto tx = db->write();
    queue(tx, {"k", "", "a@a.example", "Came back: Cases\r\nBcc: everyone@elsewhere.example", "p", "h"}, now);
    tx.commit();
  }
  EXPECT_EQ(claim().at(0).letter.subject, "Came back: Cases  Bcc: everyone@elsewhere.example");
}

TEST_P(Letters, LeaveInTheTransactionOfWhatTheyTellOrNotAtAll) {
  {
    auto tx = db->write();
    queue(tx, {"lost", "", "a@a.example", "s", "p", "h"}, now);
  }
  EXPECT_TRUE(claim().empty());
}

TEST_P(Letters, AreTakenByOneOfTwoServers) {
  for (int i = 0; i < 15; ++i) put("letter " + std::to_string(i));
  const auto other = kit::Database::open(address);
  std::vector<Claimed> ours, theirs;
  std::thread there([&] {
    auto tx = other->write();
    theirs = claim_letters(tx, now);
    tx.commit();
  });
  ours = claim();
  there.join();
  EXPECT_EQ(ours.size() + theirs.size(), 15u);
  EXPECT_TRUE(ours.empty() || theirs.empty()) << "a turn claims all that waits";
}

TEST_P(Letters, AreTakenAgainWhenTheServerThatHadThemDied) {
  put("a letter");
  EXPECT_EQ(claim().size(), 1u);
  now.seconds += 10 * minute - 1;
  EXPECT_TRUE(claim().empty());
  now.seconds += 1;
  const auto again = claim();
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].tries, 2);
}

TEST_P(Letters, AreTriedLessAndLessOftenForTwoDaysAndThenHaveFailed) {
  put("a letter");
  std::vector<std::int64_t> pauses;
  const auto began = now;
  for (int i = 0; i < 40 && newest().state == "waiting"; ++i) {
    now = newest().next_try;
    const auto claimed = claim();
    ASSERT_EQ(claimed.size(), 1u);
    settle(claimed[0], Fate::not_reached, "The mail server is not there.");
    EXPECT_EQ(newest().problem, "The mail server is not there.") << "seen from the first time on";
    pauses.push_back((newest().next_try.seconds - now.seconds) / minute);
  }
  ASSERT_GE(pauses.size(), 6u);
  EXPECT_EQ(std::vector(pauses.begin(), pauses.begin() + 6), (std::vector<std::int64_t>{1, 5, 15, 60, 240, 240}));
  EXPECT_EQ(newest().state, "failed");
  EXPECT_GT(now.seconds - began.seconds, 48 * hour);
  EXPECT_LE(now.seconds - began.seconds, 53 * hour);
}

TEST_P(Letters, ThatWaitForTheirFileAreNotTriedMeanwhile) {
  {
    auto tx = db->write();
    queue(tx, {"with a file", "", "a@a.example", "s", "p", "h", "/reports/quarterly/2025-26-q1-edition-1/public.pdf"}, now);
    tx.commit();
  }
  for (int i = 0; i < 3; ++i) {
    const auto claimed = claim();
    ASSERT_EQ(claimed.size(), 1u);
    EXPECT_EQ(claimed[0].letter.attached, "/reports/quarterly/2025-26-q1-edition-1/public.pdf");
    EXPECT_EQ(claimed[0].tries, 1);
    auto tx = db->write();
    postpone_letter(tx, claimed[0], 2, now);
    tx.commit();
    { auto done = std::move(tx); }
    EXPECT_TRUE(claim().empty());
    now.seconds += 2;
  }
  EXPECT_EQ(newest().tries, 0);
}

TEST_P(Letters, ThatAreRefusedForGoodAreSeenAndCanBeTriedAgain) {
  put("a letter");
  settle(claim().at(0), Fate::bounced, "550 No such person here");
  EXPECT_EQ(newest().state, "bounced");
  EXPECT_EQ(newest().problem, "550 No such person here");
  now.seconds += 100 * hour;
  EXPECT_TRUE(claim().empty());
  send_again(newest().id);
  EXPECT_EQ(claim().size(), 1u);
}

TEST_P(Letters, ThatWereSentAreNotSentAgainByMistake) {
  put("a letter");
  settle(claim().at(0), Fate::sent);
  send_again(newest().id);
  EXPECT_TRUE(claim().empty());
}

}  // namespace
}  // namespace council
