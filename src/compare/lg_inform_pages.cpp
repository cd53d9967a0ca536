// GET /comparators/lg-inform: what is fetched from LG Inform Plus, and what became of it. POST …/fetch: now. POST …/stop: no more.
#include "compare/lg_inform_pages.h"

#include "compare/lg_inform_store.h"
#include "council/may.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;
using State = LgFetch::State;

constexpr std::string_view here = "/comparators/lg-inform";

struct LineView {
  LgChoice choice;
  std::optional<LgFetch> fetch;  // the newest
};
template <class Teller>
void describe(Teller& t, const LineView& view) {
  static const LgFetch none;
  const auto& fetch = view.fetch ? *view.fetch : none;
  t.field("data_set", view.choice.data_set);
  t.list("metric_types", view.choice.metric_types);
  t.field("councils", view.choice.areas);
  t.field("periods", static_cast<std::int64_t>(view.choice.periods));
  t.field("licence", view.choice.licence);
  t.field("fetched_every", std::string(code(view.choice.every)));
  t.field("came", fetch.state == State::done ? fetch.ended : std::nullopt);
  t.field("load", fetch.load);
  t.field("problem", fetch.problem);
}

struct LgInformView {
  std::vector<LineView> lines;
  std::optional<LgFetch> list;  // of metric types
  std::int64_t metric_types = 0;
  KeptLgKey key;

  bool is_at_it(kit::Moment now) const {
    const auto soon = [&](const std::optional<LgFetch>& fetch) {
      return fetch && fetch->is_open() && (fetch->state == State::fetching || fetch->next_try <= now);
    };
    return soon(list) || std::ranges::any_of(lines, [&](const LineView& line) { return soon(line.fetch); });
  }
};
template <class Teller>
void describe(Teller& t, const LgInformView& view) {
  t.field("key_is_there", view.key.is_there());
  t.field("metric_types_known", view.metric_types);
  t.rows("data_sets", view.lines);
}

LgInformView view_of(Desk& desk) {
  auto tx = desk.db.read();
  LgInformView view;
  view.key = load_lg_key(tx);
  view.metric_types = static_cast<std::int64_t>(metric_types(tx).size());
  const auto fetches = lg_fetches(tx);
  const auto newest = [&](std::string_view data_set) {
    const auto* found = fetch_of(fetches, data_set);
    return found ? std::optional(*found) : std::nullopt;
  };
  view.list = newest("");
  for (auto& choice : lg_choices(tx))
    if (!choice.gone) view.lines.push_back({choice, newest(choice.data_set)});
  return view;
}

std::string commas(std::int64_t count) { return kit::with_commas(static_cast<double>(count), 0); }
std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : more);
}

std::string in_short(const LgInformView& view) {
  if (!view.key.is_there()) return "Nothing yet: it answers only who has a key. Your council’s account at LG Inform Plus gives one.";
  if (view.lines.empty()) return "Nothing yet. Choose what it counts, of which councils, and how often it is fetched.";
  std::optional<kit::Moment> newest;
  for (const auto& line : view.lines)
    if (line.fetch && line.fetch->state == State::done && (!newest || *newest < *line.fetch->ended)) newest = line.fetch->ended;
  return counted(view.lines.size(), "data set is", "data sets are") + " fetched from it" +
         (newest ? "; the newest came on " + newest->words() + "." : ", and none has come yet.");
}

std::string areas_words(const LgChoice& choice) {
  return choice.areas == all_of_england ? "every council of England"
                                        : "the neighbours by " + choice.areas.substr(choice.areas.find(':') + 1);
}
std::string what_words(const LgChoice& choice) {
  return counted(choice.metric_types.size(), "metric type", "metric types") + ", " + areas_words(choice) +
         ", the newest " + counted(static_cast<std::size_t>(choice.periods), "period", "periods");
}

std::string state_words(const LgFetch& fetch, kit::Moment now) {
  switch (fetch.state) {
    case State::fetching: return "Being fetched now";
    case State::waiting:
      return fetch.problem.empty() || fetch.next_try <= now
                 ? "Waits to be fetched, for seconds"
                 : "Not fetched, and tried again on " + fetch.next_try.words();
    case State::done: return "Came on " + fetch.ended->words();
    case State::failed: return "Not fetched on " + fetch.ended->words();
  }
  return {};
}

void small_form(Html& html, const Desk& desk, std::string_view to, const std::string& data_set, std::string_view text) {
  parts::form(html, std::string(here) + std::string(to), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "set", data_set);
    parts::link_button(html, text);
  });
}

void lines_table(Html& html, const Desk& desk, const LgInformView& view) {
  parts::Table table(html, "What is fetched",
                     {{"Data set", Column::Holds::words, Column::Width::wide},
                      {"How often"},
                      {"What became of it", Column::Holds::long_words},
                      {"Next", Column::Holds::long_words}});
  for (const auto& line : view.lines) {
    const auto& name = line.choice.data_set;
    table.row().head([&] {
      if (line.fetch && line.fetch->load) parts::link(html, "/comparators/" + std::to_string(*line.fetch->load), name);
      else html.text(name);
      parts::small(html, what_words(line.choice));
    });
    table.cell(words(line.choice.every)).cell([&] {
      html.text(line.fetch ? state_words(*line.fetch, desk.now) : "Waits for the key");
      if (line.fetch && !line.fetch->problem.empty()) parts::small(html, line.fetch->problem);
    });
    table.cell([&] {
      parts::link(html, std::string(here) + "/choose?set=" + kit::url_encoded(name), "Change " + name);
      if (view.key.is_there()) small_form(html, desk, "/fetch", name, "Fetch " + name + " now");
      small_form(html, desk, "/stop", name, "Fetch " + name + " no more");
    });
  }
}

