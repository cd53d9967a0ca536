// When the targets of a coming year are set (source 002): on which days its round opens, is challenged, ought to be agreed and is
// sealed. The same days every year; they are the council's own data.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "calendar/period.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace calendar {

// A day that comes back every year. One past a month's last is the month's last: "the end of February".
struct DayOfYear {
  unsigned month = 1, day = 1;
  kit::Date in(int year) const;
  std::string words() const;  // "1 December"
  std::string text() const;   // "12-01", as it is kept
  friend bool operator==(const DayOfYear&, const DayOfYear&) = default;
};
std::optional<DayOfYear> read_day_of_year(std::string_view text);  // "1 December", "the end of February", "12-01"

struct TargetCalendar {
  DayOfYear opens{12, 1};
  DayOfYear challenge_from{1, 1};
  DayOfYear agreed_by{2, 31};  // the last day
  DayOfYear seals{4, 1};       // at the midnight that begins it
  friend bool operator==(const TargetCalendar&, const TargetCalendar&) = default;
};
kit::Refusals faults(const TargetCalendar& calendar);  // fields named as above

// The round of one year.
struct RoundDates {
  FinancialYear year;
  kit::Moment opens, challenge_from;
  kit::Moment agreed_by;  // the midnight that ends the last day
  kit::Moment seals;
  kit::Date last_to_agree() const { return kit::Moment{agreed_by.seconds - 1}.date(); }
  kit::Date seal_day() const { return seals.date(); }
};
RoundDates round_dates(const TargetCalendar& calendar, FinancialYear year);
FinancialYear next_round(const TargetCalendar& calendar, kit::Moment now);  // of the first year that is not sealed yet

}  // namespace calendar
