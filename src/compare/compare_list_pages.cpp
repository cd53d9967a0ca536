#include "compare/compare_list_pages.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "assess/narrowing.h"
#include "compare/series_notes_store.h"
#include "council/address.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::size_t most_questions = 8, most_listed = 300;

std::vector<std::string> codes_of(const Country& country) {
  std::vector<std::string> codes;
  for (const auto& each : country.authorities.all())
    if (&each != country.own && country.group.holds(*country.own, each)) codes.push_back(each.code);
  return codes;
}

std::string address_of(const Request& asked, const ListedView& each) {
  std::vector<std::pair<std::string_view, std::string>> values = {{"set", each.load->data_set}, {"of", each.indicator.title}};
  if (!asked.asked("group").empty()) values.emplace_back("group", asked.asked("group"));
  if (!asked.asked("area").empty()) values.emplace_back("area", asked.asked("area"));
  return council::link(asked, "/compare", values);
}

parts::Filters list_filters(const Request& asked, const Country& country) {
  parts::Filters filters;
  filters.action = "/compare";
  parts::Filter sets{"set", "Data set", {{"", "Every data set"}}, asked.asked("set")};
  for (const auto& load : country.newest) sets.choices.push_back({load.data_set, load.data_set});
  filters.filters = {group_filter(country), sets};
  filters.search_name = "words";
  filters.search_label = "Words in the title";
  filters.search_text = asked.asked("words");
  if (!asked.asked("area").empty()) filters.carried.push_back({"area", asked.asked("area")});
  if (!asked.asked("set").empty() || !asked.asked("words").empty() || !asked.asked("group").empty()) filters.clear = "/compare";
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void questions(Html& html, const Request& asked, const ListView& view) {
  std::vector<const ListedView*> out;
  for (const auto& each : view.all)
    if (each.stands_out()) out.push_back(&each);
  std::ranges::stable_sort(out, [](const auto* a, const auto* b) { return std::fabs(a->mads) > std::fabs(b->mads); });
  parts::heading(html, out.empty() ? "Nothing stands out" : "What stands out, as questions to ask");
  if (out.empty()) return parts::paragraph(html, "In no indicator does the council lie unusually far from the middle of the others.");
  parts::list(html, [&] {
    for (std::size_t i = 0; i < std::min(out.size(), most_questions); ++i)
      parts::item(html, [&] { parts::link(html, address_of(asked, *out[i]), out[i]->question()); });
  });
  if (out.size() > most_questions)
    parts::small(
        html, std::to_string(out.size() - most_questions) + " more lie unusually far from the middle: see the table.");
}

void every_indicator(Html& html, const Request& asked, const ListView& view) {
  parts::heading(html, "Every indicator");
  parts::Table table(html, "Published indicators",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Period"},
                      {"Figure", Column::Holds::number},
                      {"Middle of the others", Column::Holds::number},
                      {"Where it lies"}});
  for (std::size_t i = 0; i < std::min(view.all.size(), most_listed); ++i) {
    const auto& each = view.all[i];
    const auto quartile = each.quartile();
    table.row().head([&] { parts::link(html, address_of(asked, each), each.indicator.title); });
    table.cell(each.place.period.words()).cell(each.writing.number(each.place.own)).cell(each.writing.number(each.place.others_median));
    table.cell(quartile ? quarter_words(*quartile, each.indicator.polarity.value_or(indicator::Polarity::neutral)) +
                              " of " + std::to_string(each.place.areas)
                        : "too few to say");
  }
}

void where_else(Html& html, const Request& asked) {
  parts::paragraph(html, [&] {
    parts::link(html, council::link(asked, "/explore"), "Explore, with maps");
    for (const auto& [address, words] : {std::pair{"/compare/mapping", "Our indicators beside published ones"},
                                         {"/neighbours", "Neighbours"},
                                         {"/areas", "The register of authorities"},
                                         {"/help/compare", "How comparing works"}}) {
      html.text(" · ");
      parts::link(html, address, words);
    }
  });
}

}  // namespace

parts::Filter group_filter(const Country& country) {
  parts::Filter filter{"group", "Compare with", {}, country.group.in_address()};
  for (const auto each : {Among::same_tier, Among::same_region, Among::single_tier, Among::everybody})
    if (country.own && Group{each, {}, {}, {}, {}}.holds(*country.own, *country.own))
      filter.choices.push_back({std::string(code(each)), std::string(words(each))});
  for (const auto& list : country.lists) filter.choices.push_back({"list:" + list.name, "Neighbours by " + list.name});
  return filter;
}

ListView list_of(const Request& asked, Desk& desk, const Country& country) {
  const auto codes = codes_of(country);
  ListView view;
  YearsMeant years;
  {
    auto tx = desk.db.read();
    years = load_years(tx, desk.end_of_today());
  }
  for (const auto& load : country.newest) {
    if (!asked.asked("set").empty() && asked.asked("set") != load.data_set) continue;
    std::map<std::string, Place> places;
    for (auto& each : places_of(duck_in(desk.data_folder), load, country.own->code, codes)) {
      each.period = meant(each.period, years.of({load.data_set, each.title}));
      places.emplace(each.title, each);
    }
    auto tx = desk.db.read();
    for (const auto& each : indicators_of(tx, load.number)) {
      const auto place = places.find(each.title);
      if (place == places.end()) continue;
      const AreaFigure own{{}, place->second.period, place->second.own, {}, {}, {}},
          middle{{}, place->second.period, place->second.others_median, {}, {}, {}};
      ListedView listed{&load, each, place->second, writing_of(each, std::vector{own, middle}), 0};
      if (place->second.mad > 1e-9 * std::max(1.0, std::fabs(place->second.median)))
        listed.mads = (place->second.own - place->second.median) / place->second.mad;
      view.all.push_back(std::move(listed));
    }
  }
  const auto looked_for = plain_area_name(asked.asked("words"));
  if (!asked.asked("words").empty())
    std::erase_if(view.all, [&](const auto& each) {
      return plain_area_name(each.indicator.title).find(looked_for) == std::string::npos;
    });
  return view;
}

parts::Page list_page(const Request& asked, const Country& country, const ListView& view) {
  parts::Page made;
  made.title = "Compare";
  made.section = parts::Section::compare;
  auto& html = made.body;
  parts::title(html, "How do we compare?");
  const auto group = country.group.words(*country.own);
  const auto out = std::ranges::count_if(view.all, &ListedView::stands_out);
  parts::lede(html, country.own->name + " has figures in " + std::to_string(view.all.size()) +
                        (view.all.size() == 1 ? " published indicator. " : " published indicators. ") +
                        (out == 0 ? "In none" : "In " + std::to_string(out)) +
                        " of them it lies unusually far from the middle of the " + group + ".");
  parts::filters(html, list_filters(asked, country));
  if (view.all.empty()) parts::inset(html, "No published indicator with a figure of this council matches these filters.");
  else {
    questions(html, asked, view);
    every_indicator(html, asked, view);
  }
  if (view.all.size() > most_listed)
    parts::small(
        html, "The first " + std::to_string(most_listed) + " are listed. Look for words in the title to see others.");
  where_else(html, asked);
  return made;
}

}  // namespace compare
