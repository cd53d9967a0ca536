// The routes stand at the end: GET /hand-over, POST /hand-over.
#include "work/hand_over_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "indicator/indicator_store.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/hand_over.h"
#include "work/hand_over_store.h"

namespace work {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;
using Shared = std::shared_ptr<const assess::Picture>;

std::string name_of(const assess::Picture& picture, const std::string& code) {
  const auto* person = picture.council.person(code);
  return person ? person->name : code;
}

std::string counted(std::size_t count) { return std::to_string(count) + (count == 1 ? " indicator" : " indicators"); }

struct HandOverLine {
  std::string code, title, as, open;
};
template <class Teller>
void describe(Teller& t, const HandOverLine& line) {
  t.field("code", line.code);
  t.field("title", line.title);
  t.field("as", line.as);
  t.field("open", line.open);
}
struct HandOverView {
  std::string from;
  std::vector<HandOverLine> indicators;
  std::size_t out_of_reach = 0;
};
template <class Teller>
void describe(Teller& t, const HandOverView& view) {
  t.field("from", view.from);
  t.rows("indicators", view.indicators);
  t.field("out_of_reach", static_cast<std::int64_t>(view.out_of_reach));
}

HandOverView gather(Desk& desk, const assess::Picture& picture, const std::string& from) {
  HandOverView view{from, {}, out_of_reach(picture, from, desk.asker, desk.now.date())};
  auto tx = desk.db.read();
  for (const auto& held : holdings(picture, from, desk.asker, desk.now.date())) {
    std::string open;
    for (const auto& each : open_work(tx, held.kept->id)) open += (open.empty() ? "" : "; ") + each;
    view.indicators.push_back({held.kept->now().code, held.kept->now().title, held.words(), open});
  }
  return view;
}

// Who holds anything that the asker may hand over, those who left first.
std::vector<parts::Choice> leavers(const assess::Picture& picture, const Desk& desk) {
  std::vector<std::pair<bool, parts::Choice>> found;
  for (const auto& person : picture.council.people) {
    const auto count = holdings(picture, person.code, desk.asker, desk.now.date()).size();
    if (count > 0) found.push_back({!person.gone, {person.code, person.name + (person.gone ? " (has left)" : "") + ", " + counted(count)}});
  }
  std::ranges::sort(found, {}, [](const auto& one) { return std::pair(one.first, one.second.text); });
  std::vector<parts::Choice> all{{"", "Choose who leaves"}};
  for (auto& one : found) all.push_back(std::move(one.second));
  return all;
}

std::vector<parts::Choice> takers(const assess::Picture& picture, const std::string& from) {
  std::vector<parts::Choice> all;
  for (const auto& person : picture.council.people) {
    council::Asker as;
    as.person = person.code;
    as.role = person.role;
    if (person.gone || person.code == from || council::why_not(council::May::enter_figures, as).any()) continue;
    all.push_back({person.code, person.name + (person.job.empty() ? "" : ", " + person.job)});
  }
  std::ranges::sort(all, {}, &parts::Choice::text);
  all.insert(all.begin(), {"", "Choose who takes over"});
  return all;
}

void holdings_form(Html& html, const Desk& desk, const assess::Picture& picture, const HandOverView& view,
                   const HandOver& wanted, const kit::Refusals& no) {
  parts::form(html, "/hand-over", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "from", view.from);
    parts::select(
        html, {"to", "Who takes over", "Only people whose role enters figures are listed.", parts::error_of("to", no)},
        takers(picture, view.from), wanted.to);
    {
      parts::Table table(html, "What " + name_of(picture, view.from) + " holds",
                         {{"Hand over", Column::Holds::words, Column::Width::wide},
                          {"As"},
                          {"On its way", Column::Holds::long_words}});
      for (const auto& line : view.indicators) {
        const bool ticked = wanted.indicators.empty() || std::ranges::find(wanted.indicators, line.code) != wanted.indicators.end();
        table.row().head([&] { parts::checkbox(html, {"take-" + line.code, line.code + " " + line.title}, ticked); });
        table.cell(line.as).cell(line.open.empty() ? "Nothing" : line.open);
      }
    }
    parts::button(html, "Hand over what is ticked");
  });
}

