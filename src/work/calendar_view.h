// The year of the cycle: for each period when its window opens, until when figures are on time, when they are checked and when the
// reports run; when targets are set; and the days on which committees meet.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "calendar/cycle.h"
#include "calendar/ics.h"
#include "calendar/target_calendar.h"
#include "collect/committee.h"

namespace work {

struct WindowLine {
  calendar::Window window;
  bool is_open = false;
};
struct FrequencyWindows {
  calendar::Frequency frequency = calendar::Frequency::monthly;
  std::vector<WindowLine> windows;
};
struct CalendarView {
  calendar::FinancialYear year;
  std::string lede;
  std::vector<FrequencyWindows> frequencies;
  calendar::RoundDates round;                  // of this year, in which the targets of the next are set
  std::vector<collect::Committee> committees;  // that meet in the year, or read one of its periods
};
// All that the council has said of its calendar.
struct CalendarFacts {
  calendar::Cycles cycles;
  calendar::TargetCalendar targets;
  std::vector<collect::Committee> committees;
};
// Only frequencies that some indicator has.
CalendarView calendar_view(const assess::Picture& picture, const CalendarFacts& facts, calendar::FinancialYear year, kit::Moment now);

// From a quarter ago to a year ahead, for programs that subscribe. `address`: by which people reach the server.
std::vector<calendar::Event> calendar_events(const assess::Picture& picture, const CalendarFacts& facts,
                                             const std::string& address, kit::Moment now);

template <class Teller>
void describe(Teller& t, const WindowLine& line) {
  const auto& w = line.window;
  t.field("period", w.period.iso());
  t.field("opens", w.opens);
  t.field("on_time_until", w.enter_by);
  t.field("check_from", w.check_from_day);
  t.field("check_to", w.check_to_day);
  t.field("accepted_until", w.runs);
  t.field("reports_run", w.runs);
  t.field("is_open", line.is_open);
}
struct RoundLine {
  calendar::RoundDates round;
};
template <class Teller>
void describe(Teller& t, const RoundLine& line) {
  const auto& round = line.round;
  t.field("year", round.year.words());
  t.field("opens", round.opens.date());
  t.field("challenge_from", round.challenge_from.date());
  t.field("agreed_by", round.last_to_agree());
  t.field("seals", round.seals);
}
struct CommitteeLine {
  std::string name, day, period;
};
template <class Teller>
void describe(Teller& t, const CommitteeLine& line) {
  t.field("name", line.name);
  t.field("day", line.day);
  t.field("period", line.period);
}
template <class Teller>
void describe(Teller& t, const CalendarView& view) {
  t.field("year", view.year.words());
  t.field("in_short", view.lede);
  std::vector<WindowLine> all;
  for (const auto& one : view.frequencies) all.insert(all.end(), one.windows.begin(), one.windows.end());
  t.rows("windows", all);
  t.part("targets", RoundLine{view.round});
  std::vector<CommitteeLine> committees;
  for (const auto& one : view.committees) committees.push_back({one.name, one.day.iso(), one.period ? one.period->iso() : ""});
  t.rows("committees", committees);
}

}  // namespace work
