// The routes stand at the end: GET /controls, GET and POST /controls/{indicator}.
#include "work/control_pages.h"

#include <algorithm>
#include <map>

#include "assess/picture_store.h"
#include "collect/control_store.h"
#include "collect/entry.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using collect::ControlCheck;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

struct ControlLine {
  std::string code, title, service;
  std::optional<ControlCheck> check;
};
template <class Teller>
void describe(Teller& t, const ControlLine& line) {
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("service", line.service);
  t.field("checked_on", line.check ? line.check->checked_on.iso() : std::string());
  t.field("result", line.check ? std::string(collect::code(line.check->result)) : std::string());
  t.field("said", line.check ? line.check->said : std::string());
}
struct ControlsView {
  std::string lede;
  std::vector<ControlLine> all;
};
template <class Teller>
void describe(Teller& t, const ControlsView& view) {
  t.field("in_short", view.lede);
  t.rows("indicators", view.all);
}

// What was never looked at first, then what was looked at longest ago.
ControlsView view_of(Desk& desk, const assess::Picture& picture) {
  std::map<indicator::IndicatorId, ControlCheck> newest;
  {
    auto tx = desk.db.read();
    for (auto& check : collect::newest_controls(tx)) newest.emplace(check.indicator, check);
  }
  ControlsView view;
  for (const auto& kept : picture.indicators) {
    const auto& d = kept.now();
    if (d.ends || council::why_not(May::see_completion, desk.asker, collect::subject_of(d)).any()) continue;
    const auto found = newest.find(kept.id);
    view.all.push_back({d.code, d.title, d.service, found == newest.end() ? std::nullopt : std::optional(found->second)});
  }
  std::ranges::stable_sort(view.all, {}, [](const ControlLine& line) { return line.check ? line.check->checked_on.iso() : std::string(); });
  const auto checked = std::ranges::count_if(view.all, [](const auto& line) { return line.check.has_value(); });
  view.lede = std::to_string(checked) + " of " + std::to_string(view.all.size()) + " indicators have had a control check.";
  return view;
}

void checks_table(Html& html, const ControlsView& view) {
  parts::Table table(html, "Indicators and their control checks",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Checked on"},
                      {"Result"},
                      {"What was said", Column::Holds::long_words}});
  for (const auto& line : view.all) {
    table.row().head([&] {
      parts::link(html, council::path_to("controls", line.code), line.title);
      parts::small(html, line.code);
    });
    table.cell(line.check ? line.check->checked_on.words() : "Never")
        .cell(line.check ? collect::words(line.check->result) : "")
        .cell(line.check ? line.check->said : "");
  }
}

Reply show_controls(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto view = view_of(desk, *picture);
  if (auto data = kit::as_data(asked, view, "controls.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Control checks";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  parts::paragraph(
      html,
      "Internal audit looks whether an indicator rests on a sound method, has controls in place, and is owned. What was never looked at stands first.");
  checks_table(html, view);
  return page;
}

const assess::Kept* find(const assess::Picture& picture, const Request& asked, const Desk& desk) {
  const auto* kept = picture.find(asked.value("indicator"));
  return kept && !council::why_not(May::see_completion, desk.asker, collect::subject_of(kept->now())).any() ? kept : nullptr;
}

Reply nothing_here() { return parts::error_page(404, "There is no such indicator among those you may see. Start from Control checks."); }

void history(Html& html, const std::vector<ControlCheck>& checks, const council::Council& council) {
  if (checks.empty()) return parts::lede(html, "It has not had a control check yet.");
  parts::Table table(html, "Control checks", {{"Checked on"}, {"Result"}, {"What was said", Column::Holds::long_words}, {"By"}});
  for (const auto& check : checks) {
    const auto* person = council.person(check.by);
    table.row().head(check.checked_on.words()).cell(collect::words(check.result)).cell(check.said).cell(person ? person->name : check.by);
  }
}

Reply one_indicator(Desk& desk, const assess::Picture& picture, const assess::Kept& kept,
                    const collect::TypedControl& typed, const Refusals& no) {
  const auto& d = kept.now();
  std::vector<ControlCheck> checks;
  {
    auto tx = desk.db.read();
    checks = collect::controls_of(tx, kept.id);
  }
  auto page = parts::form_page(parts::Section::cycle, "Control checks of " + d.code, no);
  auto& html = page.body;
  parts::thread(html, {{"Control checks", "/controls"}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, d.title);
  history(html, checks, picture.council);
  parts::paragraph(html, [&] { parts::link(html, council::path_to("indicators", d.code), "Definition and figures of " + d.code); });
  if (council::why_not(May::check_controls, desk.asker).any()) return page;
  parts::heading(html, "Record a check");
  parts::form(html, council::path_to("controls", d.code), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::date_input(html, {"checked_on", "Day of the check", {}, parts::error_of("checked_on", no)}, typed.checked_on);
    parts::select(html, {"result", "Result", {}, parts::error_of("result", no)},
                  {{"", "Choose"}, {"sound", "Sound"}, {"improve", "Needs improvement"}, {"unsound", "Not sound"}},
                  typed.result);
    parts::textarea(
        html,
        {"said", "What was found, and what is to be done", "Method, controls, ownership.", parts::error_of("said", no)},
        typed.said);
    parts::button(html, "Record the check");
  });
  return page;
}

Reply show_control(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  return kept ? one_indicator(desk, *picture, *kept, {desk.now.date().iso(), "", ""}, {}) : nothing_here();
}

Reply take_control(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  const collect::TypedControl typed{asked.typed("checked_on"), asked.typed("result"), asked.typed("said")};
  const auto check = collect::control_check(typed, kept->id, desk.asker, desk.now);
  if (!check) return one_indicator(desk, *picture, *kept, typed, check.refusals());

  auto tx = desk.db.write();
  auto deed = council::deed_of(desk, "control check", kept->now().code,
                               std::string(collect::words(check->result)) + " on " + check->checked_on.iso(),
                               "control " + asked.typed("key"));
  deed.particulars.became = check->said;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_control(tx, *check, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, council::path_to("controls", kept->now().code), "The check is recorded.");
}

}  // namespace

const council::Routes& control_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/controls", May::see_completion, show_controls,
       "Control checks: which indicators internal audit has looked at, and which never"},
      {Method::get, "/controls/{indicator}", May::see_completion, show_control, "The control checks of one indicator"},
      {Method::post, "/controls/{indicator}", May::check_controls, take_control, "Records a control check"},
  };
  return all;
}

}  // namespace work
