#include "calendar/cycle.h"

#include <algorithm>

namespace calendar {
namespace {

constexpr int morning = 8;  // o'clock, when reminders go out

kit::Date day_of(const Period& period, int day) { return period.last().plus(day); }

kit::Moment morning_of(kit::Date day) {
  // Counted back from the afternoon side of the day, so that a night with an hour more or less does not move the morning.
  const auto noonish = kit::Moment::end_of(day).seconds - 12 * 3600;
  return {noonish - (12 - morning) * 3600};
}

kit::Date run_day(const Cycle& cycle, const Period& period) {
  const Period month{period.end() + cycle.run_months - 1, 1};
  const auto last = month.last();
  return cycle.run_day >= static_cast<int>(last.day_of_month()) ? last : month.first().plus(cycle.run_day - 1);
}

bool fits_before_next(const Cycle& cycle) { return cycle.run_months >= 1 && cycle.run_months <= 6; }

}  // namespace

Cycle usual_cycle(Frequency frequency) {
  Cycle cycle;
  cycle.frequency = frequency;
  return cycle;
}

Cycles usual_cycles() {
  return {usual_cycle(Frequency::monthly), usual_cycle(Frequency::quarterly), usual_cycle(Frequency::half_yearly),
          usual_cycle(Frequency::annual)};
}

std::string_view code(Cycle::Midnight midnight) { return midnight == Cycle::Midnight::ends_day ? "ends_day" : "begins_day"; }
std::string_view code(Cycle::Outside outside) { return outside == Cycle::Outside::warn ? "warn" : "refuse"; }
std::string_view code(Cycle::Unchecked unchecked) { return unchecked == Cycle::Unchecked::report ? "report" : "hold"; }

kit::Refusals faults(const Cycle& cycle) {
  kit::Refusals no;
  no.unless(cycle.enter_days >= 1 && cycle.enter_days <= 90, "enter_days", "Give officers between 1 and 90 days to enter figures.");
  no.unless(fits_before_next(cycle), "run_months", "Say in which month after the period the reports run, from 1 to 6.");
  no.unless(cycle.run_day >= 1 && cycle.run_day <= 31, "run_day",
            "Type a day of the month from 1 to 31. In a shorter month the run is on its last day.");
  no.unless(
      cycle.check_from_day > cycle.enter_days, "check_from_day",
      "The check week begins after the last day for entering figures, day " + std::to_string(cycle.enter_days) + ".");
  no.unless(cycle.check_to_day >= cycle.check_from_day, "check_to_day", "The check week ends on the day it begins or later.");
  for (const int day : cycle.remind_days)
    no.unless(
        day >= 1 && day <= cycle.enter_days, "remind_days",
        "Reminders go out while figures are on time: between day 1 and day " + std::to_string(cycle.enter_days) + ".");
  if (no.any()) return no;

  // A February of 28 days is the shortest month that a run may have.
  const Period sample{2025 * 12, months_in(cycle.frequency)};
  const auto made = window(cycle, sample);
  no.unless(made.check_to <= made.runs, "check_to_day",
            "The check week must be over when the reports run. For " + sample.words() + " they would run at " +
                made.run_words() + ".");
  return no;
}

Window window(const Cycle& cycle, const Period& period) {
  Window window;
  window.period = period;
  window.opens = kit::Moment::end_of(period.last());
  window.enter_by = day_of(period, cycle.enter_days);
  window.late_from = kit::Moment::end_of(window.enter_by);
  window.check_from_day = day_of(period, cycle.check_from_day);
  window.check_to_day = day_of(period, cycle.check_to_day);
  window.check_from = kit::Moment::start_of(window.check_from_day);
  window.check_to = kit::Moment::end_of(window.check_to_day);
  window.run_day = run_day(cycle, period);
  window.runs = cycle.run_midnight == Cycle::Midnight::ends_day ? kit::Moment::end_of(window.run_day)
                                                                : kit::Moment::start_of(window.run_day);
  for (const int day : cycle.remind_days) window.reminders.push_back(morning_of(day_of(period, day)));
  std::ranges::sort(window.reminders);
  return window;
}

std::string Window::run_words() const {
  const bool ends = kit::Moment::end_of(run_day) == runs;
  return std::string(ends ? "midnight at the end of " : "midnight at the start of ") + run_day.words();
}

std::string Window::why_closed(kit::Moment now) const {
  if (now < opens) return "Entry for " + period.words() + " opens on " + opens.date().words() + ", when the period has ended.";
  if (now >= runs) return "Entry for " + period.words() + " closed at " + run_words() + ". Ask the performance team to reopen it.";
  return {};
}

Period ended_period(Frequency frequency, kit::Moment now) { return Period::containing(now.date(), frequency).previous(); }

std::vector<Period> open_periods(const Cycle& cycle, kit::Moment now) {
  std::vector<Period> open;
  for (auto period = ended_period(cycle.frequency, now); window(cycle, period).is_open(now); period = period.previous())
    open.push_back(period);
  std::ranges::reverse(open);
  return open;
}

}  // namespace calendar
