// GET /areas/small, GET /areas/small/bring-in, POST /areas/small: the wards and other small areas of the council, for
// maps and figures of its own.
#include "compare/small_areas_pages.h"

#include <algorithm>
#include <sstream>

#include "compare/brought_in.h"
#include "compare/own_area_store.h"
#include "compare/small_area_table.h"
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

struct SmallAreaView {
  const Authority* area = nullptr;
};
template <class Teller>
void describe(Teller& t, const SmallAreaView& view) {
  static const Authority nowhere;
  const auto& area = view.area ? *view.area : nowhere;
  t.field("code", area.code);
  t.field("name", area.name);
  t.field("within", area.within);
  t.field("starts", area.starts);
  t.field("ends", area.ends);
}

struct SmallAreasView {
  std::vector<SmallAreaView> areas;
};
template <class Teller>
void describe(Teller& t, const SmallAreasView& view) {
  t.rows("areas", view.areas);
}

SmallAreasView view_of(const Country& country) {
  SmallAreasView view;
  for (const auto& each : country.authorities.all())
    if (each.is_small() && each.within == country.asked) view.areas.push_back({&each});
  std::ranges::sort(view.areas, {}, [](const SmallAreaView& each) { return each.area->name; });
  return view;
}

std::string days(const Authority& area) {
  std::string said;
  if (area.starts) said = "Since " + area.starts->words();
  if (area.ends) said += (said.empty() ? "Until " : ", until ") + area.ends->plus(-1).words();
  return said;
}

parts::Page list_page(const SmallAreasView& view, const Country& country) {
  auto made = page_of_comparing("Wards and small areas");
  auto& html = made.body;
  const auto own = country.own ? country.own->name : std::string("the council");
  parts::thread(html, {{"Compare", "/compare"}, {"Register of authorities", "/areas"}, {"Wards and small areas", ""}}, "Where you are");
  parts::title(html, "Which wards and small areas does " + own + " have?");
  if (view.areas.empty()) {
    parts::lede(html, "None is known yet, so no figure of a ward can be brought in and no map of wards drawn.");
    parts::list(html, [&] {
      parts::item(html, [&] { parts::link(html, "/areas/small/bring-in", "Bring in wards"); html.text(": their codes and names."); });
      parts::item(html, [&] { parts::link(html, "/boundaries/bring-in", "Bring in their boundaries"); html.text(", for maps."); });
      parts::item(html, [&] { parts::link(html, "/comparators", "Bring in figures"); html.text(" with a column of their codes."); });
    });
    return made;
  }
  parts::lede(html, std::to_string(view.areas.size()) + (view.areas.size() == 1 ? " area" : " areas") +
                        ". Figures that carry their codes are shown by the explorer as a map, a chart and a table.");
  {
    parts::Table table(html, "Wards and small areas", {{"Area"}, {"Code"}, {"When"}});
    for (const auto& [area] : view.areas) table.row().head(area->name).cell(area->code).cell(days(*area));
  }
  parts::paragraph(html, [&] {
    parts::link(html, "/areas/small/bring-in", "Bring in wards");
    html.text(" · ");
    parts::link(html, "/boundaries", "Boundaries");
    html.text(" · ");
    parts::link(html, "/comparators", "Published figures");
    html.text(" · ");
    parts::link(html, "/explore", "Explore");
  });
  return made;
}

Country country_of(Desk& desk) { return country_for({}, desk); }

parts::Reply show_list(const Request& asked, Desk& desk) {
  const auto country = country_of(desk);
  const auto view = view_of(country);
  if (auto data = kit::as_data(asked, view, "small-areas.csv")) return *std::move(data);
  return list_page(view, country);
}

parts::Page upload_page(const Desk& desk, const kit::Refusals& no) {
  auto made = page_of_comparing(no.any() ? "Error: Bring in wards" : "Bring in wards and small areas");
  made.status = no.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, no);
  parts::thread(
      html,
      {{"Compare", "/compare"}, {"Wards and small areas", "/areas/small"}, {"Bring in wards and small areas", ""}},
      "Where you are");
  parts::title(html, "Bring in wards and small areas");
  parts::form(html, "/areas/small", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html,
        {"file", "Choose a CSV file",
         "A row for each area with code and name, and starts and ends if boundaries changed; or a lookup of the Office for National Statistics as it is (WD24CD, WD24NM, LAD24CD), of which the council’s own areas are taken. What it does not name stays as it was.",
         parts::error_of("file", no)},
        ".csv,.txt");
    parts::button(html, "Bring them in");
  });
  return made;
}

// Its data are those of the list.
parts::Reply show_upload(const Request& asked, Desk& desk) {
  return asked.format == "html" ? parts::Reply(upload_page(desk, {})) : show_list(asked, desk);
}

parts::Reply refused(const Desk& desk, const kit::Refusals& no) {
  kit::Refusals beside;
  for (const auto& each : no.all()) beside.add("file", each.sentence);
  return upload_page(desk, beside);
}

std::string taken_words(const SmallAreas& read, std::int64_t added) {
  auto said = "Saved. " + std::to_string(added) + " of " + std::to_string(read.all.size()) +
              (read.all.size() == 1 ? " area was new or changed." : " areas were new or changed.");
  if (read.elsewhere > 0)
    said += " " + std::to_string(read.elsewhere) + (read.elsewhere == 1 ? " row is" : " rows are") +
            " of areas within other authorities and were left out.";
  return said;
}

parts::Reply take_areas(const Request& asked, Desk& desk) {
  const auto file = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  const auto country = country_of(desk);
  kit::Refusals no;
  no.unless(file != asked.files.end() && !file->bytes.empty(), "file", "Choose a file.");
  no.unless(country.own != nullptr, "file", "Bring in the register of authorities first: it does not have this council yet.");
  if (no.any()) return refused(desk, no);
  std::istringstream in(file->bytes);
  const auto read = read_small_areas(in, country.authorities, country.own->code);
  if (!read) return refused(desk, read.refusals());

  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, "areas", file->name, std::to_string(read->all.size()) + " small areas",
                                           "small areas " + kit::random_name()));
  const auto added = add_authorities(tx, read->all, desk.now, recorded.id);
  if (added == 0) return council::see_other(desk, "/areas/small", "Every area in the file was known already. Nothing was saved.");
  tx.commit();

  return council::see_other(desk, "/areas/small", taken_words(*read, added));
}

}  // namespace

const council::Routes& small_areas_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/areas/small", May::read, show_list, "The wards and other small areas of the council"},
      {Method::get, "/areas/small/bring-in", May::bring_in_files, show_upload,
       "The form by which wards and other small areas are brought in"},
      {Method::post, "/areas/small", May::bring_in_files, take_areas, "Brings in wards and other small areas"},
  };
  return all;
}

}  // namespace compare
