#include "work/calendar_change_pages.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using calendar::Cycle;
using council::Desk;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

// As typed, so that a form that comes back shows what stood there.
struct TypedCycle {
  std::string frequency, enter_days, remind_days, check_from_day, check_to_day, run_months, run_day, run_midnight, outside, unchecked;
};

TypedCycle typed_of(const Cycle& cycle) {
  std::string remind;
  for (const int day : cycle.remind_days) remind += (remind.empty() ? "" : ", ") + std::to_string(day);
  return {std::string(calendar::code(cycle.frequency)),
          std::to_string(cycle.enter_days),
          remind,
          std::to_string(cycle.check_from_day),
          std::to_string(cycle.check_to_day),
          std::to_string(cycle.run_months),
          std::to_string(cycle.run_day),
          std::string(code(cycle.run_midnight)),
          std::string(code(cycle.outside_check_week)),
          std::string(code(cycle.unchecked))};
}

TypedCycle typed_in(const Request& asked) {
  return {asked.typed("frequency"),      asked.typed("enter_days"),   asked.typed("remind_days"),
          asked.typed("check_from_day"), asked.typed("check_to_day"), asked.typed("run_months"),
          asked.typed("run_day"),        asked.typed("run_midnight"), asked.typed("outside_check_week"),
          asked.typed("unchecked")};
}

std::optional<int> whole(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() && end == text.data() + text.size() && number >= 0 && number < 1000 ? std::optional(number) : std::nullopt;
}

int read_number(const std::string& text, std::string_view field, Refusals& no) {
  const auto number = whole(text);
  no.unless(number.has_value(), std::string(field), "Found " + kit::quoted(text) + ". Type a whole number, such as 21.");
  return number.value_or(0);
}

std::vector<int> read_days(std::string text, Refusals& no) {
  std::ranges::replace(text, ',', ' ');
  std::istringstream in(text);
  std::vector<int> days;
  for (std::string word; in >> word;) {
    const auto day = whole(word);
    no.unless(day.has_value(), "remind_days", "Found " + kit::quoted(word) + ". Type days with commas between them, such as 3, 17.");
    if (day) days.push_back(*day);
  }
  return days;
}

// The rule's own faults only when every field could be read.
kit::Verdict<Cycle> read_cycle(const TypedCycle& typed) {
  Refusals no;
  Cycle cycle;
  const auto frequency = calendar::read_frequency(typed.frequency);
  no.unless(frequency.has_value(), "frequency", "Choose which indicators this is for.");
  if (frequency) cycle.frequency = *frequency;
  cycle.enter_days = read_number(typed.enter_days, "enter_days", no);
  cycle.remind_days = read_days(typed.remind_days, no);
  cycle.check_from_day = read_number(typed.check_from_day, "check_from_day", no);
  cycle.check_to_day = read_number(typed.check_to_day, "check_to_day", no);
  cycle.run_months = read_number(typed.run_months, "run_months", no);
  cycle.run_day = read_number(typed.run_day, "run_day", no);
  cycle.run_midnight = typed.run_midnight == code(Cycle::Midnight::begins_day) ? Cycle::Midnight::begins_day : Cycle::Midnight::ends_day;
  cycle.outside_check_week = typed.outside == code(Cycle::Outside::refuse) ? Cycle::Outside::refuse : Cycle::Outside::warn;
  cycle.unchecked = typed.unchecked == code(Cycle::Unchecked::hold) ? Cycle::Unchecked::hold : Cycle::Unchecked::report;
  if (!no.any()) no = calendar::faults(cycle);
  if (no.any()) return no;
  return cycle;
}

