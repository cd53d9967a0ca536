// GET /compare/mapping: which indicators stand beside a published one, and which could.
#include "compare/mapping_list_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "compare/brought_in.h"
#include "compare/mapping_store.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {

Offer offer_of(kit::Transaction& tx, const Country& country) {
  Offer offer;
  for (const auto& load : country.newest)
    for (auto& each : load.are_small ? std::vector<PublishedIndicator>() : indicators_of(tx, load.number))
      offer.add({{load.data_set, each.title}, each, 0});
  return offer;
}

std::string mapping_address(const assess::Kept& kept) { return council::path_to("compare/mapping", kept.now().code); }
std::string mapping_address(const assess::Kept& kept, const Series& series) {
  return mapping_address(kept) + "?set=" + kit::url_encoded(series.data_set) + "&of=" + kit::url_encoded(series.title);
}

namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

MappingsView list_of(const assess::Picture& picture, const std::vector<Mapping>& mappings, const Offer& offer) {
  MappingsView view;
  for (const auto& kept : picture.indicators) {
    if (kept.now().ends) continue;
    MappingLine line{&kept, {}, {}};
    if (const auto* mapping = mapping_of(mappings, kept.id)) line.mapping = *mapping;
    else if (auto likely = candidates(offer, kept.now(), {}, 1); !likely.empty()) line.likely = likely.front();
    view.lines.push_back(std::move(line));
  }
  return view;
}

void mapped_table(Html& html, const Request& asked, const MappingsView& view) {
  parts::heading(html, "Beside a published indicator");
  parts::Table table(html, "Mapped indicators",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Published as"},
                      {"Data set"},
                      {"Like with like"},
                      {"Change"}});
  for (const auto& line : view.lines) {
    if (!line.mapping) continue;
    const auto& d = line.kept->now();
    table.row().head([&] {
      parts::link(html, council::link(asked, council::path_to("indicators", d.code)) + "#compared",
                  d.code + " " + d.title);
    });
    table.cell([&] {
      parts::link(html,
                  council::link(asked, "/compare",
                                {{"set", line.mapping->series.data_set},
                                 {"of", line.mapping->series.title},
                                 {"group", line.mapping->compare_with}}),
                  line.mapping->series.title);
    });
    table.cell(line.mapping->series.data_set).cell([&] {
      html.text(line.mapping->is_like_with_like() ? "Yes" : "Context only: " + line.mapping->differs);
    });
    table.cell([&] {
      parts::link(html, mapping_address(*line.kept), "Change " + d.code);
      html.text(" · ");
      parts::link(html,
                  "/compare/counts?set=" + kit::url_encoded(line.mapping->series.data_set) +
                      "&of=" + kit::url_encoded(line.mapping->series.title),
                  "Counts of " + d.code);
    });
  }
}

void likely_table(Html& html, const MappingsView& view) {
  parts::heading(html, "Likely pairs, by their names");
  parts::paragraph(html, "Nothing is put side by side until somebody has looked at both definitions.");
  parts::Table table(
      html, "Likely pairs",
      {{"Indicator", Column::Holds::words, Column::Width::wide}, {"Published as"}, {"Data set"}, {"Next"}});
  for (const auto& line : view.lines) {
    if (!line.likely) continue;
    const auto& d = line.kept->now();
    table.row().head(d.code + " " + d.title).cell([&] { html.text(line.likely->published.title); }).cell(line.likely->series.data_set);
    table.cell([&] { parts::link(html, mapping_address(*line.kept, line.likely->series), "Look at both: " + d.code); });
  }
}

parts::Page list_page(const Request& asked, const MappingsView& view, bool has_published) {
  auto made = page_of_comparing("Indicators and published figures");
  auto& html = made.body;
  const auto mapped = std::ranges::count_if(view.lines, [](const auto& line) { return line.mapping.has_value(); });
  const auto likely = std::ranges::count_if(view.lines, [](const auto& line) { return line.likely.has_value(); });
  parts::thread(html, {{"Compare", "/compare"}, {"Indicators and published figures", ""}}, "Where you are");
  parts::title(html, "Which of our indicators do others publish?");
  parts::lede(
      html,
      std::to_string(mapped) + " of " + std::to_string(view.lines.size()) +
          " indicators stand beside a published one: their pages say where the council stands, early warnings look at it, and whoever sets a target sees what others came to.");
  if (!has_published) parts::inset(html, "No file of published figures is here yet. Bring one in at Published figures, then come back.");
  if (mapped > 0) mapped_table(html, asked, view);
  if (likely > 0) likely_table(html, view);
  const auto rest = view.lines.size() - static_cast<std::size_t>(mapped + likely);
  if (rest > 0 && has_published)
    parts::details(html, std::to_string(rest) + (rest == 1 ? " indicator has no likely pair" : " indicators have no likely pair"), [&] {
      parts::list(html, [&] {
        for (const auto& line : view.lines)
          if (!line.mapping && !line.likely)
            parts::item(html, [&] {
              parts::link(html, mapping_address(*line.kept), line.kept->now().code + " " + line.kept->now().title);
            });
      });
    });
  parts::paragraph(html, [&] {
    parts::link(html, "/comparators", "Published figures");
    html.text(" · ");
    parts::link(html, "/compare", "Compare");
    html.text(" · ");
    parts::link(html, "/help/compare#our-indicators-beside-published-ones", "How mapping works");
  });
  return made;
}

parts::Reply show_list(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  auto tx = desk.db.read();
  const auto country = country_in(tx, picture->as_at, picture->council.setting("area_code"));
  const auto view = list_of(*picture, load_mappings(tx, picture->as_at), offer_of(tx, country));
  if (auto data = kit::as_data(asked, view, "mapping.csv")) return *std::move(data);
  return list_page(asked, view, !country.newest.empty());
}

}  // namespace

const council::Routes& mapping_list_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/compare/mapping", council::May::read, show_list,
       "Which indicators stand beside a published one, and which could"},
  };
  return all;
}

}  // namespace compare
