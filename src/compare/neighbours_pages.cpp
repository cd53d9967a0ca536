// GET /neighbours, GET /neighbours/bring-in, POST /neighbours: lists of the councils that are most like ours. The form
// has a page of its own: the lists are kept for everybody.
#include "compare/neighbours_pages.h"

#include <sstream>

#include "compare/own_area_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/secret.h"
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
  std::string because;
};
template <class Teller>
void describe(Teller& t, const NeighbourView& view) {
  t.field("list", view.list);
  t.field("place", view.place);
  t.field("area_code", view.code);
  t.field("area_name", view.name);
  t.field("tier", view.tier);
  t.field("near_in", view.because);
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

std::string in_one_line(std::string lines) {
  for (auto at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at)) lines.replace(at, 1, "; ");
  return lines;
}

std::string holds(const NeighbourList& list) {
  if (list.starts && list.ends) return " · holds from " + list.starts->words() + " until " + list.ends->plus(-1).words();
  return list.starts ? " · holds from " + list.starts->words() : list.ends ? " · holds until " + list.ends->plus(-1).words() : "";
}

NeighboursView view_of(const Country& country, Desk& desk) {
  NeighboursView view{country.own ? country.own->name : country.asked, {}};
  auto tx = desk.db.read();
  for (const auto& list : country.lists) {
    int place = 0;
    for (const auto& near : near_of(tx, list, country.asked)) {
      const auto* found = country.authorities.find(near.area);
      view.neighbours.push_back({list.name, ++place, near.area, found ? found->name : "Not in the register",
                                 found ? std::string(words(found->tier)) : "", in_one_line(near.because)});
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
  parts::thread(
      html, {{"Compare", "/compare"}, {"Lists of neighbours", "/neighbours"}, {"Bring in a list of neighbours", ""}},
      "Where you are");
  parts::title(html, "Bring in a list of neighbours");
  parts::form(html, "/neighbours", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html,
        {"file", "Choose a CSV file",
         "With subject_gss and neighbour_gss, and rank where there is one; the codes of our own neighbours alone, as area_code; or a row for each council with its neighbours side by side, as the Department for Education publishes them.",
         parts::error_of("file", no)},
        ".csv,.txt");
    parts::input(html,
                 {"name", "Name of the list",
                  "Such as CIPFA 2024. A list of the same name takes its place; the earlier one is kept.",
                  parts::error_of("name", no)},
                 asked.typed("name"));
    parts::input(
        html,
        {"source", "Where it comes from", "CIPFA’s lists are licensed: bring in the one that your council has bought.",
         parts::error_of("source", no)},
        asked.typed("source"));
    parts::date_input(html,
                      {"starts", "Holds from", "The first day, if the list says so.", parts::error_of("starts", no)},
                      asked.typed("starts"));
    parts::date_input(html, {"ends", "Holds until", "The last day, if there is one.", parts::error_of("ends", no)}, asked.typed("ends"));
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
  parts::lede(
      html, lists == 0 ? "No list of neighbours is here yet. Councils of the same tier are compared until there is one."
                       : (lists == 1 ? "One list says so." : std::to_string(lists) + " lists say so.") +
                             " The relation goes one way: ours may not be among the neighbours of a neighbour.");
  for (const auto& list : country.lists) {
    parts::heading(html, list.name);
    parts::aside_line(html, (list.source.empty() ? "" : list.source + " · ") + "brought in " + list.at.date().words() +
                                " · names the neighbours of " + std::to_string(list.subjects) +
                                (list.subjects == 1 ? " council" : " councils") + holds(list));
    if (!list.features.empty()) parts::paragraph(html, "Computed from: " + in_words(list.features) + ".");
    const bool has_reasons = std::ranges::any_of(
        view.neighbours, [&](const auto& each) { return each.list == list.name && !each.because.empty(); });
    std::vector<parts::Column> columns = {{"Place", parts::Column::Holds::number}, {"Council"}, {"Code"}, {"Tier"}};
    if (has_reasons) columns.push_back({list.features.empty() ? "How near" : "Near in", parts::Column::Holds::long_words});
    parts::Table table(html, "Neighbours by " + list.name, columns);
    for (const auto& each : view.neighbours) {
      if (each.list != list.name) continue;
      table.row().cell(std::to_string(each.place)).head(each.name).cell(each.code).cell(each.tier);
      if (has_reasons) table.cell([&] { html.text(each.because); });
    }
  }
  parts::paragraph(html, [&] {
    parts::link(html, "/neighbours/bring-in", "Bring in a list");
    html.text(" · ");
    parts::link(html, "/neighbours/compute", "Compute neighbours");
    html.text(" · ");
    parts::link(html, "/compare", "Compare");
    html.text(" · ");
    parts::link(html, "/help/compare#lists-of-neighbours", "How neighbours are found");
  });
  return page;
}

parts::Reply show_neighbours(const Request& asked, Desk& desk) {
  const auto country = country_for(asked, desk);
  const auto view = view_of(country, desk);
  if (auto data = kit::as_data(asked, view, "neighbours.csv")) return *std::move(data);
  return neighbours_page(view, country);
}

// Its data are those of the lists.
parts::Reply show_upload(const Request& asked, Desk& desk) {
  return asked.format == "html" ? parts::Reply(upload_page(asked, desk, {})) : show_neighbours(asked, desk);
}

std::string told(const std::vector<std::string>& remarks) {
  std::string all;
  for (const auto& each : remarks) all += " " + each;
  return all;
}

parts::Reply take_list(const Request& asked, Desk& desk) {
  const auto file = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  NeighbourList list{.name = asked.typed("name"), .source = asked.typed("source"), .at = desk.now};
  kit::Refusals no;
  no.unless(file != asked.files.end() && !file->bytes.empty(), "file", "Choose a file.");
  no.unless(!list.name.empty() && list.name.size() <= 80, "name", "Give the list a name of at most 80 letters.");
  read_days(asked.typed("starts"), asked.typed("ends"), list, no);
  if (no.any()) return upload_page(asked, desk, no);
  std::istringstream in(file->bytes);
  const auto country = country_for(asked, desk);
  const auto read = read_neighbours(in, country.asked, country.authorities, list.starts.value_or(desk.now.date()));
  if (!read) {
    for (const auto& each : read.refusals().all()) no.add("file", each.sentence);
    return upload_page(asked, desk, no);
  }

  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, "neighbours", list.name,
                                           "the neighbours of " + std::to_string(read->of.size()) + " councils",
                                           "neighbours " + kit::random_name()));
  add_neighbours(tx, list, read->of, recorded.id);
  tx.commit();

  return council::see_other(desk, "/neighbours",
                            "Saved: " + list.name + " names the neighbours of " + std::to_string(read->of.size()) +
                                (read->of.size() == 1 ? " council." : " councils.") + told(read->remarks));
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