void beneath(Html& html, const Desk& desk, const LgInformView& view) {
  parts::heading(html, "What it can count");
  parts::paragraph(html, view.metric_types == 0
                             ? "The list of its metric types is not here yet. You can type their numbers meanwhile."
                             : commas(view.metric_types) +
                                   " metric types are known by name, so that you can look for words in them.");
  if (view.list && view.list->state != State::done)
    parts::paragraph(
        html, state_words(*view.list, desk.now) + (view.list->problem.empty() ? "." : ". " + view.list->problem));
  if (view.key.is_there()) small_form(html, desk, "/fetch", "", "Fetch the list of metric types now");
  parts::heading(html, "The key");
  parts::paragraph(html, view.key.is_there() ? "A key was given on " + view.key.at.date().words() +
                                                   ". Its secret is kept sealed, and is never shown."
                                             : "No key has been given.");
  const bool may_change = !council::why_not(council::May::set_calendar, desk.asker).any();
  if (may_change)
    parts::paragraph(html, [&] {
      parts::link(html, std::string(here) + "/key",
                  view.key.is_there() ? "Change the key or take it away" : "Give the key");
    });
  parts::paragraph(html, [&] {
    parts::link(html, "/comparators", "Published figures");
    html.text(" · ");
    parts::link(html, "/help/compare#lg-inform-plus", "How fetching works");
  });
}

parts::Page list_page(const Desk& desk, const LgInformView& view) {
  parts::Page page;
  page.title = "LG Inform Plus";
  page.section = parts::Section::compare;
  if (!desk.clock && view.is_at_it(desk.now)) page.again_after = 4;
  auto& html = page.body;
  parts::thread(html, {{"Compare", "/compare"}, {"Published figures", "/comparators"}, {"LG Inform Plus", ""}}, "Where you are");
  parts::title(html, "What does LG Inform Plus bring us?");
  parts::lede(html, in_short(view));
  if (desk.clock) parts::inset(html, "This is a demo: nothing is fetched.");
  if (!view.lines.empty()) lines_table(html, desk, view);
  parts::button_link(html, std::string(here) + "/choose", "Choose what to fetch");
  beneath(html, desk, view);
  return page;
}

parts::Reply show_lg_inform(const Request& asked, Desk& desk) {
  const auto view = view_of(desk);
  if (auto data = kit::as_data(asked, view, "lg-inform.csv")) return *std::move(data);
  return list_page(desk, view);
}

parts::Reply nothing_here() {
  return parts::error_page(404, "No such data set is fetched from LG Inform Plus.",
                           {"LG Inform Plus", std::string(here)});
}

council::Recorded noted(kit::Transaction& tx, const Desk& desk, const Request& asked, std::string what, const std::string& data_set) {
  auto deed = council::deed_of(desk, std::move(what), data_set.empty() ? "metric types" : data_set, "LG Inform Plus",
                               "lg inform " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  return council::record(tx, std::move(deed));
}

parts::Reply fetch_now(const Request& asked, Desk& desk) {
  const auto data_set = asked.typed("set");
  auto tx = desk.db.write();
  const auto choices = lg_choices(tx);
  const auto* choice = choice_of(choices, data_set);
  if (!data_set.empty() && (!choice || choice->gone)) return nothing_here();

  if (noted(tx, desk, asked, "fetch asked for", data_set).is_new())
    ask_for_fetch(tx, data_set, desk.asker.person.empty() ? "goldenthread" : desk.asker.person, desk.now);
  tx.commit();

  return council::see_other(desk, std::string(here), "It is fetched within seconds. This page looks again by itself.");
}

parts::Reply stop(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto choices = lg_choices(tx);
  const auto* choice = choice_of(choices, asked.typed("set"));
  if (!choice) return nothing_here();

  if (!choice->gone) {
    const auto recorded = noted(tx, desk, asked, "fetching stopped", choice->data_set);
    auto next = *choice;
    ++next.edition, next.gone = true, next.by = desk.asker.person, next.at = desk.now;
    if (recorded.is_new()) add_lg_choice(tx, next, recorded.id);
    tx.commit();
  }
  { auto done = std::move(tx); }

  return council::see_other(desk, std::string(here), "It is fetched no more. What has come stays.");
}

}  // namespace

const council::Routes& lg_inform_routes() {
  using council::Lasts;
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators/lg-inform", May::bring_in_files, show_lg_inform,
       "What is fetched from LG Inform Plus, and what became of it", Lasts::not_at_all},
      {Method::post, "/comparators/lg-inform/fetch", May::bring_in_files, fetch_now,
       "Fetches a data set from LG Inform Plus now, or the list of its metric types"},
      {Method::post, "/comparators/lg-inform/stop", May::bring_in_files, stop,
       "Fetches a data set from LG Inform Plus no more"},
  };
  return all;
}

}  // namespace compare
