// The routes stand at the end: GET /completion, POST /completion/remind.
#include "work/completion_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/narrow_form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/completion_store.h"
#include "work/reminders_store.h"

namespace work {
namespace {

using collect::Due;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

std::string window_words(const calendar::Window& window, kit::Moment now) {
  if (now < window.opens) return "Its window opens on " + window.opens.date().words() + ".";
  if (!window.is_open(now)) return "The reports ran at " + window.run_words() + ".";
  return "Due by " + window.enter_by.words() + ", still accepted until the reports run at " + window.run_words() + ".";
}

void remind_form(Html& html, const Desk& desk, const CompletionView& view, const std::string& unit, const std::string& button) {
  parts::form(html, "/completion/remind", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "period", view.period.slug());
    parts::carried(html, "unit", unit);
    parts::second_button(html, button);
  });
}

std::string count_words(int count) { return count == 0 ? "" : std::to_string(count); }

bool may_remind(const Desk& desk) { return !council::why_not(May::remind, desk.asker).any(); }

// What is due and in, and of what waits the columns that hold anything.
struct Counted {
  std::string_view title;
  int Tally::* count;
};
std::vector<Counted> waiting_columns(const Tally& all) {
  std::vector<Counted> columns = {{"Late", &Tally::late},
                                  {"Came back", &Tally::came_back},
                                  {"To be checked", &Tally::to_check},
                                  {"To be entered", &Tally::to_enter},
                                  {"Reported unchecked", &Tally::unchecked}};
  std::erase_if(columns, [&](const Counted& one) { return all.*one.count == 0; });
  return columns;
}

void units_table(Html& html, const CompletionView& view) {
  const auto waiting = waiting_columns(view.tally);
  std::vector<Column> columns = {{"Service", Column::Holds::words, Column::Width::wide},
                                 {"Due", Column::Holds::number},
                                 {"In", Column::Holds::number}};
  for (const auto& one : waiting) columns.push_back({std::string(one.title), Column::Holds::number});
  parts::Table table(html, "Completion by service, " + view.period.words(), std::move(columns));
  for (const auto& line : view.lines) {
    table.row().head([&] {
      const auto link = [&] {
        parts::link(html,
                    "/completion?period=" + view.period.slug() + "&unit=" + kit::url_encoded(line.code) + "#figures",
                    line.name);
      };
      if (line.is_directorate) link();
      else parts::below(html, link);
    });
    table.cell(std::to_string(line.tally.due)).cell(std::to_string(line.tally.in));
    for (const auto& one : waiting) table.cell(count_words(line.tally.*one.count));
  }
}

void figures_table(Html& html, const CompletionView& view) {
  parts::Table table(
      html, "Figures of " + view.unit_name,
      {{"Indicator", Column::Holds::words, Column::Width::wide}, {"Step"}, {"Entered by"}, {"Checked by"}});
  for (const auto& line : view.figures) {
    table.row().head([&] {
      parts::link(html, line.address, line.title);
      parts::small(html, line.indicator);
    });
    table.cell(words(line.step)).cell(line.owner.empty() ? "Nobody" : line.owner).cell(line.checker.empty() ? "Nobody" : line.checker);
  }
}

void unit_figures(Html& html, const Desk& desk, const CompletionView& view) {
  if (view.unit.empty()) return;
  parts::heading(html, view.unit_name, "figures");
  if (view.figures.empty()) return parts::paragraph(html, "No figure of this period is due from it within your reach.");
  const bool any_open = std::ranges::any_of(view.figures, [](const auto& line) { return waits_for_somebody(line.step); });
  if (any_open && may_remind(desk)) remind_form(html, desk, view, view.unit, "Remind whoever it waits for in " + view.unit_name);
  figures_table(html, view);
}

// One click; or, for those who only look on, who has it.
void remind_all(Html& html, const Desk& desk, const CompletionView& view) {
  if (view.tally.waits() == 0) return;
  if (!may_remind(desk))
    parts::paragraph(
        html, "Service managers, heads of service and the performance team can remind whoever a figure waits for.");
  else if (view.unit.empty()) remind_form(html, desk, view, "", "Remind everybody for whom something waits");
}

