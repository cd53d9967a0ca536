// GET /explore/views, GET /explore/save (of no view: the same), POST /explore/views, POST /explore/views/take-away:
// views of the explorer kept under a name.
#include "explore/saved_views_pages.h"

#include <algorithm>
#include <charconv>

#include "assess/narrowing.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "explore/saved_view_store.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

struct SavedRow {
  SavedView view;
  std::string by;
};
template <class Teller>
void describe(Teller& t, const SavedRow& row) {
  t.field("number", row.view.number);
  t.field("name", row.view.name);
  t.field("address", row.view.address);
  t.field("saved_by", row.by);
  t.field("seen_by", code(row.view.seen_by));
  t.field("saved", row.view.at);
}

struct SavedRows {
  std::vector<SavedRow> views;
};
template <class Teller>
void describe(Teller& t, const SavedRows& view) {
  t.rows("views", view.views);
}

SavedRows rows_for(Desk& desk) {
  auto tx = desk.db.read();
  const auto council = council::load_council(tx, desk.end_of_today(), council::newest_record(tx));
  SavedRows rows;
  for (const auto& each : saved_views(tx, desk.end_of_today())) {
    if (each.seen_by == SeenBy::nobody || (each.person != desk.asker.person && each.seen_by != SeenBy::everybody)) continue;
    const auto* person = council.person(each.person);
    rows.views.push_back({each, person ? person->name : each.person});
  }
  return rows;
}

parts::Page list_page(const SavedRows& rows, const Desk& desk) {
  parts::Page page;
  page.title = "Saved views";
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::thread(html, {{"Compare", "/compare"}, {"Explore", "/explore"}, {"Saved views", ""}}, "Where you are");
  parts::title(html, "Saved views");
  if (rows.views.empty()) {
    parts::lede(
        html,
        "You have saved no view yet, and nobody shares one. Choose an indicator in the explorer, look at it as you like, and choose “Save this view” under it.");
    parts::paragraph(html, [&] { parts::link(html, "/explore", "Explore"); });
    return page;
  }
  parts::lede(html, "A saved view shows the newest figures each time it is opened.");
  parts::Table table(html, "Saved views", {{"View"}, {"Saved by"}, {"Who sees it"}, {"Saved"}, {""}});
  for (const auto& [view, by] : rows.views) {
    table.row()
        .head([&] { parts::link(html, view.address, view.name); })
        .cell(by)
        .cell(view.seen_by == SeenBy::own ? "You alone" : "Everybody")
        .cell(view.at.date().words());
    table.cell([&] {
      if (view.person != desk.asker.person) return;
      parts::form(html, "/explore/views/take-away", desk.token, parts::Carries::fields, [&] {
        parts::carried(html, "number", std::to_string(view.number));
        parts::link_button(html, "Take away " + view.name);
      });
    });
  }
  return page;
}

parts::Reply show_views(const Request& asked, Desk& desk) {
  const auto rows = rows_for(desk);
  if (auto data = kit::as_data(asked, rows, "views.csv")) return *std::move(data);
  return list_page(rows, desk);
}

parts::Page save_page(const Desk& desk, const ViewDraft& draft, const kit::Refusals& no) {
  parts::Page page;
  page.title = no.any() ? "Error: Save this view" : "Save this view";
  page.status = no.any() ? 400 : 200;
  page.section = parts::Section::compare;
  page.has_data = false;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html, {{"Compare", "/compare"}, {"Explore", "/explore"}, {"Save this view", ""}}, "Where you are");
  parts::title(html, "Save this view");
  parts::form(html, "/explore/views", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "address", draft.address);
    parts::input(html,
                 {"name", "Name",
                  "Such as Recycling, our neighbours, on the map. A view of yours with the same name is replaced.",
                  parts::error_of("name", no)},
                 draft.name);
    parts::select(html, {"seen_by", "Who sees it", {}, parts::error_of("seen_by", no)},
                  {{"own", "I alone"}, {"everybody", "Everybody who may read here"}}, draft.seen_by);
    parts::buttons(html, [&] {
      parts::button(html, "Save");
      if (const auto address = view_address(draft.address)) parts::link(html, *address, "Back to the view");
    });
  });
  return page;
}

parts::Reply show_save(const Request& asked, Desk& desk) {
  if (asked.format != "html") return show_views(asked, desk);
  const auto here = assess::with_value(asked, "", "");
  const auto address = view_address("/explore" + here.substr(asked.path.size()));
  if (!address) return show_views(asked, desk);
  return save_page(desk, {asked.asked("of").substr(0, asked.asked("of").size() > 80 ? 0 : std::string::npos), *address, "own"}, {});
}

council::Deed deed(const Desk& desk, const SavedView& view, std::string what) {
  auto made = council::deed_of(desk, "saved view", view.name, std::move(what), "saved view " + kit::random_name());
  if (view.seen_by == SeenBy::own) made.moves = council::Moves::nothing;
  return made;
}

parts::Reply take_view(const Request& asked, Desk& desk) {
  const ViewDraft draft{asked.typed("name"), asked.typed("address"), asked.typed("seen_by")};
  auto tx = desk.db.write();
  const auto view = save(draft, saved_views(tx, desk.end_of_today()), desk.asker.person, desk.now);
  if (!view) return save_page(desk, draft, view.refusals());

  const auto recorded = council::record(tx, deed(desk, *view, "saved"));
  add_saved_view(tx, *view, recorded.id);
  tx.commit();

  return council::see_other(desk, "/explore/views", "Saved.");
}

parts::Reply take_away_view(const Request& asked, Desk& desk) {
  std::int64_t number = 0;
  const auto typed = asked.typed("number");
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  auto tx = desk.db.write();
  const auto view = take_away(number, saved_views(tx, desk.end_of_today()), desk.asker.person, desk.now);
  if (!view)
    return parts::error_page(view.refusals().all()[0].sentence.starts_with("Only") ? 403 : 404,
                             view.refusals().all()[0].sentence, {"Saved views", "/explore/views"});

  const auto recorded = council::record(tx, deed(desk, *view, "taken away"));
  add_saved_view(tx, *view, recorded.id);
  tx.commit();

  return council::see_other(desk, "/explore/views", "Taken away.");
}

}  // namespace

const council::Routes& saved_views_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/explore/views", May::own_account, show_views, "Saved views of the explorer: your own, and those that people share"},
      {Method::get, "/explore/save", May::own_account, show_save, "The form that saves a view of the explorer under a name"},
      {Method::post, "/explore/views", May::own_account, take_view, "Saves a view of the explorer"},
      {Method::post, "/explore/views/take-away", May::own_account, take_away_view, "Takes a saved view away"},
  };
  return all;
}

}  // namespace explore
