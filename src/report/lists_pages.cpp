// The routes stand at the end: GET /reports/lists, GET and POST /reports/lists/new and /reports/lists/{list}, POST
// /reports/lists/{list}/remove.
#include "report/lists_pages.h"

#include <algorithm>

#include "council/council_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/distribution_list_store.h"
#include "report/pack_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

struct ListLine {
  DistributionList list;
  std::string people, outside, packs;  // names, addresses and titles, for a reader
};
template <class Teller>
void describe(Teller& t, const ListLine& line) {
  t.field("number", line.list.number);
  t.field("name", line.list.name);
  t.field("people", line.people);
  t.field("outside", line.outside);
  t.field("reports", line.packs);
  t.field("changed", line.list.at);
}
struct ListsView {
  std::string answer;
  std::vector<ListLine> lists;
  bool cannot_be_opened = false;  // there are outsiders, and the public edition asks them to sign in
};
template <class Teller>
void describe(Teller& t, const ListsView& view) {
  t.field("in_short", view.answer);
  t.rows("lists", view.lists);
}

void join(std::string& all, const std::string& one) { all += (all.empty() ? "" : ", ") + one; }

council::Council council_now(kit::Transaction& tx, const Desk& desk) {
  return council::load_council(tx, desk.end_of_today(), council::newest_record(tx));
}

ListLine line_of(const DistributionList& list, const council::Council& council, const std::vector<Pack>& packs) {
  ListLine line{list, "", "", ""};
  for (const auto& code : list.people) {
    const auto* person = council.person(code);
    join(line.people, !person ? code : person->gone ? person->name + " (has left)" : person->name);
  }
  for (const auto& address : list.outside) join(line.outside, address);
  for (const auto& pack : packs)
    if (std::ranges::find(pack.lists, list.number) != pack.lists.end()) join(line.packs, pack.title);
  return line;
}

ListsView lists_view(kit::Transaction& tx, const Desk& desk) {
  const auto council = council_now(tx, desk);
  const auto packs = load_packs(tx);
  ListsView view;
  for (const auto& list : load_lists(tx))
    if (!list.gone) view.lists.push_back(line_of(list, council, packs));
  view.cannot_be_opened = council.setting("reading") != "everyone" &&
                          std::ranges::any_of(view.lists, [](const ListLine& line) { return !line.outside.empty(); });
  const auto count = view.lists.size();
  view.answer =
      count == 0
          ? "There is no list yet. Make one for a committee, and choose it on the form of each report that its people should hear of."
          : (count == 1 ? "One list" : kit::with_commas(static_cast<double>(count), 0) + " lists") +
                std::string(
                    " can be chosen on the form of a report. When an edition is published, each person and address gets one letter, however many lists and roles reach them.");
  return view;
}

parts::Page page_called(std::string title) {
  parts::Page page;
  page.title = std::move(title);
  page.section = parts::Section::reports;
  return page;
}

std::string path_of(std::int64_t number) { return "/reports/lists/" + std::to_string(number); }

void lists_table(Html& html, const ListsView& view) {
  parts::Table table(html, "Distribution lists",
                     {{"List"},
                      {"People of the council", Column::Holds::long_words},
                      {"Outside addresses", Column::Holds::long_words},
                      {"Hears of"}});
  for (const auto& line : view.lists) {
    table.row().head([&] {
      parts::link(html, path_of(line.list.number), line.list.name);
      parts::small(html, "Changed " + line.list.at.date().words());
    });
    table.cell(line.people.empty() ? "None" : line.people)
        .cell(line.outside.empty() ? "None" : line.outside)
        .cell(line.packs.empty() ? "No report yet" : line.packs);
  }
}

Reply show_lists(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto view = lists_view(tx, desk);
  if (auto data = kit::as_data(asked, view, "lists.csv")) return *std::move(data);
  auto page = page_called("Distribution lists");
  auto& html = page.body;
  parts::thread(html, {{"Reports", "/reports"}, {"Distribution lists", ""}}, "Where you are");
  parts::title(html, "Distribution lists");
  parts::lede(html, view.answer);
  if (view.cannot_be_opened)
    parts::inset(
        html,
        "Outside readers cannot open the link in their letter: the setting “reading” lets only people who have signed in read. Set it to everyone before you publish to them.");
  parts::buttons(html, [&] { parts::button_link(html, "/reports/lists/new", "Make a list"); });
  if (!view.lists.empty()) lists_table(html, view);
  parts::paragraph(
      html,
      "Outside addresses are personal data: they stand here and among the letters, and are seen by the performance team and administrators alone.");
  return page;
}

// -- one list ---------------------------------------------------------------------------------------------------------

std::string form_path(const DistributionList& list) { return list.number > 0 ? path_of(list.number) : "/reports/lists/new"; }

void remove_form(Html& html, const DistributionList& list, const Desk& desk) {
  parts::heading(html, "Remove it", "remove");
  parts::paragraph(html, "Nobody hears of reports by it any more. Letters that were sent stay sent.");
  parts::form(html, path_of(list.number) + "/remove", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "seen", std::to_string(list.edition));
    parts::second_button(html, "Remove this list");
  });
}

