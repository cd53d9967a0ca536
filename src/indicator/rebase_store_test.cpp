#include "indicator/rebase_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace indicator {
namespace {

class RebasesStored : public tests::Stored {
 protected:
  std::vector<Rebase> known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    auto tx = db->read();
    return load_rebases(tx, {as_at}, upto);
  }
  council::RecordId add(const std::vector<Rebase>& rebases) {
    return save([&](auto& tx, auto record) { add_rebases(tx, rebases, record); });
  }
};
INSTANTIATE_TEST_SUITE_P(On, RebasesStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

Rebase begun(IndicatorId id) { return {id, kit::Date::of(2024, 5, 1), 1, false, "A second team began.", "i.greaves", {50}}; }

TEST_P(RebasesStored, ComeBackAsTheyWereSaved) {
  const auto saved = begun(new_indicator());
  auto back = saved;
  back.edition = 2;
  back.gone = true;
  back.reason = "It was the season after all.";
  back.at = {70};
  add({saved, back});
  const auto all = known(70);
  ASSERT_EQ(all.size(), 2u);
  const auto every = [](const Rebase& r) { return std::tie(r.indicator, r.starts_on, r.edition, r.gone, r.reason, r.by, r.at); };
  EXPECT_TRUE(every(all[0]) == every(saved));
  EXPECT_TRUE(every(all[1]) == every(back));
}

TEST_P(RebasesStored, AreNotKnownBeforeTheirMomentOrRecord) {
  const auto record = add({begun(new_indicator())});
  EXPECT_TRUE(known(49).empty());
  EXPECT_EQ(known(50).size(), 1u);
  EXPECT_TRUE(known(50, record - 1).empty());
}

TEST_P(RebasesStored, RefuseTheSecondOfTwoWhoDecideAtOnce) {
  const auto one = begun(new_indicator());
  add({one});
  EXPECT_THROW(add({one}), kit::AlreadyThere);
}

}  // namespace
}  // namespace indicator
