// Which pages of indicators are opened, on how many days, on both databases.
#include "assess/page_days_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace assess {
namespace {

using kit::Date;

class DaysOfPages : public tests::Stored {
 protected:
  PageDays known(Date today) {
    auto tx = db->read();
    return load_page_days(tx, today);
  }
};
INSTANTIATE_TEST_SUITE_P(On, DaysOfPages, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(DaysOfPages, AreCountedOnceADayHoweverOftenAndWhereverAPageIsOpened) {
  const auto first = new_indicator(), second = new_indicator();
  EXPECT_FALSE(known(Date::of(2025, 11, 24)).since);
  PageCounter here, there;
  for (int times = 0; times < 3; ++times) here.opened(first, Date::of(2025, 10, 31));
  there.opened(first, Date::of(2025, 10, 31));
  here.opened(first, Date::of(2025, 11, 1));
  here.opened(second, Date::of(2025, 11, 1));
  write_down(*db, here);
  write_down(*db, there);
  here.opened(first, Date::of(2025, 11, 1));
  EXPECT_TRUE(here.take().empty()) << "this day has been counted";
  const auto days = known(Date::of(2025, 11, 24));
  EXPECT_EQ(days.since, Date::of(2025, 10, 1));
  EXPECT_EQ(days.opened.at(first), 2);
  EXPECT_EQ(days.opened.at(second), 1);
  EXPECT_EQ(known(Date::of(2026, 11, 24)).opened.at(first), 1) << "October 2025 is more than twelve months ago";
}

TEST(ACounter, LosesNothingThatCouldNotBeWritten) {
  PageCounter counter;
  counter.opened(7, Date::of(2025, 11, 1));
  const auto days = counter.take();
  EXPECT_TRUE(counter.take().empty());
  counter.put_back(days);
  EXPECT_EQ(counter.take(), days);
}

}  // namespace
}  // namespace assess
