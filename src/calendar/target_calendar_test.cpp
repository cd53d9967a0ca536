#include "calendar/target_calendar.h"

#include <gtest/gtest.h>

namespace calendar {
namespace {

kit::Moment on(const char* day) { return {kit::Moment::start_of(*kit::Date::parse(day)).seconds + 10 * 3600}; }

TEST(TheCalendarOfTargets, RunsFromDecemberToTheFirstOfAprilUnlessTheCouncilSaysOtherwise) {
  const auto dates = round_dates({}, {2026});
  EXPECT_EQ(dates.opens, *kit::Moment::parse("2025-12-01T00:00:00Z"));
  EXPECT_EQ(dates.challenge_from, *kit::Moment::parse("2026-01-01T00:00:00Z"));
  EXPECT_EQ(dates.last_to_agree(), kit::Date::of(2026, 2, 28));
  EXPECT_EQ(dates.seals, *kit::Moment::parse("2026-03-31T23:00:00Z")) << "midnight in London, where summer time has begun";
  EXPECT_EQ(round_dates({}, {2028}).last_to_agree(), kit::Date::of(2028, 2, 29));
}

TEST(TheCalendarOfTargets, KnowsWhichRoundComesNext) {
  EXPECT_EQ(next_round({}, on("2025-11-24")), FinancialYear{2026});
  EXPECT_EQ(next_round({}, on("2026-03-31")), FinancialYear{2026});
  EXPECT_EQ(next_round({}, on("2026-04-01")), FinancialYear{2027});
  const TargetCalendar late{{2, 1}, {3, 1}, {4, 31}, {5, 15}};
  EXPECT_EQ(next_round(late, on("2026-05-14")), FinancialYear{2026}) << "the year has begun, and its targets are not sealed";
  EXPECT_EQ(next_round(late, on("2026-05-15")), FinancialYear{2027});
  EXPECT_EQ(round_dates(late, {2026}).opens.date(), kit::Date::of(2026, 2, 1));
  EXPECT_EQ(round_dates(late, {2026}).last_to_agree(), kit::Date::of(2026, 4, 30));
  const TargetCalendar early{{10, 1}, {11, 1}, {1, 31}, {2, 20}};
  EXPECT_EQ(round_dates(early, {2026}).opens.date(), kit::Date::of(2025, 10, 1));
  EXPECT_EQ(next_round(early, on("2026-03-01")), FinancialYear{2027});
}

TEST(TheCalendarOfTargets, RefusesDaysThatDoNotFollowEachOtherWithinAYear) {
  EXPECT_FALSE(faults({}).any());
  EXPECT_FALSE(faults(TargetCalendar{{2, 1}, {3, 1}, {4, 31}, {5, 15}}).any());
  EXPECT_EQ(faults(TargetCalendar{{12, 1}, {1, 1}, {2, 31}, {8, 1}}).all().front().field, "seals");
  const auto no = faults(TargetCalendar{{12, 1}, {3, 1}, {2, 31}, {4, 1}}).all().front();
  EXPECT_EQ(no.field, "opens");
  EXPECT_NE(no.sentence.find("sealed on 1 April 2026 would open on 1 December 2024."), std::string::npos) << no.sentence;
}

TEST(ADayOfTheYear, IsReadAsItIsWritten) {
  for (const auto& day : {DayOfYear{12, 1}, DayOfYear{2, 31}, DayOfYear{1, 31}, DayOfYear{2, 28}}) {
    EXPECT_EQ(read_day_of_year(day.words()), day) << day.words();
    EXPECT_EQ(read_day_of_year(day.text()), day) << day.text();
  }
  EXPECT_EQ((DayOfYear{2, 31}.words()), "the end of February");
  EXPECT_EQ((DayOfYear{1, 31}.words()), "31 January");
  EXPECT_EQ(read_day_of_year(" 1 dec "), (DayOfYear{12, 1}));
  for (const auto* text :
       {"", "1", "December", "32 January", "0 May", "1 Decembers", "1 De", "13-01", "end of", "-1 May"})
    EXPECT_FALSE(read_day_of_year(text)) << text;
}

}  // namespace
}  // namespace calendar
