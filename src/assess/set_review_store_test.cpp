#include "assess/set_review_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "assess/set_review_test.h"
#include "plan/plan_store.h"

namespace assess {
namespace {

class ReviewsStored : public tests::Stored {
 protected:
  // Two indicators on a plan of two commitments.
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      const plan::Framework framework{"PLAN", "Council plan", {"commitment"}, 0, {60}, false};
      const plan::Priority priorities[] = {{"A", "PLAN", "commitment", "Active lives", "", "", "", 0, {60}, false},
                                           {"B", "PLAN", "commitment", "Better futures", "", "", "", 1, {60}, false}};
      plan::add_frameworks(tx, std::span(&framework, 1), record);
      plan::add_priorities(tx, priorities, record);
      for (const auto* code : {"A01", "A02"}) {
        auto d = kept(indicator::add_indicator(tx, {60}, record), code, std::string("Title of ") + code, "%", Kind::service).now();
        d.at = {60};
        indicator::add_definitions(tx, std::span(&d, 1), record);
        const plan::Line line{d.indicator, "A", {60}, false, {}};
        plan::add_lines(tx, std::span(&line, 1), record);
        ids.push_back(d.indicator);
      }
    });
  }
  Change proposed(Change change) {
    save([&](auto& tx, auto record) { change.id = add_review_change(tx, change, record); });
    return change;
  }
  void agree(Change change) {
    save([&](auto& tx, auto record) { add_review_change(tx, agreed(change), record); });
  }
  std::shared_ptr<const Picture> seen() { return load_picture(*db, kit::Moment::end_of(now.date())); }
  void seal_it() {
    const auto picture = seen();
    auto tx = db->write();
    const auto review = load_review(tx, *picture, {2026});
    const auto sealed = seal(review, "Fewer, better.", "Executive", lead, now);
    ASSERT_TRUE(sealed) << all_said(sealed.refusals());
    carry_out(
        tx, review, *sealed,
        council::record(tx, {now, "i.greaves", "set sealed", "2026/27", "", "seal " + std::to_string(++seals)}).id);
    tx.commit();
  }
  std::vector<indicator::IndicatorId> ids;
  int seals = 0;
};

TEST_P(ReviewsStored, ComeBackAsTheyWereProposed) {
  const auto made = proposed(change(What::split, ids[0], {{"part1_title", "two\nlines, and a % sign"}, {"part2_title", ""}}));
  proposed(change(What::added, 0, {{"code", "N1"}}));
  agree(made);
  const auto picture = seen();
  auto tx = db->read();
  const auto review = load_review(tx, *picture, {2026});
  ASSERT_EQ(review.changes.size(), 2u);
  EXPECT_EQ(review.changes[0].edition, 2);
  EXPECT_EQ(review.changes[0].stage, Change::Stage::agreed);
  EXPECT_EQ(review.changes[0].content, made.content);
  EXPECT_EQ(review.changes[0].decided_by, "i.greaves");
  EXPECT_EQ(review.changes[1].indicator, 0);
  EXPECT_FALSE(review.seal);
  EXPECT_EQ(year_of_change(tx, 2), FinancialYear{2026});
  EXPECT_FALSE(year_of_change(tx, 3));
  EXPECT_TRUE(load_review(tx, *picture, {2027}).changes.empty());
}

TEST_P(ReviewsStored, AreCarriedOutTogetherAndThenTheSetIsWhatWasForeseen) {
  agree(proposed(change(What::split, ids[0],
                        {{"part1_code", "A11"},
                         {"part1_title", "One"},
                         {"part1_meaning", "a"},
                         {"part2_code", "A12"},
                         {"part2_title", "Two"},
                         {"part2_meaning", "b"}})));
  agree(proposed(change(What::moved, ids[1], {{"priority", "B"}})));
  const auto before = seen();
  auto foreseen = [&] {
    auto tx = db->read();
    const auto review = load_review(tx, *before, {2026});
    return indicator_set(as_it_would_be(*before, outcome(review, Carried::agreed, now)), {2026});
  }();
  seal_it();
  const auto after = seen();
  const auto set = indicator_set(*after, {2026});
  EXPECT_EQ(arithmetic(set.total.flow), "3 = 2 + 1 from splitting");
  EXPECT_EQ(arithmetic(set.total.flow), arithmetic(foreseen.total.flow));
  ASSERT_EQ(set.changes.size(), foreseen.changes.size());
  for (std::size_t i = 0; i < set.changes.size(); ++i) EXPECT_EQ(set.changes[i].detail, foreseen.changes[i].detail);
  EXPECT_EQ(set.rows[1].flow.moved, 1);
  EXPECT_EQ(after->find("A12")->lineage.front().from, ids[0]);
  EXPECT_EQ(after->find("A01")->now().ends, Date::of(2026, 3, 31));
  const auto this_year = indicator_set(*after, {2025});
  EXPECT_EQ(this_year.total.total(), 2);
  EXPECT_EQ(this_year.rows[0].service, 2);
  EXPECT_TRUE(this_year.changes.empty());
}

TEST_P(ReviewsStored, AreSealedOnlyOnce) {
  agree(proposed(change(What::removed, ids[0], {})));
  seal_it();
  const auto picture = seen();
  auto tx = db->write();
  auto review = load_review(tx, *picture, {2026});
  ASSERT_TRUE(review.seal);
  EXPECT_EQ(review.seal->authority, "Executive");
  EXPECT_FALSE(seal(review, "Again.", "Executive", lead, now));
  const auto record = council::record(tx, {now, "i.greaves", "set sealed", "2026/27", "", "once more"}).id;
  EXPECT_THROW(carry_out(tx, review, *review.seal, record), kit::AlreadyThere);
}

INSTANTIATE_TEST_SUITE_P(On, ReviewsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace assess
