// The routes stand at the end: GET /calendar, GET /calendar.ics.
#include "work/calendar_pages.h"

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/standing_link_store.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/calendar_change_pages.h"
#include "work/calendar_view.h"
#include "work/target_calendar_pages.h"

namespace work {
namespace {

using calendar::FinancialYear;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Reply;

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

std::string slug(FinancialYear year) { return calendar::Period::year(year).slug(); }

// "22 to 28 November 2025"
std::string days(kit::Date from, kit::Date to) {
  const bool same_month = from.plus(1 - static_cast<int>(from.day_of_month())) == to.plus(1 - static_cast<int>(to.day_of_month()));
  return (same_month ? std::to_string(from.day_of_month()) : from.words()) + " to " + to.words();
}

// "end of 30 November 2025"
std::string end_of(const calendar::Window& window) {
  const auto words = window.run_words();
  constexpr std::string_view before = "midnight at the ";
  return words.starts_with(before) ? words.substr(before.size()) : words;
}

void windows_table(Html& html, const FrequencyWindows& one) {
  parts::heading(html, capital(calendar::words(one.frequency)) + " indicators");
  parts::Table table(html, capital(calendar::words(one.frequency)) + " windows",
                     {{"Period"}, {"Opens"}, {"On time until the end of"}, {"Checks"}, {"Accepted until the run"}});
  for (const auto& line : one.windows) {
    const auto& w = line.window;
    table.row().head([&] {
      html.text(w.period.words());
      if (line.is_open) html.text(" "), parts::tag(html, "Open now");
    });
    table.cell(w.period.last().plus(1).words()).cell(w.enter_by.words()).cell(days(w.check_from_day, w.check_to_day)).cell(end_of(w));
  }
}

void targets_table(Html& html, const CalendarView& view) {
  const auto& round = view.round;
  const auto targets = "argets for " + round.year.words();
  parts::heading(html, "T" + targets, "targets");
  {
    parts::Table table(html, "The round in which the t" + targets + " are set", {{"Day"}, {"What happens"}});
    table.row().head(round.opens.date().words()).cell("The round opens: targets are proposed, with a reason");
    table.row().head(round.challenge_from.date().words()).cell("Proposals are challenged and agreed");
    table.row().head(round.last_to_agree().words()).cell("The last day to agree");
    table.row().head(round.seal_day().words()).cell("What is agreed is sealed, at the midnight that begins the day");
  }
  parts::paragraph(html, [&] { parts::link(html, "/targets?year=" + slug(round.year), "The t" + targets); });
}

void committees_table(Html& html, const CalendarView& view, bool may_change) {
  parts::heading(html, "Committees", "committees");
  if (view.committees.empty())
    return parts::paragraph(
        html, may_change ? "No meeting is in the calendar for this year. Add one under Change the calendar."
                         : "No meeting is in the calendar for this year. The performance team adds them.");
  parts::Table table(html, "Committees that read the reports", {{"Day"}, {"Committee"}, {"Reads the reports for"}});
  for (const auto& one : view.committees) table.row().head(one.day.words()).cell(one.name).cell(one.period ? one.period->words() : "");
}

void years(Html& html, FinancialYear year) {
  parts::paragraph(html, [&] {
    const FinancialYear before{year.begins - 1}, after{year.begins + 1};
    parts::link(html, "/calendar?year=" + slug(before), before.words());
    html.text(" · " + year.words() + " · ");
    parts::link(html, "/calendar?year=" + slug(after), after.words());
  });
}

void subscribe(Html& html, const Desk& desk) {
  parts::heading(html, "In your own calendar");
  auto address = desk.address + "/calendar.ics";
  if (desk.asker.is_signed_in() && !desk.asker.open_to_read && desk.key)
    address += "?key=" + kit::url_encoded(council::standing_key(*desk.key, calendar_purpose, desk.asker.person));
  parts::paragraph(html, [&] {
    html.text("Outlook, Google Calendar and others can subscribe to this address; what changes here changes there. ");
    parts::link(html, address, "The calendar as .ics");
  });
  if (address.find('?') != address.npos)
    parts::small(
        html,
        "The address is yours: whoever has it sees these dates, and nothing else, for as long as you have an account.");
}

CalendarFacts facts_of(kit::Transaction& tx) {
  return {collect::load_cycles(tx), collect::load_target_calendar(tx), collect::load_committees(tx)};
}

CalendarView view_of(Desk& desk, const assess::Picture& picture, FinancialYear year) {
  auto tx = desk.db.read();
  return calendar_view(picture, facts_of(tx), year, desk.now);
}

Reply show_calendar(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto wanted = asked.asked("year");
  const auto year = wanted.empty()
                        ? calendar::Period::containing(desk.now.date(), calendar::Frequency::annual).financial_year()
                        : FinancialYear::read(wanted).value_or(FinancialYear{0});
  if (year.begins < 1990 || year.begins > 2200) return parts::error_page(404, "There is no such year. Write it as in 2025-26.");
  const auto view = view_of(desk, *picture, year);
  if (auto data = kit::as_data(asked, view, "calendar.csv")) return *std::move(data);

  const bool may_change = !council::why_not(May::set_calendar, desk.asker).any();
  parts::Page page;
  page.title = "Calendar " + year.words();
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  years(html, year);
  if (view.frequencies.empty())
    parts::paragraph(
        html,
        "There are no indicators yet. Their windows show here when the plan and the indicators have been brought in.");
  for (const auto& one : view.frequencies) windows_table(html, one);
  targets_table(html, view);
  committees_table(html, view, may_change);
  subscribe(html, desk);
  if (may_change) parts::paragraph(html, [&] { parts::link(html, "/calendar/change", "Change the calendar"); });
  return page;
}

Reply show_ics(const Request&, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto events = calendar_events(*picture, facts_of(tx), desk.address, desk.now);
  auto response =
      kit::Response::file(calendar::ics(picture->council.setting("name") + ": performance", events, desk.now),
                          "text/calendar; charset=utf-8", "calendar.ics");
  response.with("Cache-Control", "private, no-cache");
  return response;
}

}  // namespace

const council::Routes& calendar_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/calendar", May::see_calendar, show_calendar,
       "Calendar of a year: windows, checks, runs, the round of targets and committees"},
      {Method::get, "/calendar.ics", May::see_calendar, show_ics, "The same for calendar programs, to subscribe to"},
      {Method::get, "/calendar/change", May::set_calendar, show_calendar_change,
       "Change windows, check week, run and committees"},
      {Method::post, "/calendar/change", May::set_calendar, take_cycle_change,
       "Changes how one frequency is collected"},
      {Method::get, "/calendar/targets", May::set_calendar, show_target_calendar,
       "Change when targets are proposed, challenged, agreed and sealed"},
      {Method::post, "/calendar/targets", May::set_calendar, take_target_calendar,
       "Changes the days of the round of targets"},
      {Method::post, "/calendar/committees", May::set_calendar, take_committee,
       "Adds a committee's meeting, or calls it off"},
  };
  return all;
}

}  // namespace work
