#include "calendar/cycle.h"

#include <gtest/gtest.h>

namespace calendar {
namespace {

kit::Moment at(std::string_view iso) { return *kit::Moment::parse(iso); }
const Period q1 = Period::quarter({2025}, 1);
Window of_q1() { return window(usual_cycle(Frequency::quarterly), q1); }

TEST(TheWindowOfAQuarter, IsThatOfTheFrameworkUnlessTheCouncilSaysOtherwise) {
  const auto window = of_q1();
  EXPECT_EQ(window.opens, at("2025-06-30T23:00:00Z"));
  EXPECT_EQ(window.enter_by, kit::Date::of(2025, 7, 21));
  EXPECT_EQ(window.late_from, at("2025-07-21T23:00:00Z"));
  EXPECT_EQ(window.check_from_day, kit::Date::of(2025, 7, 22));
  EXPECT_EQ(window.check_to_day, kit::Date::of(2025, 7, 28));
  EXPECT_EQ(window.runs, at("2025-07-31T23:00:00Z"));
  EXPECT_EQ(window.run_words(), "midnight at the end of 31 July 2025");
}

TEST(TheRun, IsAtTheEndOfTheMonthAfterEachQuarter) {
  const auto cycle = usual_cycle(Frequency::quarterly);
  EXPECT_EQ(window(cycle, Period::quarter({2025}, 2)).runs, at("2025-11-01T00:00:00Z"));
  EXPECT_EQ(window(cycle, Period::quarter({2025}, 3)).runs, at("2026-02-01T00:00:00Z"));
  EXPECT_EQ(window(cycle, Period::quarter({2025}, 4)).runs, at("2026-04-30T23:00:00Z"));
}

TEST(TheRun, CanBeTheMidnightThatBeginsItsDay) {
  auto cycle = usual_cycle(Frequency::quarterly);
  cycle.run_midnight = Cycle::Midnight::begins_day;
  EXPECT_EQ(window(cycle, q1).runs, at("2025-07-30T23:00:00Z"));
  EXPECT_EQ(window(cycle, q1).run_words(), "midnight at the start of 31 July 2025");
}

TEST(TheRun, IsOnTheLastDayOfAShorterMonth) {
  const auto cycle = usual_cycle(Frequency::monthly);
  EXPECT_EQ(window(cycle, Period::month(2026, 1)).run_day, kit::Date::of(2026, 2, 28));
  EXPECT_EQ(window(cycle, Period::month(2028, 1)).run_day, kit::Date::of(2028, 2, 29));
}

TEST(AWindow, IsOpenFromTheMidnightThatEndsThePeriodToTheRun) {
  const auto window = of_q1();
  EXPECT_FALSE(window.is_open(at("2025-06-30T22:59:59Z")));
  EXPECT_TRUE(window.is_open(at("2025-06-30T23:00:00Z")));
  EXPECT_TRUE(window.is_open(at("2025-07-31T22:59:59Z")));
  EXPECT_FALSE(window.is_open(at("2025-07-31T23:00:00Z")));
}

TEST(AWindow, TakesLateFiguresUntilTheRun) {
  const auto window = of_q1();
  EXPECT_FALSE(window.is_late(at("2025-07-21T22:59:59Z")));
  EXPECT_TRUE(window.is_late(at("2025-07-21T23:00:00Z")));
  EXPECT_TRUE(window.is_open(at("2025-07-21T23:00:00Z")));
}

TEST(AReminder, GoesOutAtEightInTheMorningInLondonWinterAndSummer) {
  const auto summer = of_q1();
  ASSERT_EQ(summer.reminders.size(), 2u);
  EXPECT_EQ(summer.reminders[0], at("2025-07-03T07:00:00Z"));
  EXPECT_EQ(summer.reminders[1], at("2025-07-17T07:00:00Z"));
  const auto winter = window(usual_cycle(Frequency::quarterly), Period::quarter({2025}, 3));
  EXPECT_EQ(winter.reminders[0], at("2026-01-03T08:00:00Z"));
}

TEST(AReminder, KeepsItsHourOnBothDaysWhenTheClocksChange) {
  auto cycle = usual_cycle(Frequency::monthly);
  cycle.enter_days = 31;
  cycle.remind_days = {26, 29, 30};
  const auto march = window(cycle, Period::month(2025, 2));  // 30 March 2025: an hour less
  EXPECT_EQ(march.reminders[1], at("2025-03-29T08:00:00Z"));
  EXPECT_EQ(march.reminders[2], at("2025-03-30T07:00:00Z"));
  const auto october = window(cycle, Period::month(2025, 9));  // 26 October 2025: an hour more
  EXPECT_EQ(october.reminders[0], at("2025-10-26T08:00:00Z"));
}

TEST(AClosedWindow, SaysWhyAndWhatToDo) {
  EXPECT_EQ(of_q1().why_closed(at("2025-06-01")), "Entry for 2025/26 Q1 opens on 1 July 2025, when the period has ended.");
  EXPECT_EQ(of_q1().why_closed(at("2025-08-01")),
            "Entry for 2025/26 Q1 closed at midnight at the end of 31 July 2025. Ask the performance team to reopen it.");
  EXPECT_EQ(of_q1().why_closed(at("2025-07-10")), "");
}

TEST(ACycle, HasAnOrderOfItsDays) {
  auto cycle = usual_cycle(Frequency::quarterly);
  EXPECT_FALSE(faults(cycle).any());
  cycle.check_from_day = 20;
  EXPECT_EQ(faults(cycle).all().front().field, "check_from_day");
  cycle = usual_cycle(Frequency::quarterly);
  cycle.check_to_day = 40;
  EXPECT_EQ(faults(cycle).all().front().field, "check_to_day");
  cycle = usual_cycle(Frequency::quarterly);
  cycle.remind_days = {3, 25};
  EXPECT_EQ(faults(cycle).all().front().field, "remind_days");
}

TEST(OpenPeriods, AreUsuallyTheOneThatHasJustEnded) {
  const auto cycle = usual_cycle(Frequency::monthly);
  const auto open = open_periods(cycle, at("2025-11-24T09:00:00Z"));
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0], Period::month(2025, 10));
  EXPECT_TRUE(open_periods(usual_cycle(Frequency::quarterly), at("2025-11-24T09:00:00Z")).empty());
}

}  // namespace
}  // namespace calendar
