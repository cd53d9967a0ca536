#include "work/calendar_view.h"

#include <algorithm>

#include "work/my_figures_view.h"

namespace work {
namespace {

using calendar::Event;
using calendar::FinancialYear;
using calendar::Frequency;
using calendar::Period;
using collect::Committee;

bool is_used(const assess::Picture& picture, Frequency frequency) {
  return std::ranges::any_of(picture.indicators, [&](const auto& kept) { return kept.now().frequency == frequency && !kept.now().ends; });
}

// What comes next: "Figures for October 2025 are due by Friday 21 November. The reports run at midnight at the end of 30 November 2025."
std::string next_in_short(const assess::Picture& picture, const calendar::Cycles& cycles, kit::Moment now) {
  std::optional<calendar::Window> next;
  for (const auto& cycle : cycles) {
    if (!is_used(picture, cycle.frequency)) continue;
    for (const auto& period : calendar::open_periods(cycle, now))
      if (const auto window = calendar::window(cycle, period); !next || window.runs < next->runs) next = window;
  }
  if (!next) return "No window is open now.";
  const auto due = "Figures for " + next->period.words() + (next->is_late(now) ? " were due by " : " are due by ") +
                   day_words(next->enter_by);
  return due + ", and still accepted until the reports run at " + next->run_words() + ".";
}

bool belongs(const Committee& committee, FinancialYear year) {
  const auto whole = Period::year(year);
  return (whole.first() <= committee.day && committee.day <= whole.last()) ||
         (committee.period && committee.period->financial_year() == year);
}

void add_window(std::vector<Event>& events, const calendar::Window& window, Frequency frequency, const std::string& address) {
  const auto words = window.period.words();
  const auto uid = [&](std::string_view what) {
    return std::string(what) + "-" + std::string(calendar::code(frequency)) + "-" + window.period.slug() +
           "@goldenthread";
  };
  const auto mine = address.empty() ? std::string() : address + "/my-figures";
  const auto opens = window.period.last().plus(1);
  events.push_back({uid("opens"),
                    words + ": figures can be entered",
                    "On time until " + window.enter_by.words() + ".",
                    mine,
                    opens,
                    opens,
                    {}});
  events.push_back({uid("due"),
                    words + ": figures are due",
                    "Still accepted, as late, until the reports run at " + window.run_words() + ".",
                    mine,
                    window.enter_by,
                    window.enter_by,
                    {}});
  events.push_back({uid("check"),
                    words + ": figures are checked",
                    "",
                    address.empty() ? "" : address + "/check",
                    window.check_from_day,
                    window.check_to_day,
                    {}});
  events.push_back({uid("run"),
                    words + ": the reports run",
                    "At " + window.run_words() + ". From then on figures are locked.",
                    address.empty() ? "" : address + "/",
                    {},
                    {},
                    window.runs});
}

void add_round(std::vector<Event>& events, const calendar::RoundDates& round, const std::string& address) {
  const auto words = "Targets for " + round.year.words();
  const auto slug = Period::year(round.year).slug();
  const auto page = address.empty() ? std::string() : address + "/targets?year=" + slug;
  const auto day = [&](std::string_view what, const std::string& summary, const std::string& description, kit::Date on) {
    events.push_back({"targets-" + std::string(what) + "-" + slug + "@goldenthread", words + summary, description, page, on, on, {}});
  };
  day("open", ": the round opens", "Propose a target for each of your indicators, with a reason.", round.opens.date());
  day("challenge", ": challenge begins",
      "Proposals are challenged and agreed until " + round.last_to_agree().words() + ".", round.challenge_from.date());
  day("agree", ": the last day to agree", "What is agreed is sealed on " + round.seal_day().words() + ".", round.last_to_agree());
  day("seal", " are sealed", "From then on a target changes only by a proposal with a reason.", round.seal_day());
}

}  // namespace

CalendarView calendar_view(const assess::Picture& picture, const CalendarFacts& facts, FinancialYear year, kit::Moment now) {
  CalendarView view{year, next_in_short(picture, facts.cycles, now), {}, calendar::round_dates(facts.targets, {year.begins + 1}), {}};
  const auto whole = Period::year(year);
  for (const auto& cycle : facts.cycles) {
    if (!is_used(picture, cycle.frequency)) continue;
    FrequencyWindows windows{cycle.frequency, {}};
    for (auto period = Period::containing(whole.first(), cycle.frequency); period.end() <= whole.end(); period = period.next()) {
      const auto window = calendar::window(cycle, period);
      windows.windows.push_back({window, window.is_open(now)});
    }
    view.frequencies.push_back(std::move(windows));
  }
  for (const auto& committee : facts.committees)
    if (!committee.gone && belongs(committee, year)) view.committees.push_back(committee);
  return view;
}

std::vector<Event> calendar_events(const assess::Picture& picture, const CalendarFacts& facts,
                                   const std::string& address, kit::Moment now) {
  std::vector<Event> events;
  const auto from = now.date().plus(-92), to = now.date().plus(366);
  for (const auto& cycle : facts.cycles) {
    if (!is_used(picture, cycle.frequency)) continue;
    for (auto period = Period::containing(from, cycle.frequency).previous(); period.last() < to; period = period.next())
      add_window(events, calendar::window(cycle, period), cycle.frequency, address);
  }
  for (auto year = calendar::next_round(facts.targets, {now.seconds - 92 * 86400});
       calendar::round_dates(facts.targets, year).opens.date() < to; ++year.begins)
    add_round(events, calendar::round_dates(facts.targets, year), address);
  for (const auto& committee : facts.committees) {
    if (committee.gone || committee.day < from || to < committee.day) continue;
    events.push_back({"committee-" + std::to_string(committee.id) + "@goldenthread",
                      committee.name + (committee.period ? ": reports for " + committee.period->words() : ""),
                      "",
                      "",
                      committee.day,
                      committee.day,
                      {}});
  }
  return events;
}

}  // namespace work