void other_pages(Html& html) {
  parts::heading(html, "See also");
  parts::list(html, [&] {
    parts::item(html, [&] {
      parts::link(html, "/owners", "Owners");
      html.text(": indicators that wait for somebody who is not there");
    });
    parts::item(html, [&] {
      parts::link(html, "/quality", "Quality of figures");
      html.text(": what came late, is missing, was changed or came back");
    });
  });
}

void choose_period(Html& html, const CompletionView& view) {
  parts::narrow_form(html, "/completion", "Another period", "Show", "", [&] {
    std::vector<parts::Choice> choices;
    for (const auto& period : view.periods) choices.push_back({period.slug(), period.words()});
    parts::select(html, {"period", "Period"}, choices, view.period.slug());
  });
}

Reply show_completion(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto view = completion_view(desk, *picture, asked.asked("period"), asked.asked("unit"));
  if (!view && !asked.asked("period").empty()) return parts::error_page(404, "There is no such period. Choose one on the page Completion.");
  if (view && asked.format == "json") return kit::Response::json(kit::told_as_json(*view));
  if (view && asked.format == "csv") return kit::Response::csv(kit::told_as_csv(*view, kit::For::people), "completion.csv");

  parts::Page page;
  page.title = "Completion";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  if (!view) {
    parts::title(html, "Completion");
    parts::paragraph(
        html,
        "There are no indicators yet. Bring in the council's plan and indicators first: then each period shows here, service by service.");
    return page;
  }
  page.title = "Completion, " + view->period.words();
  parts::title(html, page.title);
  parts::lede(html, view->lede);
  parts::paragraph(html, window_words(view->window, desk.now));
  remind_all(html, desk, *view);
  choose_period(html, *view);
  if (!is_one_service(*view)) units_table(html, *view);
  unit_figures(html, desk, *view);
  other_pages(html);
  return page;
}

std::string said(const Reminded& reminded) {
  const auto people = [](int count) { return std::to_string(count) + (count == 1 ? " person" : " people"); };
  if (reminded.letters == 0 && reminded.already > 0)
    return "Nobody was written to: " + people(reminded.already) + " had such a letter today already.";
  if (reminded.letters == 0) return "Nobody was written to: nothing waits for anybody with an address who wants letters.";
  auto words = "A letter goes to " + people(reminded.letters) + ".";
  if (reminded.already > 0) words += " " + people(reminded.already) + " had one today already.";
  if (reminded.unwanted > 0) words += " " + people(reminded.unwanted) + " asked for no letters.";
  return words;
}

Reply take_remind(const Request& asked, Desk& desk) {
  const auto period = calendar::read_slug(asked.typed("period"));
  if (!period) return parts::error_page(422, "The period is missing. Start from the page Completion.");
  const auto picture = assess::picture_for({}, desk);
  const auto unit = asked.typed("unit");
  auto tx = desk.db.write();
  auto dues = dues_in(tx, *picture, *period, desk, May::remind);
  if (!unit.empty()) std::erase_if(dues, [&](const Due& due) { return !is_of(due, picture->council, unit); });

  auto deed = council::deed_of(desk, "reminder", period->iso() + (unit.empty() ? "" : " " + unit), "", "remind " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  if (!council::record(tx, deed).is_new()) return council::see_other(desk, "/completion?period=" + period->slug(), "Done already.");
  const auto reminded = remind_by_hand(tx, *picture, dues, desk.now, desk.address);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(
      desk, "/completion?period=" + period->slug() + (unit.empty() ? "" : "&unit=" + kit::url_encoded(unit)),
      said(reminded));
}

}  // namespace

const council::Routes& completion_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/completion", May::see_completion, show_completion,
       "Completion: who has entered and checked what, service by service"},
      {Method::post, "/completion/remind", May::remind, take_remind, "Reminds whoever figures wait for"},
  };
  return all;
}

}  // namespace work
