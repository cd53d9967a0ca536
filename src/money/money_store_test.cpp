#include "money/money_store.h"

#include <gtest/gtest.h>

#include <tuple>

#include "../../tests/support/stored.h"

namespace money {
namespace {

class MoneyStored : public tests::Stored {
 protected:
  Months known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    auto tx = db->read();
    return load_months(tx, {as_at}, upto);
  }
  council::RecordId add(const Months& months) {
    return save([&](auto& tx, auto record) { add_months(tx, months, record); });
  }
};
INSTANTIATE_TEST_SUITE_P(On, MoneyStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

Month april() {
  Month made;
  made.unit = "WASTE";
  made.month = calendar::Period::month(2025, 4);
  made.budget = kit::Decimal::parse("9007199254740.93");
  made.actual = kit::Decimal::parse("-0.01");
  made.reason = "Recharged.";
  made.at = {50};
  return made;
}

TEST_P(MoneyStored, ComesBackToThePennyWithAllItsEditions) {
  auto second = april();
  second.edition = 2;
  second.actual.reset();
  second.forecast = kit::Decimal::whole(0);
  second.at = {70};
  add({april(), second});
  const auto all = known(70);
  ASSERT_EQ(all.size(), 2u);
  const auto every = [](const Month& m) {
    return std::tie(m.unit, m.month, m.edition, m.budget, m.actual, m.committed, m.forecast, m.reason, m.at);
  };
  EXPECT_TRUE(every(all[0]) == every(april()));
  EXPECT_TRUE(every(all[1]) == every(second));
}

TEST_P(MoneyStored, IsNotKnownBeforeItsMomentOrRecord) {
  const auto record = add({april()});
  EXPECT_TRUE(known(49).empty());
  EXPECT_EQ(known(50).size(), 1u);
  EXPECT_TRUE(known(50, record - 1).empty());
}

TEST_P(MoneyStored, RefusesTheSecondOfTwoWhoTellAMonthAtOnce) {
  add({april()});
  EXPECT_THROW(add({april()}), kit::AlreadyThere);
}

TEST_P(MoneyStored, RefusesAPartOfAPenny) {
  auto odd = april();
  odd.budget = kit::Decimal::of_units(1);
  EXPECT_ANY_THROW(add({odd}));
}

}  // namespace
}  // namespace money
