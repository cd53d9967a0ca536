#include "calendar/ics.h"

#include <gtest/gtest.h>

#include <sstream>

namespace calendar {
namespace {

const kit::Moment stamp = *kit::Moment::parse("2025-07-01T09:00:00Z");

TEST(ACalendarForOtherPrograms, HoldsDaysAsDaysAndMomentsInUtc) {
  const auto text = ics("Ambleford", {{"a@x", "Figures due", "", "", kit::Date::of(2025, 7, 21), kit::Date::of(2025, 7, 21), {}},
                                      {"b@x", "Reports run", "", "", {}, {}, kit::Moment::end_of(kit::Date::of(2025, 7, 31))}}, stamp);
  EXPECT_NE(text.find("DTSTART;VALUE=DATE:20250721\r\nDTEND;VALUE=DATE:20250722\r\n"), text.npos);
  EXPECT_NE(text.find("DTSTART:20250731T230000Z\r\n"), text.npos);  // midnight in a British summer
  EXPECT_NE(text.find("DTSTAMP:20250701T090000Z\r\n"), text.npos);
}

TEST(ACalendarForOtherPrograms, EscapesWhatWouldEndAValue) {
  const auto text = ics(
      "A, B; C",
      {{"a@x", "One\\two\r\nBEGIN:VEVENT", "", "", kit::Date::of(2025, 7, 21), kit::Date::of(2025, 7, 21), {}}}, stamp);
  EXPECT_NE(text.find("NAME:A\\, B\\; C\r\n"), text.npos);
  EXPECT_NE(text.find("SUMMARY:One\\\\two\\nBEGIN:VEVENT\r\n"), text.npos);
}

TEST(ACalendarForOtherPrograms, FoldsLongLinesBetweenLetters) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "é€";
  const auto text = ics("x", {{"a@x", title, "", "", kit::Date::of(2025, 7, 21), kit::Date::of(2025, 7, 21), {}}}, stamp);
  std::istringstream lines(text);
  std::string unfolded;
  for (std::string one; std::getline(lines, one);) {
    ASSERT_TRUE(one.ends_with('\r'));
    one.pop_back();
    EXPECT_LE(one.size(), 75u);
    unfolded += one.starts_with(' ') ? one.substr(1) : "\n" + one;
  }
  EXPECT_NE(unfolded.find("SUMMARY:" + title + "\n"), unfolded.npos);
}

}  // namespace
}  // namespace calendar
