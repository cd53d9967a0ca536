#include "collect/figure_store.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "../../tests/support/stored.h"

namespace collect {
namespace {

using calendar::Period;

kit::Decimal units(std::int64_t number) { return kit::Decimal::of_units(number); }

class FiguresStored : public tests::Stored {
 protected:
  std::vector<Figures> known(std::int64_t as_at, council::RecordId upto = tests::every_record) {
    std::vector<Figures> all;
    auto tx = db->read();
    load_figures(tx, {as_at}, upto, [&](indicator::IndicatorId id, Figures figures) {
      for (const auto& figure : figures) EXPECT_EQ(figure.indicator, id);
      all.push_back(std::move(figures));
    });
    return all;
  }
  council::RecordId add(const Figures& figures) {
    return save([&](auto& tx, auto record) { add_figures(tx, figures, record); });
  }
};
INSTANTIATE_TEST_SUITE_P(On, FiguresStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

Figure given(indicator::IndicatorId id, Period period, std::int32_t edition = 1, std::int64_t at = 50) {
  Figure f;
  f.indicator = id;
  f.period = period;
  f.edition = edition;
  f.value = units(925000 + edition);
  f.at = {at};
  return f;
}

auto every(const Figure& f) {
  return std::tie(f.indicator, f.period, f.edition, f.state, f.standing, f.value, f.numerator, f.denominator, f.note,
                  f.reason, f.entered_by, f.expected_on, f.at, f.deviation);
}

TEST_P(FiguresStored, ComeBackAsTheyWereSaved) {
  const auto id = new_indicator();
  Figure full = given(id, Period::month(2025, 4)), delayed = given(id, Period::month(2025, 5));
  full.standing = Standing::provisional;
  full.numerator = units(1);
  full.denominator = units(2);
  full.deviation = units(123'000);
  full.note = "Two crews short in May; “back” on track\tin June\nby the 9th.";
  full.reason = "late return";
  full.entered_by = "p.shah";
  delayed.state = State::delayed;
  delayed.value.reset();
  delayed.note = "The provider's system is down.";
  delayed.expected_on = kit::Date::of(2025, 7, 31);
  add({full, delayed});
  const auto all = known(50);
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].size(), 2u);
  EXPECT_TRUE(every(all[0][0]) == every(full));
  EXPECT_TRUE(every(all[0][1]) == every(delayed));
}

TEST_P(FiguresStored, ComeByIndicatorPeriodAndEdition) {
  const auto first = new_indicator(), second = new_indicator();
  const Period year = Period::year({2024}), april = Period::month(2024, 4), may = Period::month(2024, 5);
  add({given(second, may), given(first, year), given(first, may), given(first, april, 1), given(first, april, 2)});
  const auto all = known(50);
  ASSERT_EQ(all.size(), 2u);
  std::vector<std::pair<Period, int>> order;
  for (const auto& figure : all[0]) order.emplace_back(figure.period, figure.edition);
  EXPECT_EQ(order, (std::vector<std::pair<Period, int>>{{april, 1}, {april, 2}, {may, 1}, {year, 1}}));
}

TEST_P(FiguresStored, ShowWhatWasKnown) {
  const auto id = new_indicator();
  const Period april = Period::month(2025, 4);
  add({given(id, april, 1, 50)});
  const auto record = add({given(id, april, 2, 60)});
  EXPECT_TRUE(known(49).empty());
  EXPECT_EQ(known(59).at(0).size(), 1u);
  EXPECT_EQ(known(60).at(0).size(), 2u);
  EXPECT_EQ(known(60, record - 1).at(0).size(), 1u);
}

TEST_P(FiguresStored, RefuseTheSecondOfTwoOfficers) {
  const auto id = new_indicator();
  add({given(id, Period::month(2025, 4))});
  EXPECT_THROW(add({given(id, Period::month(2025, 4))}), kit::Conflict);
}

TEST_P(FiguresStored, AreRefusedWithoutAnIndicatorOrWithANumberThatIsNotGiven) {
  EXPECT_THROW(add({given(99, Period::month(2025, 4))}), kit::Unsound);
  Figure delayed = given(new_indicator(), Period::month(2025, 4));
  delayed.state = State::delayed;
  EXPECT_THROW(add({delayed}), kit::Unsound);
}

TEST_P(FiguresStored, TakeEveryWordTheProgramKnows) {
  const auto id = new_indicator();
  std::int32_t edition = 0;
  for (int state = 0; state <= static_cast<int>(State::suppressed); ++state)
    for (int standing = 0; standing <= static_cast<int>(Standing::final); ++standing) {
      Figure f = given(id, Period::month(2025, 4), ++edition);
      f.state = State(state);
      f.standing = Standing(standing);
      if (f.state != State::given) f.value.reset();
      EXPECT_NO_THROW(add({f}));
    }
  EXPECT_EQ(known(99).at(0).size(), static_cast<std::size_t>(edition));
}

// 10,000 indicators by 60 months must be there in 1.5 seconds when the machine is quiet; this tells the time of a tenth.
TEST_P(FiguresStored, LoadByTheHundredThousand) {
  const auto id = new_indicator();
  Figures many;
  for (int edition = 1; edition <= 1000; ++edition)
    for (int month = 0; month < 60; ++month) many.push_back(given(id, Period{12 * 2020 + month, 1}, edition));
  add(many);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(known(50).at(0).size(), 60000u);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  std::cout << "60,000 figures read in " << static_cast<int>(taken.count()) << " ms\n";
}

}  // namespace
}  // namespace collect
