// The routes stand at the end: GET /completion, POST /completion/remind.
#include "work/completion_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/narrow_form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/completion.h"
#include "work/gather_store.h"
#include "work/reminders_store.h"

namespace work {
namespace {

using calendar::Period;
using collect::Due;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;
using Shared = std::shared_ptr<const assess::Picture>;

constexpr int earlier_periods = 4;  // of each frequency, to look back on

struct FigureLine {
  std::string indicator, title, owner, checker;
  Step step = Step::to_enter;
  std::string address;
};
template <class Teller>
void describe(Teller& t, const FigureLine& line) {
  t.field("indicator", line.indicator);
  t.field("title", line.title);
  t.field("step", code(line.step));
  t.field("owner", line.owner);
  t.field("checker", line.checker);
}

struct CompletionView {
  Period period;
  calendar::Window window;
  Tally tally;
  std::string lede;
  std::vector<CompletionLine> lines;
  std::string unit, unit_name;
  std::vector<FigureLine> figures;  // of that unit
  std::vector<Period> periods;      // to choose from
};
template <class Teller>
void describe(Teller& t, const CompletionView& view) {
  t.field("period", view.period.iso());
  t.field("in_short", view.lede);
  t.field("runs", view.window.runs);
  t.part("all", view.tally);
  t.rows("units", view.lines);
  t.rows("figures", view.figures);
}

// Of the frequencies that the council uses: the periods whose windows are open, and some that have run. The newest first.
std::vector<Period> periods_of(const assess::Picture& picture, const calendar::Cycles& cycles, kit::Moment now) {
  std::vector<Period> all;
  for (const auto& cycle : cycles) {
    if (std::ranges::none_of(picture.indicators, [&](const auto& kept) { return kept.now().frequency == cycle.frequency; })) continue;
    auto period = calendar::ended_period(cycle.frequency, now);
    for (int i = 0; i < earlier_periods; ++i, period.start -= period.months) all.push_back(period);
    for (const auto& open : calendar::open_periods(cycle, now)) all.push_back(open);
  }
  std::ranges::sort(all, [](const Period& a, const Period& b) { return a.end() != b.end() ? a.end() > b.end() : a.months < b.months; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

const calendar::Cycle& cycle_of(const Period& period, const calendar::Cycles& cycles) {
  const auto fits = std::ranges::find_if(cycles, [&](const auto& cycle) { return period.fits(cycle.frequency); });
  return fits == cycles.end() ? cycles.front() : *fits;
}

// The one that runs next; when none is open, the one that ran last.
Period usual_period(const std::vector<Period>& periods, const calendar::Cycles& cycles, kit::Moment now) {
  const Period* next = nullptr;
  kit::Moment runs{};
  for (const auto& period : periods) {
    const auto window = calendar::window(cycle_of(period, cycles), period);
    if (window.is_open(now) && (!next || window.runs < runs)) next = &period, runs = window.runs;
  }
  return next ? *next : periods.front();
}

std::vector<Due> dues_in(kit::Transaction& tx, const assess::Picture& picture, const Period& period, const Desk& desk, May may) {
  std::vector<Wanted> wanted;
  for (const auto& kept : picture.indicators)
    if (period.fits(kept.in(period).frequency) && !council::why_not(may, desk.asker, collect::subject_of(kept.in(period))).any()) wanted.push_back({&kept, period});
  std::vector<Due> dues;
  for (auto& due : gather_these(tx, picture, wanted, desk.now, Judged::no))
    if (due) dues.push_back(*std::move(due));
  return dues;
}

bool is_of(const Due& due, const council::Council& council, const std::string& unit) {
  const auto* above = council.directorate_of(due.definition->service);
  return due.definition->service == unit || (above && above->code == unit);
}

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

std::vector<FigureLine> figures_of(const std::vector<Due>& dues, const council::Council& council, kit::Moment now) {
  std::vector<FigureLine> lines;
  for (const auto& due : dues) {
    const auto& d = *due.definition;
    lines.push_back({d.code, d.title, name_of(council, d.owner), name_of(council, d.checker), step_of(due, now), council::path_to("my-figures", d.code) + "/" + due.period.slug()});
  }
  std::ranges::stable_sort(lines, [](const auto& a, const auto& b) { return waits_for_somebody(a.step) > waits_for_somebody(b.step); });
  return lines;
}

// Whoever answers for one service sees its figures at once: a table of one service says nothing more than the sentence on top.
bool is_one_service(const CompletionView& view) { return std::ranges::count(view.lines, false, &CompletionLine::is_directorate) == 1 && view.lines.size() <= 2; }

void take_unit(CompletionView& view, std::string unit, std::vector<Due> dues, const council::Council& council, kit::Moment now) {
  if (unit.empty() && is_one_service(view)) unit = view.lines.back().code;
  const auto* named = council.unit(unit);
  if (!named) return;
  std::erase_if(dues, [&](const Due& due) { return !is_of(due, council, unit); });
  view.unit = unit;
  view.unit_name = named->name;
  view.figures = figures_of(dues, council, now);
}

std::optional<CompletionView> view_of(Desk& desk, const assess::Picture& picture, const std::string& slug, const std::string& unit) {
  auto tx = desk.db.read();
  const auto cycles = collect::load_cycles(tx);
  CompletionView view;
  view.periods = periods_of(picture, cycles, desk.now);
  if (view.periods.empty()) return std::nullopt;
  const auto asked = calendar::read_slug(slug);
  if (!slug.empty() && !asked) return std::nullopt;
  view.period = asked ? *asked : usual_period(view.periods, cycles, desk.now);
  view.window = calendar::window(cycle_of(view.period, cycles), view.period);
  auto dues = dues_in(tx, picture, view.period, desk, May::see_completion);
  view.tally = tally_of(dues, desk.now);
  view.lede = in_short(view.tally);
  view.lines = by_unit(dues, picture.council, desk.now);
  take_unit(view, unit, std::move(dues), picture.council, desk.now);
  return view;
}

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
  std::vector<Counted> columns = {{"Late", &Tally::late}, {"Came back", &Tally::came_back}, {"To be checked", &Tally::to_check}, {"To be entered", &Tally::to_enter}, {"Reported unchecked", &Tally::unchecked}};
  std::erase_if(columns, [&](const Counted& one) { return all.*one.count == 0; });
  return columns;
}

void units_table(Html& html, const CompletionView& view) {
  const auto waiting = waiting_columns(view.tally);
  std::vector<Column> columns = {{"Service", Column::Holds::words, Column::Width::wide}, {"Due", Column::Holds::number}, {"In", Column::Holds::number}};
  for (const auto& one : waiting) columns.push_back({std::string(one.title), Column::Holds::number});
  parts::Table table(html, "Completion by service, " + view.period.words(), std::move(columns));
  for (const auto& line : view.lines) {
    table.row().head([&] {
      const auto link = [&] { parts::link(html, "/completion?period=" + view.period.slug() + "&unit=" + kit::url_encoded(line.code) + "#figures", line.name); };
      if (line.is_directorate) link();
      else parts::below(html, link);
    });
    table.cell(std::to_string(line.tally.due)).cell(std::to_string(line.tally.in));
    for (const auto& one : waiting) table.cell(count_words(line.tally.*one.count));
  }
}

void figures_table(Html& html, const CompletionView& view) {
  parts::Table table(html, "Figures of " + view.unit_name, {{"Indicator", Column::Holds::words, Column::Width::wide}, {"Step"}, {"Entered by"}, {"Checked by"}});
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
  if (!may_remind(desk)) parts::paragraph(html, "Service managers, heads of service and the performance team can remind whoever a figure waits for.");
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
  const auto view = view_of(desk, *picture, asked.asked("period"), asked.asked("unit"));
  if (!view && !asked.asked("period").empty()) return parts::error_page(404, "There is no such period. Choose one on the page Completion.");
  if (view && asked.format == "json") return kit::Response::json(kit::told_as_json(*view));
  if (view && asked.format == "csv") return kit::Response::csv(kit::told_as_csv(*view, kit::For::people), "completion.csv");

  parts::Page page;
  page.title = "Completion";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  if (!view) {
    parts::title(html, "Completion");
    parts::paragraph(html, "There are no indicators yet. Bring in the council's plan and indicators first: then each period shows here, service by service.");
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
  if (reminded.letters == 0 && reminded.already > 0) return "Nobody was written to: " + people(reminded.already) + " had such a letter today already.";
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

  return council::see_other(desk, "/completion?period=" + period->slug() + (unit.empty() ? "" : "&unit=" + kit::url_encoded(unit)), said(reminded));
}

}  // namespace

const council::Routes& completion_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/completion", May::see_completion, show_completion, "Completion: who has entered and checked what, service by service"},
      {Method::post, "/completion/remind", May::remind, take_remind, "Reminds whoever figures wait for"},
  };
  return all;
}

}  // namespace work