parts::Page list_page(const DistributionList& list, const TypedList& typed, const Desk& desk, const Refusals& no = {}) {
  const auto title = list.number > 0 ? "Change “" + list.name + "”" : std::string("Make a distribution list");
  auto page = page_called(title);
  page.has_data = false;
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {"Distribution lists", "/reports/lists"},
                 {list.number > 0 ? list.name : "Make a list", ""}},
                "Where you are");
  parts::title(html, title);
  parts::form(html, form_path(list), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "seen", std::to_string(list.edition));
    parts::input(html, {"name", "Name", "Such as Corporate Scrutiny Committee.", parts::error_of("name", no)}, typed.name);
    parts::textarea(html,
                    {"people", "People of the council",
                     "One a line, by name or e-mail address. Each is told of what their role may read.",
                     parts::error_of("people", no)},
                    typed.people, parts::Rows::many);
    parts::textarea(html,
                    {"outside", "Outside addresses",
                     "One e-mail address a line. They are told of the public edition, and of nothing else.",
                     parts::error_of("outside", no)},
                    typed.outside);
    parts::button(html, list.number > 0 ? "Save" : "Make it");
  });
  if (list.number > 0) remove_form(html, list, desk);
  return page;
}

Reply not_there() { return parts::error_page(404, "There is no such list.", {"Distribution lists", "/reports/lists"}); }

const DistributionList* asked_for(const std::vector<DistributionList>& all, const Request& asked) {
  return find_list(all, std::atoll(asked.value("list").c_str()));
}

Reply show_new(const Request&, Desk& desk) { return list_page({}, {}, desk); }

Reply show_list(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto all = load_lists(tx);
  const auto* list = asked_for(all, asked);
  if (!list) return not_there();
  return list_page(*list, typed(*list, council_now(tx, desk)), desk);
}

Refusals someone_was_first() {
  Refusals no;
  no.add("", "Somebody has changed this list since you opened it. This is how it is now.");
  return no;
}

// The record names the list and never who is on it.
Reply keep(Desk& desk, kit::Transaction tx, const DistributionList& list, const std::string& key, std::string what,
           const std::string& sentence) {
  const auto deed = council::deed_of(desk, std::move(what), list.name, "", key);
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_list(tx, list, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/reports/lists", sentence);
}

Reply send(Desk& desk, kit::Transaction tx, const std::vector<DistributionList>& all, const DistributionList& before,
           const Request& asked) {
  const auto key = "distribution list " + asked.typed("key");
  if (council::find_record(tx, key)) return council::see_other(desk, "/reports/lists", "Saved already.");
  const auto council = council_now(tx, desk);
  if (asked.typed("seen") != std::to_string(before.edition)) return list_page(before, typed(before, council), desk, someone_was_first());

  const TypedList typed{asked.typed("name"), asked.typed("people"), asked.typed("outside")};
  const auto list = change_list(before, typed, all, council, desk.asker, desk.now);
  if (!list) return list_page(before, typed, desk, list.refusals());

  return keep(desk, std::move(tx), *list, key,
              before.number > 0 ? "distribution list changed" : "distribution list made",
              "Saved. Choose it on the form of each report that it should hear of.");
}

Reply send_new(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto all = load_lists(tx);
  return send(desk, std::move(tx), all, {}, asked);
}

Reply send_list(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto all = load_lists(tx);
  const auto* list = asked_for(all, asked);
  if (!list) return not_there();
  return send(desk, std::move(tx), all, *list, asked);
}

Reply send_remove(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto all = load_lists(tx);
  const auto* list = asked_for(all, asked);
  if (!list) return not_there();
  if (asked.typed("seen") != std::to_string(list->edition))
    return list_page(*list, typed(*list, council_now(tx, desk)), desk, someone_was_first());

  const auto removed = remove_list(*list, desk.asker, desk.now);
  if (!removed) return list_page(*list, typed(*list, council_now(tx, desk)), desk, removed.refusals());

  return keep(desk, std::move(tx), *removed, "distribution list " + std::to_string(list->number) + " removed",
              "distribution list removed", "Removed.");
}

}  // namespace

const council::Routes& lists_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/lists", May::prepare_reports, show_lists,
       "Distribution lists: who hears of published reports beside the roles"},
      {Method::get, "/reports/lists/new", May::prepare_reports, show_new, "Make a distribution list"},
      {Method::post, "/reports/lists/new", May::prepare_reports, send_new,
       "Make a distribution list: its people and outside addresses"},
      {Method::get, "/reports/lists/{list}", May::prepare_reports, show_list, "Change a distribution list"},
      {Method::post, "/reports/lists/{list}", May::prepare_reports, send_list,
       "Save the people and outside addresses of a distribution list"},
      {Method::post, "/reports/lists/{list}/remove", May::prepare_reports, send_remove, "Remove a distribution list"},
  };
  return routes;
}

}  // namespace report
