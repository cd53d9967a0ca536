// GET /areas, GET /areas/bring-in, POST /areas: the register of authorities. The form has a page of its own: the list
// is kept for everybody.
#include "compare/areas_pages.h"

#include <sstream>

#include "compare/authority_table.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

struct AreaView {
  std::string code, name, tier, region;
  std::optional<kit::Date> starts, ends;
  std::vector<std::string> from, to;  // names
};
template <class Teller>
void describe(Teller& t, const AreaView& view) {
  t.field("code", view.code);
  t.field("name", view.name);
  t.field("tier", view.tier);
  t.field("region", view.region);
  t.field("starts", view.starts);
  t.field("ends", view.ends);
  t.list("predecessors", view.from);
  t.list("successors", view.to);
}

struct AreasView {
  std::size_t known = 0;
  std::vector<AreaView> areas;
};
template <class Teller>
void describe(Teller& t, const AreasView& view) {
  t.field("known", view.known);
  t.rows("areas", view.areas);
}

std::vector<std::string> names_of(const std::vector<const Authority*>& all) {
  std::vector<std::string> names;
  for (const auto* each : all) names.push_back(each->name);
  return names;
}

bool is_wanted(const Authority& each, const Request& asked) {
  const auto tier = asked.asked("tier"), when = asked.asked("when"), looked_for = plain_area_name(asked.asked("words"));
  if (!tier.empty() && tier != code(each.tier)) return false;
  if (when != "all" && when != "changed" && each.ends) return false;
  if (when == "changed" && !each.ends && !each.starts) return false;
  return asked.asked("words").empty() || each.code == asked.asked("words") ||
         plain_area_name(each.name).find(looked_for) != std::string::npos;
}

AreasView view_of(const Authorities& authorities, const Request& asked) {
  AreasView view;
  for (const auto& each : authorities.all()) view.known += !each.is_small();
  for (const auto& each : authorities.all())
    if (!each.is_small() && is_wanted(each, asked))
      view.areas.push_back({each.code, each.name, std::string(words(each.tier)), each.region, each.starts, each.ends,
                            names_of(authorities.predecessors(each)), names_of(authorities.successors(each))});
  std::ranges::sort(view.areas, {}, &AreaView::name);
  return view;
}

std::string together(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) all += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return all;
}

std::string story(const AreaView& area) {
  std::string told;
  if (area.starts && !area.from.empty()) told = "Since " + area.starts->words() + ", from " + together(area.from);
  if (area.ends)
    told += (told.empty() ? "Until " : ", until ") + area.ends->words() +
            (area.to.empty() ? "" : ", then " + together(area.to));
  return told;
}

parts::Filters filters_of(const Request& asked) {
  parts::Filters filters;
  filters.action = "/areas";
  parts::Filter tier{"tier", "Tier", {{"", "Every tier"}}, asked.asked("tier")};
  for (const auto each :
       {Tier::district, Tier::unitary, Tier::metropolitan, Tier::london, Tier::county, Tier::combined, Tier::elsewhere})
    tier.choices.push_back({std::string(code(each)), std::string(words(each))});
  filters.filters = {tier,
                     {"when",
                      "When",
                      {{"", "Today’s councils"}, {"all", "Former ones too"}, {"changed", "Those that began or ended"}},
                      asked.asked("when")}};
  filters.search_name = "words";
  filters.search_label = "Name or code";
  filters.search_text = asked.asked("words");
  if (!asked.asked("tier").empty() || !asked.asked("when").empty() || !asked.asked("words").empty()) filters.clear = "/areas";
  return filters;
}

parts::Page upload_page(const Desk& desk, const kit::Refusals& no) {
  parts::Page page;
  page.title = no.any() ? "Error: Bring in the register" : "Bring in the register of authorities";
  page.status = no.any() ? 400 : 200;
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(
      html,
      {{"Compare", "/compare"}, {"Register of authorities", "/areas"}, {"Bring in the register of authorities", ""}},
      "Where you are");
  parts::title(html, "Bring in the register of authorities");
  parts::form(html, "/areas", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html,
        {"file", "Choose a CSV file",
         "A row for each authority with code, name, tier, nation, region, starts, ends, successors, names and codes; or the public list of UK local authorities as it is; or a table of new codes with oldcd, newcd and type. What it does not name stays as it was.",
         parts::error_of("file", no)},
        ".csv,.txt");
    parts::button(html, "Bring it in");
  });
  return page;
}