void cycle_form(Html& html, const Desk& desk, const TypedCycle& typed, const Refusals& no) {
  const auto error = [&](std::string_view field) { return parts::error_of(field, no); };
  const auto number = [&](std::string_view name, std::string_view label, std::string_view hint,
                          const std::string& value) {
    parts::short_input(html, {name, label, hint, error(name)}, value, parts::Keyboard::number);
  };
  parts::form(html, "/calendar/change", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "frequency", typed.frequency);
    parts::carried(html, "key", kit::random_name());
    number("enter_days", "Days to enter figures",
           "On time until the end of this day. Day 1 is the day after the period’s last.", typed.enter_days);
    parts::input(html,
                 {"remind_days", "Reminders on the mornings of days", "With commas between them, such as 3, 17.",
                  error("remind_days")},
                 typed.remind_days);
    number("check_from_day", "Checks from day", {}, typed.check_from_day);
    number("check_to_day", "Checks to day", {}, typed.check_to_day);
    number("run_months", "The reports run in which month after the period", "1 for the month that follows.", typed.run_months);
    number("run_day", "On which day of that month", "31 is the last day of any month.", typed.run_day);
    parts::select(html, {"run_midnight", "At which midnight of that day"},
                  {{"ends_day", "The one that ends it"}, {"begins_day", "The one that begins it"}}, typed.run_midnight);
    parts::select(html, {"outside_check_week", "A check outside the check week"},
                  {{"warn", "is possible, with a warning"}, {"refuse", "is refused"}}, typed.outside);
    parts::select(html, {"unchecked", "What nobody has checked when the reports run"},
                  {{"report", "is reported, marked as unchecked"}, {"hold", "is held back"}}, typed.unchecked);
    parts::button(html, "Change");
  });
}

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

void choose_frequency(Html& html, const std::string& chosen) {
  parts::paragraph(html, [&] {
    bool first = true;
    for (const auto& cycle : calendar::usual_cycles()) {
      if (!first) html.text(" · ");
      first = false;
      const auto code = std::string(calendar::code(cycle.frequency));
      const auto words = capital(calendar::words(cycle.frequency)) + " indicators";
      if (code == chosen) parts::strong(html, words);
      else parts::link(html, "/calendar/change?frequency=" + code, words);
    }
  });
}

struct TypedCommittee {
  std::string name, day, period;
};

void committees(Html& html, const Desk& desk, const std::vector<collect::Committee>& all, const TypedCommittee& typed, const Refusals& no) {
  parts::heading(html, "Committees", "committees");
  parts::paragraph(html, "When a committee reads the reports of a period. It shows in everybody’s calendar.");
  std::vector<const collect::Committee*> coming;
  for (const auto& one : all)
    if (!one.gone && desk.now.date() <= one.day) coming.push_back(&one);
  if (!coming.empty()) {
    parts::Table table(html, "Meetings to come", {{"Day"}, {"Committee"}, {"Reports for"}, {"Change"}});
    for (const auto* one : coming) {
      table.row().head(one->day.words()).cell(one->name).cell(one->period ? one->period->words() : "");
      table.cell([&] {
        parts::form(html, "/calendar/committees", desk.token, parts::Carries::fields, [&] {
          parts::carried(html, "call_off", std::to_string(one->id));
          parts::link_button(html, "Call off " + one->name + " on " + one->day.words());
        });
      });
    }
  }
  parts::form(html, "/calendar/committees", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::input(html, {"name", "Committee", "Such as “Cabinet” or “Children’s scrutiny”.", parts::error_of("name", no)}, typed.name);
    parts::date_input(html, {"day", "Day", {}, parts::error_of("day", no)}, typed.day);
    parts::short_input(
        html,
        {"period", "Period it reads", "Such as 2025-26-q2 or 2025-10; leave it empty when it reads several.",
         parts::error_of("period", no)},
        typed.period, parts::Keyboard::text);
    parts::second_button(html, "Add the meeting");
  });
}

