// GET /explore: any published indicator among any councils, as a chart, a table, a map or trends side by side. Everything chosen is in the
// address, so the address is the view.
#include "explore/explorer_pages.h"

#include <algorithm>

#include "assess/narrowing.h"
#include "compare/brought_in.h"
#include "compare/compare_list_pages.h"
#include "compare/series_notes_store.h"
#include "council/address.h"
#include "explore/boundary_store.h"
#include "explore/explorer_list_pages.h"
#include "explore/explorer_map.h"
#include "explore/explorer_shown.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using assess::with_value;
using compare::Country;
using council::Desk;
using kit::Html;
using kit::Request;

struct Wanted {
  const compare::Load* load = nullptr;
  compare::PublishedIndicator indicator;
};
std::optional<Wanted> wanted(const Request& asked, Desk& desk, const Country& country) {
  auto tx = desk.db.read();
  const auto first = country.group.among == compare::Among::within ? compare::First::small_areas : compare::First::councils;
  for (const auto* load : compare::meant_by(country.newest, asked.asked("set"), first))
    for (const auto& each : compare::indicators_of(tx, load->number))
      if (each.title == asked.asked("of")) return Wanted{load, each};
  return std::nullopt;
}

// A plain year means what the council has said that it means.
std::vector<compare::AreaFigure> figures_of(Desk& desk, const Wanted& of) {
  auto figures = compare::figures_of(compare::duck_in(desk.data_folder), *of.load, of.indicator.title);
  auto tx = desk.db.read();
  compare::load_years(tx, desk.end_of_today()).put_right(figures, {of.load->data_set, of.indicator.title});
  return figures;
}

ExplorerView view_of(const Request& asked, const Country& country, const Wanted& of, const std::vector<compare::AreaFigure>& figures) {
  ExplorerView view{.load = of.load, .indicator = of.indicator, .polarity = of.indicator.polarity.value_or(indicator::Polarity::neutral)};
  view.group = country.group.words(*country.own);
  view.are_small = country.group.among == compare::Among::within;
  view.writing = compare::writing_of(of.indicator, figures);
  view.as = read_shown_as(asked.asked("as"));
  const auto period = asked.asked("in").empty() ? std::nullopt : calendar::Period::parse(asked.asked("in"));
  view.series = series_of(figures, country.authorities, *country.own, country.group, view.polarity, period);
  if (!view.series.members.empty()) view.answer = answer_of(view, *country.own);
  return view;
}

// The set of the name asked for, or the one that has most of the councils with a figure.
std::vector<Outline> outlines_for(const Request& asked, Desk& desk, const ExplorerView& view) {
  const auto& series = view.series;
  auto tx = desk.db.read();
  std::vector<Outline> best;
  std::ptrdiff_t most = 0;
  for (const auto& set : newest_boundary_sets(boundary_sets(tx, desk.end_of_today()))) {
    if (set.are_small != view.are_small || (!asked.asked("shapes").empty() && set.name != asked.asked("shapes"))) continue;
    auto outlines = outlines_of(tx, set);
    const auto has = std::ranges::count_if(series.members, [&](const Member& member) {
      return std::ranges::binary_search(outlines, member.authority->code, {}, &Outline::code);
    });
    if (has > most) most = has, best = std::move(outlines);
  }
  return best;
}

void as_map(Html& html, const Request& asked, Desk& desk, const Country& country, const ExplorerView& view) {
  const auto outlines = outlines_for(asked, desk, view);
  if (outlines.empty()) {
    parts::inset(html, [&] {
      parts::paragraph(html, "There are no boundaries of these " + std::string(many_of(view)) + ", so no map can be drawn.");
      parts::link(html, "/boundaries", "Bring in boundaries");
    });
  } else {
    const auto drawn = drawn_areas(outlines, country.authorities, *country.own, view.series);
    parts::choropleth(html, map_of(asked, view, *country.own, drawn, map_choice(asked)));
  }
  parts::unfolding(html, "The same as a table: every " + std::string(one_of(view)) + "’s figure",
                   [&] { figures_table(html, asked, view); });
}

// As everywhere, and the council's own wards where there are some.
parts::Filter among_filter(const Country& country) {
  auto filter = compare::group_filter(country);
  const bool has_small = std::ranges::any_of(
      country.authorities.all(), [&](const auto& each) { return each.is_small() && each.within == country.own->code; });
  if (has_small)
    filter.choices.push_back(
        {std::string(compare::code(compare::Among::within)), std::string(compare::words(compare::Among::within))});
  return filter;
}

