#include "kit/moment.h"

#include <gtest/gtest.h>

#include "kit/failure.h"

namespace kit {
namespace {

std::string moment_of(std::string_view text) {
  const auto moment = Moment::parse(text);
  return moment ? moment->iso() : "none";
}

Moment at(std::string_view text) { return *Moment::parse(text); }

}  // namespace

TEST(ADate, IsReadFromIsoAlone) {
  EXPECT_EQ(Date::parse("2025-07-31"), Date::of(2025, 7, 31));
  EXPECT_EQ(Date::parse("2024-02-29")->words(), "29 February 2024");
  for (const std::string_view text : {"", "2025-02-29", "2025-7-31", "31/07/2025", "2025-13-01", "2025-00-10",
                                      "2025-07-31 ", "+025-07-31", "2025-07-3x"})
    EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(ADate, TellsItsPartsAndItsWords) {
  const Date date = Date::of(2025, 7, 31);
  EXPECT_EQ(date.year(), 2025);
  EXPECT_EQ(date.month(), 7u);
  EXPECT_EQ(date.day_of_month(), 31u);
  EXPECT_EQ(date.iso(), "2025-07-31");
  EXPECT_EQ(date.words(), "31 July 2025");
  EXPECT_EQ(date.plus(1).iso(), "2025-08-01");
  EXPECT_EQ(Date::of(987, 1, 2).iso(), "0987-01-02");
  EXPECT_THROW(Date::of(2025, 2, 30), Defect);
}

TEST(TheMidnightThatEndsADay, IsElevenInUniversalTimeInSummer) {
  EXPECT_EQ(moment_of("2025-07-31"), "2025-07-31T23:00:00Z");
  EXPECT_EQ(moment_of("2025-10-31"), "2025-11-01T00:00:00Z");
  EXPECT_EQ(moment_of("2026-01-31"), "2026-02-01T00:00:00Z");
  EXPECT_EQ(moment_of("2025-04-30"), "2025-04-30T23:00:00Z");
}

TEST(TheDayTheClocksGoForward, HasTwentyThreeHours) {
  const Date day = Date::of(2025, 3, 30);
  EXPECT_EQ(Moment::start_of(day).iso(), "2025-03-30T00:00:00Z");
  EXPECT_EQ(Moment::end_of(day).iso(), "2025-03-30T23:00:00Z");
  EXPECT_EQ(Moment::end_of(day).seconds - Moment::start_of(day).seconds, 23 * 3600);
  EXPECT_EQ(at("2025-03-30T00:59:59Z").words(), "30 March 2025 at 00:59");
  EXPECT_EQ(at("2025-03-30T01:00:00Z").words(), "30 March 2025 at 02:00");
}

TEST(TheDayTheClocksGoBack, HasTwentyFiveHours) {
  const Date day = Date::of(2025, 10, 26);
  EXPECT_EQ(Moment::start_of(day).iso(), "2025-10-25T23:00:00Z");
  EXPECT_EQ(Moment::end_of(day).iso(), "2025-10-27T00:00:00Z");
  EXPECT_EQ(Moment::end_of(day).seconds - Moment::start_of(day).seconds, 25 * 3600);
  EXPECT_EQ(at("2025-10-26T00:30:00Z").words(), "26 October 2025 at 01:30");
  EXPECT_EQ(at("2025-10-26T01:30:00Z").words(), "26 October 2025 at 01:30");
}

TEST(EveryDay, BeginsWhereTheDayBeforeEnds) {
  for (Date day = Date::of(2024, 1, 1); day < Date::of(2027, 1, 1); day = day.plus(1)) {
    const Moment end = Moment::end_of(day);
    EXPECT_EQ(end, Moment::start_of(day.plus(1)));
    EXPECT_EQ(end.date(), day.plus(1)) << day.iso();
    EXPECT_EQ(Moment{end.seconds - 1}.date(), day) << day.iso();
  }
}

TEST(AMoment, IsReadAndWrittenInUniversalTime) {
  EXPECT_EQ(moment_of("2025-07-31T23:00:00Z"), "2025-07-31T23:00:00Z");
  EXPECT_EQ(moment_of("1969-12-31T23:59:59Z"), "1969-12-31T23:59:59Z");
  EXPECT_EQ(at("1969-12-31T23:59:59Z").seconds, -1);
  for (const std::string_view text : {"2025-07-31T24:00:00Z", "2025-07-31T23:00:60Z", "2025-07-31T23:00:00",
                                      "2025-07-31 23:00:00Z", "2025-07-31T23:00Z", "2025-02-30T00:00:00Z", "midnight"})
    EXPECT_EQ(moment_of(text), "none") << text;
}

TEST(AMoment, IsToldInLondonTime) {
  EXPECT_EQ(at("2025-07-31T09:42:59Z").words(), "31 July 2025 at 10:42");
  EXPECT_EQ(at("2025-01-31T09:42:00Z").words(), "31 January 2025 at 09:42");
  EXPECT_EQ(at("2025-07-31T23:00:00Z").date(), Date::of(2025, 8, 1));
}

TEST(TheClock, GoesOnFromWhereItIsSet) {
  Clock clock;
  const Moment set = at("2025-03-30T00:59:59Z");
  clock.set(set);
  const auto after = clock.now().seconds - set.seconds;
  EXPECT_GE(after, 0);
  EXPECT_LE(after, 5);
  clock.follow_the_machine();
  EXPECT_GT(clock.now().seconds, at("2025-12-31").seconds);
}

}  // namespace kit
