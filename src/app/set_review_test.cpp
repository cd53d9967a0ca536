// The review of the set through the whole program, on the demo's council: proposed, agreed, sealed once, and what readers see after.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using tests::Ambleford;
using tests::Got;
using Fields = Ambleford::Fields;
using kit::Method;

class TheReviewOfTheSet : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got post(const std::string& path, const std::string& person, const Fields& fields) {
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  Got propose(Fields fields, const std::string& person = "i.greaves") {
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return post("/set/review/propose", person, fields);
  }
  bool says(const Got& got, const std::string& words) { return got.body.find(words) != got.body.npos; }
  Ambleford council;
  int keys = 0;
};

TEST_F(TheReviewOfTheSet, BeginsInTheDemoWithChangesThatWaitAreAgreedAndRefused) {
  const auto page = get("/set/review");
  EXPECT_TRUE(says(page, "Waits for agreement: 3"));
  EXPECT_TRUE(says(page, "Agreed: 5"));
  EXPECT_TRUE(says(page, "Refused or withdrawn: 1"));
  EXPECT_TRUE(says(page, "As agreed so far, the 2026/27 set holds 168 indicators: 168 = 167 + 1 new + 1 from splitting − 1 removed."));
  EXPECT_TRUE(says(page, "166 = 167 + 1 new + 1 from splitting − 3 removed."));
}

TEST_F(TheReviewOfTheSet, TellsWhoeverProposedAChangeWhatBecameOfIt) {
  const auto letters = [&](const std::string& person) {
    auto tx = council.db().read();
    std::vector<std::string> found;
    for (const auto& letter : council::newest_letters(tx))
      if (letter.person == person) found.push_back(letter.subject);
    return found;
  };
  EXPECT_EQ(post("/set/review/2", "i.greaves", {{"step", "refuse"}, {"said", "The survey goes on."}}).status, 303);
  const auto told = letters("a.prosser");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_TRUE(told[0].starts_with("Refused: ")) << told[0];
  EXPECT_EQ(propose({{"what", "removed"}, {"indicator", "SAT12"}, {"reason", "Enough."}}).status, 303);
  EXPECT_EQ(post("/set/review/10", "i.greaves", {{"step", "withdraw"}}).status, 303);
  EXPECT_EQ(letters("i.greaves").size(), 0u) << "nobody is told of what they did themselves";
}

TEST_F(TheReviewOfTheSet, SaysBesideTheFieldWhatToDo) {
  auto got = propose({{"what", "removed"}, {"indicator", "SAT12"}});
  EXPECT_EQ(got.status, 422);
  EXPECT_TRUE(says(got, "Say why: the reason stands in the list of changes that members read."));
  got = propose({{"what", "removed"}, {"indicator", "SAT31"}, {"reason", "Enough."}});
  EXPECT_TRUE(says(got, "SAT31 is in this review already: change 5 (Split)."));
  got = propose({{"what", "merged"}, {"indicator", "SAT12"}, {"others", "SAT01"}, {"reason", "Fewer."}});
  EXPECT_TRUE(says(got, "Only indicators with the same unit are merged"));
  EXPECT_EQ(get("/set/review/propose?what=removed&indicator=NONE").status, 422);
  EXPECT_EQ(propose({{"what", "removed"}, {"indicator", "SAT12"}, {"reason", "Enough."}}, "f.aziz").status, 422);
}

TEST_F(TheReviewOfTheSet, TakesTheSameProposalOnceHoweverOftenItIsSent) {
  const Fields fields = {{"what", "removed"}, {"indicator", "SAT12"}, {"reason", "Enough."}, {"key", "one"}};
  EXPECT_EQ(post("/set/review/propose", "i.greaves", fields).status, 303);
  EXPECT_EQ(post("/set/review/propose", "i.greaves", fields).status, 422);
  EXPECT_TRUE(says(get("/set/review"), "Waits for agreement: 4"));
}

