// GET /neighbours, GET /neighbours/bring-in, POST /neighbours: lists of the councils that are most like ours. The form has a page of its own:
// the lists are kept for everybody.
#include "compare/neighbours_pages.h"

#include <sstream>

#include "compare/own_area_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

struct NeighbourView {
  std::string list;
  int place = 0;
  std::string code, name, tier;
};
template <class Teller>
void describe(Teller& t, const NeighbourView& view) {
  t.field("list", view.list);
  t.field("place", view.place);
  t.field("area_code", view.code);
  t.field("area_name", view.name);
  t.field("tier", view.tier);
}

struct NeighboursView {
  std::string council;
  std::vector<NeighbourView> neighbours;
};
template <class Teller>
void describe(Teller& t, const NeighboursView& view) {
  t.field("council", view.council);
  t.rows("neighbours", view.neighbours);
}

NeighboursView view_of(const Country& country, Desk& desk) {
  NeighboursView view{country.own ? country.own->name : country.asked, {}};
  auto tx = desk.db.read();
  for (const auto& list : country.lists) {
    int place = 0;
    for (const auto& code : neighbours_of(tx, list, country.asked)) {
      const auto* found = country.authorities.find(code);
      view.neighbours.push_back({list.name, ++place, code, found ? found->name : "Not in the register", found ? std::string(words(found->tier)) : ""});
    }
  }
  return view;
}

parts::Page upload_page(const Request& asked, const Desk& desk, const kit::Refusals& no) {
  parts::Page page;
  page.title = no.any() ? "Error: Bring in a list of neighbours" : "Bring in a list of neighbours";
  page.status = no.any() ? 400 : 200;
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html, {{"Compare", "/compare"}, {"Lists of neighbours", "/neighbours"}, {"Bring in a list of neighbours", ""}}, "Where you are");
  parts::title(html, "Bring in a list of neighbours");
  parts::form(html, "/neighbours", desk.token, parts::Carries::files, [&] {
    parts::file_upload(html, {"file", "Choose a CSV file", "With subject_gss and neighbour_gss, and rank where there is one; or the codes of our own neighbours alone, as area_code.", parts::error_of("file", no)}, ".csv,.txt");
    parts::input(html, {"name", "Name of the list", "Such as CIPFA 2024. A list of the same name takes its place; the earlier one is kept.", parts::error_of("name", no)}, asked.typed("name"));
    parts::input(html, {"source", "Where it comes from", "CIPFA’s lists are licensed: bring in the one that your council has bought.", parts::error_of("source", no)}, asked.typed("source"));
    parts::button(html, "Bring it in");
  });
  return page;
}

parts::Page neighbours_page(const NeighboursView& view, const Country& country) {
  parts::Page page;
  page.title = "Neighbours";
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::title(html, "Which councils are most like ours?");
  const auto lists = country.lists.size();
  parts::lede(html, lists == 0 ? "No list of neighbours is here yet. Councils of the same tier are compared until there is one."
                               : (lists == 1 ? "One list says so." : std::to_string(lists) + " lists say so.") + " The relation goes one way: ours may not be among the neighbours of a neighbour.");
  for (const auto& list : country.lists) {
    parts::heading(html, list.name);
    parts::aside_line(html, (list.source.empty() ? "" : list.source + " · ") + "brought in " + list.at.date().words() + " · names the neighbours of " + std::to_string(list.subjects) + (list.subjects == 1 ? " council" : " councils"));
    parts::Table table(html, "Neighbours by " + list.name, {{"Place", parts::Column::Holds::number}, {"Council"}, {"Code"}, {"Tier"}});
    for (const auto& each : view.neighbours)
      if (each.list == list.name) table.row().cell(std::to_string(each.place)).head(each.name).cell(each.code).cell(each.tier);
  }
  parts::paragraph(html, [&] { parts::link(html, "/neighbours/bring-in", "Bring in a list"); html.text(" · "); parts::link(html, "/compare", "Compare"); });
  return page;
}

parts::Reply show_neighbours(const Request& asked, Desk& desk) {
  const auto country = country_for(asked, desk);
  const auto view = view_of(country, desk);
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "neighbours.csv");
  return neighbours_page(view, country);
}

// Its data are those of the lists.
parts::Reply show_upload(const Request& asked, Desk& desk) { return asked.format == "html" ? parts::Reply(upload_page(asked, desk, {})) : show_neighbours(asked, desk); }

parts::Reply take_list(const Request& asked, Desk& desk) {
  const auto file = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  const NeighbourList list{.name = asked.typed("name"), .source = asked.typed("source"), .at = desk.now};
  kit::Refusals no;
  no.unless(file != asked.files.end() && !file->bytes.empty(), "file", "Choose a file.");
  no.unless(!list.name.empty() && list.name.size() <= 80, "name", "Give the list a name of at most 80 letters.");
  if (no.any()) return upload_page(asked, desk, no);
  std::istringstream in(file->bytes);
  const auto read = read_neighbours(in, country_for(asked, desk).asked);
  if (!read) {
    for (const auto& each : read.refusals().all()) no.add("file", each.sentence);
    return upload_page(asked, desk, no);
  }

  auto tx = desk.db.write();
  const auto recorded = council::record(tx, council::deed_of(desk, "neighbours", list.name, "the neighbours of " + std::to_string(read->size()) + " councils", "neighbours " + kit::random_name()));
  add_neighbours(tx, list, *read, recorded.id);
  tx.commit();

  return council::see_other(desk, "/neighbours", "Saved: " + list.name + " names the neighbours of " + std::to_string(read->size()) + (read->size() == 1 ? " council." : " councils."));
}

}  // namespace

const council::Routes& neighbours_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/neighbours", May::read, show_neighbours, "Lists of the councils that are most like ours"},
      {Method::get, "/neighbours/bring-in", May::bring_in_files, show_upload, "The form by which a list of neighbours is brought in"},
      {Method::post, "/neighbours", May::bring_in_files, take_list, "Brings in a list of neighbours"},
  };
  return all;
}

}  // namespace compare
