// GET /boundaries, GET /boundaries/bring-in, POST /boundaries, GET /boundaries/{number}: the shapes that maps are drawn with, and what
// became of each area of a file.
#include "explore/boundaries_pages.h"

#include <algorithm>

#include "compare/brought_in.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "explore/boundary_store.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using compare::commas;
using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

struct SetView {
  BoundarySet set;
};
template <class Teller>
void describe(Teller& t, const SetView& view) {
  t.field("number", view.set.number);
  t.field("name", view.set.name);
  t.field("source", view.set.source);
  t.field("licence", view.set.licence);
  t.field("dated", view.set.dated);
  t.field("file", view.set.file);
  t.field("areas_found", view.set.found);
  t.field("areas_kept", view.set.taken);
  t.field("brought_in", view.set.at);
}

struct SetsView {
  std::vector<SetView> sets;
};
template <class Teller>
void describe(Teller& t, const SetsView& view) {
  t.rows("boundaries", view.sets);
}

struct AreaView {
  std::string code, name, within, left_out;
};
template <class Teller>
void describe(Teller& t, const AreaView& view) {
  t.field("area_code", view.code);
  t.field("area_name", view.name);
  t.field("within", view.within);
  t.field("left_out", view.left_out);
}

struct OneSetView {
  BoundarySet set;
  std::vector<Outline> outlines;
  std::vector<LeftOutArea> left_out;
};
template <class Teller>
void describe(Teller& t, const OneSetView& view) {
  t.part("set", SetView{view.set});
  t.list("remarks", view.set.remarks);
  t.list("not_in_the_register", view.set.unmatched);
  std::vector<AreaView> areas;
  for (const auto& each : view.outlines) areas.push_back({each.code, each.name, each.within, {}});
  for (const auto& each : view.left_out) areas.push_back({each.code, each.name, {}, each.reason});
  t.rows("areas", areas);
}

std::vector<BoundarySet> all_sets(Desk& desk) {
  auto tx = desk.db.read();
  return boundary_sets(tx, desk.end_of_today());
}

parts::Page list_page(const std::vector<BoundarySet>& all) {
  auto made = compare::page_of_comparing("Boundaries");
  auto& html = made.body;
  parts::title(html, "Which boundaries are maps drawn with?");
  const auto newest = newest_boundary_sets(all);
  parts::lede(
      html,
      all.empty()
          ? "None yet, so the explorer shows no maps. Bring in a file of boundaries as the Office for National Statistics publishes them."
          : std::to_string(newest.size()) + (newest.size() == 1 ? " set of boundaries." : " sets of boundaries.") +
                " A map uses the newest of a name.");
  if (!all.empty()) {
    parts::Table table(html, "Sets of boundaries",
                       {{"Name"},
                        {"As they were on"},
                        {"Source"},
                        {"Licence"},
                        {"Areas", Column::Holds::number},
                        {"Left out", Column::Holds::number},
                        {"Brought in"}});
    for (const auto& set : all)
      table.row()
          .head([&] { parts::link(html, "/boundaries/" + std::to_string(set.number), set.name); })
          .cell(set.dated ? set.dated->words() : "")
          .cell(set.source)
          .cell(set.licence)
          .cell(commas(set.taken))
          .cell(commas(set.found - set.taken))
          .cell(set.at.date().words());
  }
  parts::paragraph(html, [&] {
    parts::link(html, "/boundaries/bring-in", "Bring in boundaries");
    html.text(" · ");
    parts::link(html, "/compare", "Compare");
    html.text(" · ");
    parts::link(html, "/help/maps", "How maps are made");
  });
  return made;
}

parts::Reply show_list(const Request& asked, Desk& desk) {
  const auto all = all_sets(desk);
  SetsView view;
  for (const auto& each : all) view.sets.push_back({each});
  if (auto data = kit::as_data(asked, view, "boundaries.csv")) return *std::move(data);
  return list_page(all);
}

parts::Page upload_page(const Request& asked, const Desk& desk, const kit::Refusals& no) {
  auto made = compare::page_of_comparing(no.any() ? "Error: Bring in boundaries" : "Bring in boundaries");
  made.status = no.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, no);
  parts::thread(html, {{"Compare", "/compare"}, {"Boundaries", "/boundaries"}, {"Bring in boundaries", ""}}, "Where you are");
  parts::title(html, "Bring in boundaries");
  parts::form(html, "/boundaries", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html,
        {"file", "Choose a GeoJSON or TopoJSON file",
         "Of at most 32 MB, in longitude and latitude (WGS84), British National Grid or Web Mercator. Each area needs its code, such as E06000061.",
         parts::error_of("file", no)},
        ".geojson,.topojson,.json");
    parts::input(
        html,
        {"name", "Name",
         "One that stays, such as Districts of the UK. A file of the same name replaces what maps use; the earlier one is kept.",
         parts::error_of("name", no)},
        asked.typed("name"));
    parts::input(html, {"source", "Where they come from", {}, parts::error_of("source", no)}, asked.typed("source"));
    parts::input(html,
                 {"licence", "Licence", "Under which they may be used, such as Open Government Licence v3.0.",
                  parts::error_of("licence", no)},
                 asked.typed("licence"));
    parts::input(html,
                 {"dated", "Boundaries as they were on", "A day such as 2024-05-01. Leave it empty if it is not known.",
                  parts::error_of("dated", no)},
                 asked.typed("dated"));
    parts::input(html,
                 {"layer", "Layer",
                  "Only for a TopoJSON with several. Empty: the one with most codes of the register of authorities.",
                  parts::error_of("layer", no)},
                 asked.typed("layer"));
    parts::button(html, "Bring it in");
  });
  return made;
}

