#include "work/target_calendar_pages.h"

#include <array>

#include "collect/cycle_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace work {
namespace {

using calendar::DayOfYear;
using calendar::TargetCalendar;
using council::Desk;
using kit::Refusals;
using kit::Request;
using parts::Reply;

constexpr std::string_view address = "/calendar/targets";

// One day of the round: its name in forms, what it is, and where it is kept.
struct Field {
  std::string_view name, label, hint;
  DayOfYear TargetCalendar::* day;
};
constexpr std::array<Field, 4> fields = {{
    {"opens", "The round opens on", "Owners get a letter that morning. Such as 1 December.", &TargetCalendar::opens},
    {"challenge_from", "Challenge begins on", "From this day colleagues ask about what is proposed.",
     &TargetCalendar::challenge_from},
    {"agreed_by", "The last day to agree is",
     "Such as 28 February, or “the end of February”, which is the 29th in a leap year.", &TargetCalendar::agreed_by},
    {"seals", "What is agreed is sealed on",
     "At the midnight that begins this day, between January and June. By then the year has begun, or is about to.",
     &TargetCalendar::seals},
}};

using Typed = std::array<std::string, fields.size()>;  // in the order of the fields

Typed typed_of(const TargetCalendar& targets) {
  Typed typed;
  for (std::size_t i = 0; i < fields.size(); ++i) typed[i] = (targets.*fields[i].day).words();
  return typed;
}

kit::Verdict<TargetCalendar> read(const Typed& typed) {
  Refusals no;
  TargetCalendar targets;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto day = calendar::read_day_of_year(typed[i]);
    no.unless(day.has_value(), std::string(fields[i].name),
              "Found " + kit::quoted(typed[i]) + ". Type a day and a month, such as 1 December.");
    if (day) targets.*fields[i].day = *day;
  }
  if (!no.any()) no = calendar::faults(targets);
  if (no.any()) return no;
  return targets;
}

std::string in_words(const TargetCalendar& targets) {
  return "opens " + targets.opens.words() + ", challenged from " + targets.challenge_from.words() + ", agreed by " +
         targets.agreed_by.words() + ", sealed " + targets.seals.words();
}

Reply page_of(const Desk& desk, const Typed& typed, const Refusals& no) {
  auto page = parts::form_page(parts::Section::cycle, "When targets are set", no);
  auto& html = page.body;
  parts::thread(html, {{"Calendar", "/calendar"}, {"Targets", ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, page.title);
  parts::lede(
      html,
      "The same days every year. A change counts at once; letters that have gone out and targets that are sealed stay as they are.");
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    for (std::size_t i = 0; i < fields.size(); ++i)
      parts::input(html, {fields[i].name, fields[i].label, fields[i].hint, parts::error_of(fields[i].name, no)},
                   typed[i]);
    parts::buttons(html, [&] {
      parts::button(html, "Change");
      parts::quiet_link(html, "/calendar", "Leave it");
    });
  });
  parts::paragraph(html, [&] { parts::link(html, "/help/targets", "How targets are set"); });
  return page;
}

}  // namespace

Reply show_target_calendar(const Request&, Desk& desk) {
  auto tx = desk.db.read();
  return page_of(desk, typed_of(collect::load_target_calendar(tx)), {});
}

Reply take_target_calendar(const Request& asked, Desk& desk) {
  Typed typed;
  for (std::size_t i = 0; i < fields.size(); ++i) typed[i] = asked.typed(std::string(fields[i].name));
  const auto targets = read(typed);
  if (!targets) return page_of(desk, typed, targets.refusals());
  auto tx = desk.db.write();
  const auto before = collect::load_target_calendar(tx);
  if (before == *targets) return council::see_other(desk, "/calendar#targets", "Nothing was changed: it stood so already.");

  auto deed = council::deed_of(desk, "calendar", "targets", "", "target calendar " + asked.typed("key"));
  deed.particulars.was = in_words(before);
  deed.particulars.became = in_words(*targets);
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_target_calendar(tx, *targets, desk.now, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/calendar#targets", "The calendar is changed.");
}

}  // namespace work
