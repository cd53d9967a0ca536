// What falls due, and when: windows open, people are reminded and chased, heads of service hear what is late, the reports run,
// the targets of a year are to be proposed, and are sealed.
// Worked out from the council's calendar for any stretch of time; what has been done is the store's to know.
#pragma once
#include <string>
#include <vector>

#include "calendar/cycle.h"
#include "calendar/target_calendar.h"

namespace collect {

struct DueDate {
  // In the order in which they are dealt with when they fall on one moment.
  enum class Job : std::uint8_t { run, open, remind, check, chase, escalate, propose, seal };
  Job job = Job::open;
  calendar::Frequency frequency = calendar::Frequency::quarterly;
  calendar::Period period;
  kit::Moment at;
  std::string subject() const;  // "quarterly 2025-04-01/P3M"
  friend bool operator==(const DueDate&, const DueDate&) = default;
};
std::string_view code(DueDate::Job job);

// After `from`, up to and with `to`, in order of time.
std::vector<DueDate> due_dates(const calendar::Cycles& cycles, const calendar::TargetCalendar& targets, kit::Moment from, kit::Moment to);

}  // namespace collect
