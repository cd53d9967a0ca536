#include "app/cycle_pages.h"

#include <algorithm>

#include "app/routes.h"
#include "parts/text.h"

namespace app {
namespace {

using council::Desk;
using council::May;
using kit::Request;

struct Door {
  May may;
  std::string_view path, name, what;
};
struct Group {
  std::string_view name;
  std::vector<Door> doors;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"This period",
       {{May::see_calendar, "/calendar", "Calendar", "when windows open, figures are due and the reports run"},
        {May::check_figures, "/check", "Figures to check", "what waits for your check"},
        {May::see_completion, "/completion", "Completion", "what is in, late, returned and unchecked, service by service"},
        {May::see_completion, "/corrections", "Corrections and late figures", "what changed after the run, with both values"},
        {May::review_reports, "/reports", "Reports to review", "drafts, what is signed off, and second runs that wait"},
        {May::see_completion, "/reopenings", "Windows opened again", "asked for, open and refused"}}},
      {"Indicators, targets and who answers for them",
       {{May::own_account, "/targets", "Targets", "those of the coming year: proposed, challenged, agreed and sealed"},
        {May::own_account, "/proposals", "Proposals", "new definitions and targets that wait for agreement"},
        {May::own_account, "/set/review", "Review of the set", "what the council will measure in the coming year"},
        {May::see_completion, "/quality", "Quality of figures", "how far each indicator’s figures can be trusted"},
        {May::see_completion, "/owners", "Owners", "indicators whose owner or checker is not there"},
        {May::own_account, "/cover", "Deputies", "who stands in for whom, and when"},
        {May::hand_over, "/hand-over", "Hand over", "everything of someone who leaves"},
        {May::see_completion, "/controls", "Control checks", "what internal audit found"},
        {May::read, "/formulas", "Formulas", "figures that are computed from others"}}},
      {"Running the service",
       {{May::see_record, "/record", "Record", "who did what, when and on whose authority"},
        {May::manage_people, "/people", "People", "accounts, roles and what they reach"},
        {May::set_calendar, "/calendar/change", "Change the calendar", "windows, check week, run and committee dates"},
        {May::set_calendar, "/mail", "Mail", "letters that wait, were sent or came back"},
        {May::bring_in_files, "/import", "Import", "bring in files"}}},
  };
  return all;
}

void doors(kit::Html& html, const Group& group, const council::Asker& asker) {
  static const auto routes = all_routes();
  const auto open = [&](const Door& door) {
    const bool is_there = std::ranges::any_of(routes, [&](const auto& route) { return route.pattern == door.path; });
    return is_there && !council::why_not(door.may, asker).any();
  };
  if (std::ranges::none_of(group.doors, open)) return;
  parts::heading(html, group.name);
  parts::list(html, [&] {
    for (const auto& door : group.doors)
      if (open(door)) parts::item(html, [&] {
        parts::link(html, door.path, door.name);
        html.text(": ").text(door.what);
      });
  });
}

parts::Reply show_cycle(const Request&, Desk& desk) {
  parts::Page page;
  page.title = "Cycle";
  page.section = parts::Section::cycle;
  page.has_data = false;
  parts::title(page.body, "The cycle");
  parts::lede(page.body, "Figures are entered when a period has ended, checked by another person, and reported when the reports run. "
                         "Here is what you may see and do.");
  for (const auto& group : groups()) doors(page.body, group, desk.asker);
  return page;
}

}  // namespace

const council::Routes& cycle_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/cycle", May::see_calendar, show_cycle, "The cycle: what you may see and do to keep it going"},
  };
  return all;
}

}  // namespace app