parts::Page areas_page(const AreasView& view, const Request& asked) {
  parts::Page page;
  page.title = "Areas";
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::title(html, "Which councils are there, and were there?");
  const auto way_in = [&] {
    parts::paragraph(html, [&] {
      parts::link(html, "/areas/bring-in", "Bring in the register");
      html.text(" · ");
      parts::link(html, "/areas/small", "Wards and small areas");
      html.text(" · ");
      parts::link(html, "/compare", "Compare");
    });
  };
  if (view.known == 0) {
    parts::lede(html, "The register of authorities is empty, so published figures cannot be told apart yet.");
    way_in();
    return page;
  }
  parts::lede(
      html,
      std::to_string(view.areas.size()) + " of the " + std::to_string(view.known) +
          " authorities in the register. A name or a code in a file is understood for the year its figure is about.");
  parts::filters(html, filters_of(asked));
  if (view.areas.empty()) parts::inset(html, "No authority matches these filters.");
  else {
    parts::Table table(
        html, "Authorities",
        {{"Authority"}, {"Code"}, {"Tier"}, {"Region"}, {"Before and after", parts::Column::Holds::long_words}});
    for (const auto& each : view.areas)
      table.row().head(each.name).cell(each.code).cell(each.tier).cell(each.region).cell([&] {
        html.text(story(each));
      });
  }
  way_in();
  return page;
}

parts::Reply show_areas(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto authorities = load_authorities(tx, desk.end_of_today());
  const auto view = view_of(authorities, asked);
  if (auto data = kit::as_data(asked, view, "areas.csv")) return *std::move(data);
  return areas_page(view, asked);
}

// Its data are those of the register.
parts::Reply show_upload(const Request& asked, Desk& desk) {
  return asked.format == "html" ? parts::Reply(upload_page(desk, {})) : show_areas(asked, desk);
}

parts::Reply refused(Desk& desk, const kit::Refusals& no) {
  kit::Refusals beside;
  for (const auto& each : no.all()) beside.add("file", each.sentence);
  return upload_page(desk, beside);
}

// The register, or a table of codes that were given anew to those in it.
kit::Verdict<std::vector<Authority>> read_register(Desk& desk, const std::string& bytes) {
  std::istringstream in(bytes);
  if (std::string_view(bytes).substr(0, 200).find("oldcd") == std::string_view::npos) return read_authorities(in);
  auto tx = desk.db.read();
  return read_new_codes(in, load_authorities(tx, desk.end_of_today()).all());
}

parts::Reply take_areas(const Request& asked, Desk& desk) {
  const auto file = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  kit::Refusals no;
  no.unless(file != asked.files.end() && !file->bytes.empty(), "file", "Choose a file.");
  if (no.any()) return refused(desk, no);
  const auto read = read_register(desk, file->bytes);
  if (!read) return refused(desk, read.refusals());

  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, "areas", file->name, std::to_string(read->size()) + " authorities",
                                           "areas " + kit::random_name()));
  const auto added = add_authorities(tx, *read, desk.now, recorded.id);
  if (added == 0) return council::see_other(desk, "/areas", "Every authority in the file was known already. Nothing was saved.");
  tx.commit();

  return council::see_other(
      desk, "/areas",
      "Saved. " + std::to_string(added) + " of " + std::to_string(read->size()) + " authorities were new or changed.");
}

}  // namespace

const council::Routes& areas_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/areas", May::read, show_areas, "The register of authorities: tier, region, what came before and after"},
      {Method::get, "/areas/bring-in", May::bring_in_files, show_upload, "The form by which the register of authorities is brought in"},
      {Method::post, "/areas", May::bring_in_files, take_areas, "Brings in the register of authorities"},
  };
  return all;
}

}  // namespace compare