Reply change_page(Desk& desk, const TypedCycle& typed, const TypedCommittee& committee, const Refusals& no) {
  auto page = parts::form_page(parts::Section::cycle, "Change the calendar", no);
  auto tx = desk.db.read();
  auto& html = page.body;
  parts::thread(html, {{"Calendar", "/calendar"}, {"Change", ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, page.title);
  choose_frequency(html, typed.frequency);
  parts::paragraph(html, "A change counts at once, for windows that are open too. What has been run already stays as it was.");
  cycle_form(html, desk, typed, no);
  parts::heading(html, "Targets", "targets");
  parts::paragraph(html, [&] {
    html.text("On which days the targets of a year are proposed, challenged, agreed and sealed has ");
    parts::link(html, "/calendar/targets", "a page of its own");
    html.text(".");
  });
  committees(html, desk, collect::load_committees(tx), committee, no);
  return page;
}

Cycle cycle_now(Desk& desk, std::string_view frequency) {
  auto tx = desk.db.read();
  return of(collect::load_cycles(tx), calendar::read_frequency(frequency).value_or(calendar::Frequency::monthly));
}

std::string in_words(const Cycle& cycle) {
  const auto typed = typed_of(cycle);
  return "entered by day " + typed.enter_days + ", reminders on days " + typed.remind_days + ", checked on days " +
         typed.check_from_day + " to " + typed.check_to_day + ", run on day " + typed.run_day + " of month " +
         typed.run_months + " (" + typed.run_midnight + "), outside the check week: " + typed.outside +
         ", unchecked: " + typed.unchecked;
}

}  // namespace

Reply show_calendar_change(const Request& asked, Desk& desk) {
  const auto frequency = asked.asked("frequency");
  if (!frequency.empty() && !calendar::read_frequency(frequency))
    return parts::error_page(404, "There is no such frequency. Start from the calendar.");
  return change_page(desk, typed_of(cycle_now(desk, frequency)), {}, {});
}

Reply take_cycle_change(const Request& asked, Desk& desk) {
  const auto typed = typed_in(asked);
  const auto cycle = read_cycle(typed);
  if (!cycle) return change_page(desk, typed, {}, cycle.refusals());
  const auto back = "/calendar/change?frequency=" + typed.frequency;
  auto tx = desk.db.write();
  const auto before = of(collect::load_cycles(tx), cycle->frequency);
  if (before == *cycle) return council::see_other(desk, back, "Nothing was changed: it stood so already.");

  auto deed = council::deed_of(desk, "calendar", std::string(calendar::words(cycle->frequency)), "", "calendar " + asked.typed("key"));
  deed.particulars.was = in_words(before);
  deed.particulars.became = in_words(*cycle);
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_cycle(tx, *cycle, desk.now, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, back, "The calendar is changed.");
}

Reply take_committee(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto all = collect::load_committees(tx);
  collect::Committee committee;
  Refusals no;
  if (const auto off = whole(asked.typed("call_off")); !asked.typed("call_off").empty()) {
    const auto found = std::ranges::find_if(all, [&](const auto& one) { return off && one.id == *off && !one.gone; });
    if (found == all.end()) return council::see_other(desk, "/calendar/change#committees", "It is called off already.");
    committee = *found;
    committee.gone = true;
  } else {
    const auto day = kit::Date::parse(asked.typed("day"));
    const auto period = calendar::read_slug(asked.typed("period"));
    committee.name = asked.typed("name");
    no.unless(!committee.name.empty() && committee.name.size() <= 200, "name", "Type the committee’s name, in at most 200 letters.");
    no.unless(day.has_value(), "day", "Choose the day, or type it as in 2025-09-30.");
    no.unless(asked.typed("period").empty() || period, "period",
              "Found " + kit::quoted(asked.typed("period")) +
                  ". Type a period as in 2025-26-q2 or 2025-10, or leave it empty.");
    if (day) committee.day = *day;
    committee.period = period;
  }
  if (no.any()) {
    { auto done = std::move(tx); }
    return change_page(desk, typed_of(cycle_now(desk, "")), {asked.typed("name"), asked.typed("day"), asked.typed("period")}, no);
  }

  committee.at = desk.now;
  auto deed =
      council::deed_of(desk, committee.gone ? "meeting called off" : "meeting", committee.name, committee.day.iso(),
                       committee.gone ? "off " + std::to_string(committee.id) : "meeting " + asked.typed("key"));
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_committee(tx, committee, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/calendar/change#committees",
                            committee.name + (committee.gone ? " is called off." : " is in the calendar."));
}

}  // namespace work