TEST_F(TheReviewOfTheSet, IsSealedOnceAndThenTheSetIsWhatItForesaw) {
  EXPECT_EQ(propose({{"what", "merged"},
                     {"indicator", "MPS21"},
                     {"others", "MPS22"},
                     {"code", "MPS50"},
                     {"title", "Complaints answered in time"},
                     {"meaning", "Both stages."},
                     {"reason", "Members read one."}})
                .status,
            303);
  EXPECT_EQ(post("/set/review/10", "i.greaves", {{"step", "agree"}}).status, 422);
  EXPECT_EQ(post("/set/review/10", "a.mbeki", {{"step", "agree"}}).status, 303);
  const auto foreseen = get("/set/review/changes.csv").body;
  const auto this_year = get("/set.json?year=2025/26").body;

  EXPECT_TRUE(get("/set/review/seal").status == 200);
  EXPECT_EQ(post("/set/review/seal", "f.aziz", {{"reason", "a"}, {"authority", "b"}}).status, 403);
  EXPECT_EQ(post("/set/review/seal", "e.thorne", {{"reason", "a"}, {"authority", "b"}}).status, 422);
  EXPECT_EQ(post("/set/review/seal", "i.greaves", {{"reason", ""}, {"authority", ""}}).status, 422);
  const Fields seal = {{"reason", "Fewer, and closer to the plan."}, {"authority", "Executive, 24 November 2025"}};
  EXPECT_EQ(post("/set/review/seal", "i.greaves", seal).status, 303);
  EXPECT_EQ(post("/set/review/seal", "a.mbeki", seal).status, 409);
  EXPECT_EQ(propose({{"what", "removed"}, {"indicator", "SAT12"}, {"reason", "Enough."}}).status, 422);
  EXPECT_EQ(post("/set/review/1", "i.greaves", {{"step", "agree"}}).status, 422);

  EXPECT_EQ(get("/set/review/changes.csv").body, foreseen);
  EXPECT_EQ(get("/set.json?year=2025/26").body, this_year);
  EXPECT_TRUE(says(get("/set.json?year=2026/27"), "\"total\":167,\"year_before\":167"));
  const auto page = get("/set/review");
  EXPECT_TRUE(says(page, "Sealed on 24 November 2025."));
  EXPECT_TRUE(says(page, "Not decided, and left out: 3"));
  EXPECT_TRUE(says(page, "Carried out: 6"));
  EXPECT_EQ(get("/indicators/MPS50").status, 200);
  EXPECT_EQ(get("/indicators/MPS31").to, "/indicators/MPS05B");
  const auto sound = check_everything(council.db());
  EXPECT_TRUE(sound.faults.empty()) << sound.faults.front();
}

TEST_F(TheReviewOfTheSet, IsFoundOutWhenSomebodyAgreedToTheirOwnProposal) {
  auto tx = council.db().write();
  tx.run({"tamper", "update set_change set decided_by = proposed_by where stage = 'agreed' and id = 8", ""}, {});
  tx.commit();
  { auto done = std::move(tx); }
  const auto sound = check_everything(council.db());
  ASSERT_EQ(sound.faults.size(), 1u);
  EXPECT_EQ(sound.faults.front(), "The change of the set 8 was agreed by the person who proposed it.");
}

TEST_F(TheReviewOfTheSet, ShowsMembersWhatIsAgreedAndNotWhatWaits) {
  const auto page = get("/set/review", "c.crane");
  EXPECT_TRUE(says(page, "Agreed: 5"));
  EXPECT_FALSE(says(page, "Waits for agreement"));
  EXPECT_FALSE(says(page, "Refused or withdrawn"));
  EXPECT_EQ(get("/set/review/1", "c.crane").status, 404);
  EXPECT_EQ(get("/set/review/8", "c.crane").status, 200);
}

TEST_F(TheReviewOfTheSet, BeginsFromIndicatorsThatMayTellLittle) {
  const auto page = get("/set/review/look");
  EXPECT_TRUE(says(page, "Always on target: "));
  EXPECT_TRUE(says(page, "/set/review/propose?what=removed&amp;indicator=AFL09"));
  EXPECT_TRUE(says(page, "In the review already"));
  EXPECT_TRUE(says(page, "Nobody is named to enter its figures."));
}

}  // namespace
}  // namespace app