parts::Reply show_upload(const Request& asked, Desk& desk) {
  return asked.format == "html" ? parts::Reply(upload_page(asked, desk, {})) : show_list(asked, desk);
}

compare::BroughtFile brought_in(const BoundarySet& set) {
  return {set.file,
          "areas",
          set.found,
          set.taken,
          set.source,
          set.licence,
          set.dated ? "as they were on " + set.dated->words() : "",
          set.at};
}

void what_does_not_match(Html& html, const OneSetView& view) {
  const auto count = view.set.unmatched.size();
  if (view.set.are_small)
    return parts::paragraph(html, "They are small areas, such as wards: none of them is an authority of the register.");
  if (count == 0) return parts::paragraph(html, "Every code is in the register of authorities.");
  parts::paragraph(
      html,
      (count == 1 ? std::string("One code is") : std::to_string(count) + " codes are") +
          " not in the register of authorities. These areas are drawn when a published figure names them, and belong to no group.");
  parts::details(html, "Codes that the register does not have", [&] {
    parts::list(html, [&] {
      for (const auto& code : view.set.unmatched)
        for (const auto& each : view.outlines)
          if (each.code == code) parts::item(html, each.name + ", " + code);
    });
  });
}

parts::Page one_page(const OneSetView& view) {
  auto made = compare::page_of_comparing(view.set.name);
  auto& html = made.body;
  parts::title(html, view.set.name);
  parts::lede(html, compare::kept_words(brought_in(view.set)));
  parts::aside_line(html, compare::source_words(brought_in(view.set)));
  what_does_not_match(html, view);
  if (!view.left_out.empty()) {
    parts::heading(html, "What was left out, and why");
    parts::Table table(
        html, "Areas that were left out",
        {{"Area"}, {"Code"}, {"In the file", Column::Holds::number}, {"Reason", Column::Holds::long_words}});
    for (const auto& each : view.left_out)
      table.row()
          .head(each.name.empty() ? "Without a name" : each.name)
          .cell(each.code)
          .cell("Feature " + std::to_string(each.place))
          .cell([&] { html.text(each.reason); });
  }
  compare::taken_for_granted(html, view.set.remarks);
  parts::unfolding(html, "Every area", [&] {
    parts::Table table(html, "Areas of the set", {{"Area"}, {"Code"}, {view.set.are_small ? "Within" : "Years"}});
    for (const auto& each : view.outlines)
      table.row().head(each.name).cell(each.code).cell(
          view.set.are_small ? each.within
                             : (each.from ? "from " + std::to_string(*each.from) + " " : std::string()) +
                                   (each.until ? "until " + std::to_string(*each.until) : ""));
  });
  return made;
}

parts::Reply show_one(const Request& asked, Desk& desk) {
  for (const auto& set : all_sets(desk)) {
    if (std::to_string(set.number) != asked.value("number")) continue;
    auto tx = desk.db.read();
    const OneSetView view{set, outlines_of(tx, set), areas_left_out_of(tx, set)};
    if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
    if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "areas.csv");
    return one_page(view);
  }
  return parts::error_page(404, "There is no set of boundaries with this number.", {"Boundaries", "/boundaries"});
}

kit::Verdict<Boundaries> read_upload(const kit::UploadedFile& file, const std::string& layer, Desk& desk) {
  const auto read = read_geo_file(file.bytes);
  if (!read) return read.refusals();
  auto tx = desk.db.read();
  return boundaries_of(*read, layer, compare::load_authorities(tx, desk.end_of_today()));
}

parts::Reply take_file(const Request& asked, Desk& desk) {
  const auto file = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  kit::Refusals no;
  no.unless(file != asked.files.end() && !file->bytes.empty(), "file", "Choose a file.");
  const BoundarySet set{.name = asked.typed("name"),
                        .source = asked.typed("source"),
                        .licence = asked.typed("licence"),
                        .dated = kit::Date::parse(asked.typed("dated")),
                        .file = file == asked.files.end() ? "" : file->name,
                        .at = desk.now};
  no.add(faults_of(set));
  no.unless(asked.typed("dated").empty() || set.dated, "dated", "Type a date such as 2024-05-01, or leave it empty.");
  if (no.any()) return upload_page(asked, desk, no);
  const auto boundaries = read_upload(*file, asked.typed("layer"), desk);
  if (!boundaries) return upload_page(asked, desk, boundaries.refusals());

  auto tx = desk.db.write();
  const auto recorded = council::record(
      tx, council::deed_of(desk, "boundaries", set.name,
                           commas(static_cast<std::int64_t>(boundaries->areas.size())) + " of " +
                               commas(static_cast<std::int64_t>(boundaries->found)) + " areas of " + set.file,
                           "boundaries " + kit::random_name()));
  const auto number = add_boundaries(tx, set, *boundaries, recorded.id);
  tx.commit();

  return council::see_other(desk, "/boundaries/" + std::to_string(number), "Brought in.");
}

}  // namespace

const council::Routes& boundaries_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/boundaries", May::read, show_list, "Boundaries: the shapes that maps are drawn with"},
      {Method::get, "/boundaries/bring-in", May::bring_in_files, show_upload, "The form by which boundaries are brought in"},
      {Method::post, "/boundaries", May::bring_in_files, take_file, "Brings in a file of boundaries"},
      {Method::get, "/boundaries/{number}", May::read, show_one, "One set of boundaries: what was kept, what was left out and why"},
  };
  return all;
}

}  // namespace explore
