#include "collect/due_dates.h"

#include <algorithm>
#include <tuple>

namespace collect {
namespace {

constexpr int morning = 8;
constexpr int escalate_before_check_ends = 3;  // days
constexpr int longest_window = 7;              // months from a period's end to the last thing that can fall due for it

using Job = DueDate::Job;

kit::Moment morning_of(kit::Date day) { return {kit::Moment::end_of(day).seconds - (24 - morning) * 3600}; }

void add(std::vector<DueDate>& all, const calendar::Cycle& cycle, const calendar::Period& period) {
  const auto window = calendar::window(cycle, period);
  const auto at = [&](Job job, kit::Moment moment) { all.push_back({job, cycle.frequency, period, moment}); };
  at(Job::open, window.opens);
  for (const auto moment : window.reminders) at(Job::remind, moment);
  at(Job::chase, morning_of(window.enter_by.plus(1)));
  at(Job::check, morning_of(window.check_from_day));
  at(Job::escalate, morning_of(window.check_to_day.plus(-escalate_before_check_ends)));
  at(Job::run, window.runs);
}

void add(std::vector<DueDate>& all, const calendar::RoundDates& round) {
  const auto at = [&](Job job, kit::Moment moment) {
    all.push_back({job, calendar::Frequency::annual, calendar::Period::year(round.year), moment});
  };
  at(Job::propose, morning_of(round.opens.date()));
  at(Job::seal, round.seals);
}

}  // namespace

std::string_view code(Job job) {
  switch (job) {
    case Job::run: return "run";
    case Job::open: return "open";
    case Job::remind: return "remind";
    case Job::check: return "check";
    case Job::chase: return "chase";
    case Job::escalate: return "escalate";
    case Job::propose: return "propose";
    case Job::seal: return "seal";
  }
  return {};
}

std::string DueDate::subject() const { return std::string(calendar::code(frequency)) + " " + period.iso(); }

std::vector<DueDate> due_dates(const calendar::Cycles& cycles, const calendar::TargetCalendar& targets, kit::Moment from, kit::Moment to) {
  std::vector<DueDate> all;
  for (const auto& cycle : cycles) {
    const auto first = calendar::Period::containing(from.date(), cycle.frequency).start - longest_window -
                       calendar::months_in(cycle.frequency);
    for (auto period = calendar::Period::containing(to.date(), cycle.frequency); period.start >= first;
         period = period.previous())
      add(all, cycle, period);
  }
  for (auto year = next_round(targets, from); round_dates(targets, year).opens <= to; ++year.begins) add(all, round_dates(targets, year));
  std::erase_if(all, [&](const DueDate& due) { return due.at <= from || due.at > to; });
  std::ranges::sort(all, {}, [](const DueDate& due) { return std::tuple(due.at, due.job, due.frequency, due.period.start); });
  return all;
}

}  // namespace collect
