// The cycle of a period (source 004): its window opens when the period has ended, figures are entered in the first three weeks
// and checked in the fourth, and at a midnight in London the run reports and locks them. All of it is the council's own data;
// a window is worked out from it. "On time" ends before "still accepted" does.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace calendar {

// How the periods of one frequency are collected. Days count from 1, the day after the period's last.
struct Cycle {
  enum class Midnight : std::uint8_t { ends_day, begins_day };  // which midnight of the day the run is: by default the one that ends it
  enum class Outside : std::uint8_t { warn, refuse };           // a check outside the check week
  enum class Unchecked : std::uint8_t { report, hold };         // what the run does with a figure that nobody checked
  Frequency frequency = Frequency::quarterly;
  int enter_days = 21;                    // on time until the end of this day
  std::vector<int> remind_days = {3, 17}; // reminders on the mornings of these days
  int check_from_day = 22, check_to_day = 28;
  int run_months = 1;                     // in which month after the period the run is
  int run_day = 31;                       // of that month, or its last when it is shorter
  Midnight run_midnight = Midnight::ends_day;
  Outside outside_check_week = Outside::warn;
  Unchecked unchecked = Unchecked::report;
  friend bool operator==(const Cycle&, const Cycle&) = default;
};
Cycle usual_cycle(Frequency frequency);      // 004's; monthly periods have the same rhythm unless the council says otherwise
kit::Refusals faults(const Cycle& cycle);    // fields named as above: check days before entry ends, a run before the check week …

std::string_view code(Cycle::Midnight), code(Cycle::Outside), code(Cycle::Unchecked);

using Cycles = std::array<Cycle, 4>;         // by Frequency
Cycles usual_cycles();
inline const Cycle& of(const Cycles& all, Frequency frequency) { return all[static_cast<std::size_t>(frequency)]; }

// The window of one period.
struct Window {
  Period period;
  kit::Moment opens;                    // the midnight that ends the period
  kit::Date enter_by;                   // the last day on time
  kit::Moment late_from;                // the midnight that ends it
  kit::Date check_from_day, check_to_day;
  kit::Moment check_from, check_to;     // from the midnight before the first to the midnight after the last
  kit::Date run_day;
  kit::Moment runs;                     // from then on figures are locked
  std::vector<kit::Moment> reminders;   // eight in the morning, London

  bool is_open(kit::Moment now) const { return opens <= now && now < runs; }
  bool is_late(kit::Moment now) const { return late_from <= now; }
  bool is_check_week(kit::Moment now) const { return check_from <= now && now < check_to; }
  std::string why_closed(kit::Moment now) const;  // "Entry for 2025/26 Q1 opens on 1 July 2025." "… closed on 31 July
                                                  // 2025 at midnight (the end of the day). …"
  std::string run_words() const;                  // "midnight at the end of 31 July 2025"
};
Window window(const Cycle& cycle, const Period& period);

// The periods of a frequency whose windows stand open at a moment: usually one.
std::vector<Period> open_periods(const Cycle& cycle, kit::Moment now);
// The newest period of a frequency that has ended by then.
Period ended_period(Frequency frequency, kit::Moment now);

}  // namespace calendar