parts::Filters filters_of(const Request& asked, const Country& country, const ExplorerView& view) {
  parts::Filters filters;
  filters.action = "/explore";
  filters.carried = {{"set", view.load->data_set}, {"of", view.indicator.title}};
  for (const auto* name : {"area", "as", "layout", "zoom", "order", "as-at"})
    if (!asked.asked(name).empty()) filters.carried.push_back({name, asked.asked(name)});
  parts::Filter when{"in", "Period", {}, view.series.period.iso()};
  for (const auto& each : view.series.all_periods) when.choices.push_back({each.iso(), each.words()});
  filters.chips = {{"Among", view.group, {}}, {"Period", view.series.period.words(), {}}};
  filters.filters = {among_filter(country), when};
  if (view.as == ShownAs::map) {
    parts::Filter classes{"classes", "Classes of the map", {}, std::string(code(map_choice(asked).classing))};
    for (const auto each : {Classing::quantile, Classing::equal})
      classes.choices.push_back({std::string(code(each)), std::string(words(each))});
    filters.filters.push_back(classes);
    filters.chips.push_back({"Classes", std::string(words(map_choice(asked).classing)), {}});
  }
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void ways_to_look(Html& html, const Request& asked, const ExplorerView& view) {
  std::vector<parts::Link> all;
  for (const auto each : all_shown_as)
    all.push_back({std::string(words(each)), each == view.as
                                                 ? std::string()
                                                 : with_value(asked, "as", each == ShownAs::chart ? "" : code(each))});
  parts::views(html, "Ways to look at it", all);
}

void below(Html& html, const Request& asked, const ExplorerView& view) {
  const auto here = with_value(asked, "", "");
  parts::paragraph(html, [&] {
    parts::link(html, "/explore/save" + here.substr(asked.path.size()), "Save this view");
    if (!view.are_small) {
      html.text(" · ");
      parts::link(html, council::link(asked, "/compare", {{"set", view.load->data_set}, {"of", view.indicator.title}}),
                  "Where we stand in it, with the years before");
    }
    html.text(" · ");
    parts::link(html, council::link(asked, "/explore"), "Another indicator");
    html.text(" · ");
    parts::link(html, "/help/explore", "How to read this");
  });
  parts::small(html, [&] {
    html.text("Figures: ");
    parts::link(html, "/comparators/" + std::to_string(view.load->number), view.load->data_set);
    html.text((view.load->publisher.empty() ? "" : ", " + view.load->publisher) + ". Licence: " + view.load->licence + ".");
  });
}

parts::Page view_page(const Request& asked, Desk& desk, const Country& country, const ExplorerView& view) {
  auto made = compare::page_of_comparing(view.indicator.title + ": " + std::string(words(view.as)));
  auto& html = made.body;
  parts::thread(html,
                {{"Compare", council::link(asked, "/compare")},
                 {"Explore", council::link(asked, "/explore")},
                 {view.indicator.title, ""}},
                "Where you are");
  parts::title(html, view.indicator.title);
  parts::lede(html, view.answer);
  ways_to_look(html, asked, view);
  parts::filters(html, filters_of(asked, country, view));
  switch (view.as) {
    case ShownAs::chart: as_chart(html, view); break;
    case ShownAs::table: as_table(html, asked, view); break;
    case ShownAs::map: as_map(html, asked, desk, country, view); break;
    case ShownAs::trends: as_trends(html, view, *country.own); break;
  }
  if (view.as == ShownAs::chart)
    parts::unfolding(html, "Every " + std::string(one_of(view)) + "’s figure",
                     [&] { figures_table(html, asked, view); });
  below(html, asked, view);
  return made;
}

// What a file about wards alone is looked at among.
compare::Group wards_of(Desk& desk, const Country& country) {
  auto tx = desk.db.read();
  return compare::group_in(tx, country, std::string(compare::code(compare::Among::within)));
}

parts::Reply show_one(const Request& asked, Desk& desk, Country& country) {
  const parts::Link list{"What can be explored", "/explore"};
  const auto of = wanted(asked, desk, country);
  if (!of) return parts::error_page(404, "No published indicator has this title. Choose one from the list.", list);
  const auto figures = figures_of(desk, *of);
  auto view = view_of(asked, country, *of, figures);
  if (view.series.members.empty() && asked.asked("group").empty())
    country.group = wards_of(desk, country), view = view_of(asked, country, *of, figures);
  if (view.series.members.empty()) return parts::error_page(404, "None of these has a figure of this indicator: " + view.group + ".", list);
  if (auto data = kit::as_data(asked, view, "explore.csv")) return *std::move(data);
  return view_page(asked, desk, country, view);
}

parts::Reply show_explorer(const Request& asked, Desk& desk) {
  auto country = compare::country_for(asked, desk);
  if (country.own && !asked.asked("of").empty()) return show_one(asked, desk, country);
  return show_choices(asked, desk, country);
}

}  // namespace

const council::Routes& explorer_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/explore", council::May::read, show_explorer,
       "The explorer: any published indicator among any councils, as chart, table, map or trends side by side"},
  };
  return all;
}

}  // namespace explore