void earlier(Html& html, Desk& desk, const assess::Picture& picture) {
  auto tx = desk.db.read();
  const auto found = council::find_records(tx, {.what = "hand-over"}, 10);
  std::vector<const council::FoundRecord*> shown;
  for (const auto& one : found)
    if (council::spans_the_council(desk.asker.role) || one.record.deed.who == desk.asker.person) shown.push_back(&one);
  if (shown.empty()) return;
  parts::heading(html, "Handed over lately");
  parts::list(html, [&] {
    for (const auto* one : shown)
      parts::item(html, one->record.deed.at.date().words() + ": " + one->record.deed.detail + ", by " +
                            name_of(picture, one->record.deed.who));
  });
}

parts::Page hand_over_page(Desk& desk, const assess::Picture& picture, const HandOver& wanted, const kit::Refusals& no) {
  const auto view = gather(desk, picture, wanted.from);
  parts::Page page;
  page.title = no.any() ? "Error: hand over" : "Hand over";
  page.status = no.any() ? 400 : 200;
  page.has_data = !no.any();
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, "Hand over");
  parts::lede(html, "When someone leaves, everything they own, check or stand in for goes to someone else in one step.");
  parts::asking_form(html, "/hand-over", "Who leaves", [&] {
    parts::select(html, {"from", "Who leaves", {}, parts::error_of("from", no)}, leavers(picture, desk), wanted.from);
    parts::second_button(html, "Show what they hold");
  });
  if (!wanted.from.empty()) {
    parts::heading(html, "What " + name_of(picture, wanted.from) + " holds", "indicators");
    if (view.indicators.empty()) parts::paragraph(html, "Nothing within your reach.");
    else holdings_form(html, desk, picture, view, wanted, no);
    if (view.out_of_reach > 0)
      parts::paragraph(
          html, counted(view.out_of_reach) +
                    " of other services must be handed over by their heads of service, or by the performance team.");
  }
  earlier(html, desk, picture);
  return page;
}

parts::Reply show_hand_over(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const HandOver wanted{asked.asked("from"), asked.asked("to"), {}};
  if (asked.format != "json" && asked.format != "csv") return hand_over_page(desk, *picture, wanted, {});
  const auto view = gather(desk, *picture, wanted.from);
  return asked.format == "json" ? kit::Response::json(kit::told_as_json(view))
                                : kit::Response::csv(kit::told_as_csv(view, kit::For::people), "hand-over.csv");
}

std::string list_of(const std::vector<indicator::Definition>& all) {
  std::string text;
  std::string last;
  for (const auto& d : all) {
    if (d.code != last) text += (text.empty() ? "" : ", ") + d.code;
    last = d.code;
  }
  return text;
}

HandOver read_typed(const Request& asked) {
  HandOver wanted{asked.typed("from"), asked.typed("to"), {}};
  for (const auto& [name, value] : asked.form)
    if (name.starts_with("take-")) wanted.indicators.push_back(name.substr(5));
  return wanted;
}

parts::Reply take_hand_over(const Request& asked, Desk& desk) {
  const auto picture = assess::load_picture(desk.db, desk.now);
  const auto wanted = read_typed(asked);

  const auto definitions = hand_over(*picture, wanted, desk.asker, desk.now);

  // A repetition is answered as the first was: the indicators are the other's by now.
  auto tx = desk.db.write();
  if (council::find_record(tx, asked.typed("key"))) return council::see_other(desk, "/hand-over", "This was handed over already.");
  if (!definitions) return hand_over_page(desk, *picture, wanted, definitions.refusals());
  const auto from = name_of(*picture, wanted.from), to = name_of(*picture, wanted.to);
  auto deed = council::deed_of(desk, "hand-over", wanted.from,
                               counted(wanted.indicators.size()) + " from " + from + " to " + to, asked.typed("key"));
  deed.particulars.authority = council::words(desk.asker.role);
  deed.particulars.was = from + ": " + list_of(*definitions);
  deed.particulars.became = to + ": " + list_of(*definitions);
  indicator::add_definitions(tx, *definitions, council::record(tx, std::move(deed)).id);
  tx.commit();

  return council::see_other(desk, "/hand-over?from=" + kit::url_encoded(wanted.from),
                            "Saved. " + counted(wanted.indicators.size()) + " went from " + from + " to " + to + ".");
}

}  // namespace

const council::Routes& hand_over_routes() {
  using council::May;
  static const council::Routes routes = {
      {kit::Method::get, "/hand-over", May::hand_over, show_hand_over,
       "Everything that someone owns, checks or stands in for, to be handed over"},
      {kit::Method::post, "/hand-over", May::hand_over, take_hand_over,
       "Hands over indicators from one person to another"},
  };
  return routes;
}

}  // namespace work
