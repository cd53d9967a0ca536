// GET /compare: what can be compared and what stands out; and with an indicator in the address, where the council stands in it.
#include "compare/compare_pages.h"

#include <algorithm>
#include <cmath>

#include "assess/narrowing.h"
#include "compare/compare_list_pages.h"
#include "compare/comparison_drawing.h"
#include "council/address.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using assess::with_value;
using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

parts::Page page(std::string title) {
  parts::Page made;
  made.title = std::move(title);
  made.section = parts::Section::compare;
  return made;
}

// What there is to say before there is anything to compare with.
parts::Page nothing_yet(const Country& country) {
  auto made = page("Compare");
  auto& html = made.body;
  parts::title(html, "How do we compare?");
  const bool no_register = country.authorities.all().empty();
  parts::lede(html, no_register ? "There is nothing to compare with yet: the register of authorities is empty."
                    : country.newest.empty() ? "There is nothing to compare with yet: no file of published figures is here."
                    : country.asked.empty() ? "Which council this is is not known yet: its area code is missing in the settings."
                                            : "The register of authorities has no council with the code " + country.asked + ".");
  parts::list(html, [&] {
    parts::item(html, [&] { parts::link(html, "/areas", "The register of authorities"); html.text(": who there is, and was."); });
    parts::item(html, [&] { parts::link(html, "/comparators", "Published figures"); html.text(": bring in what departments and statisticians publish."); });
    parts::item(html, [&] { parts::link(html, "/help/compare", "How comparing works"); });
  });
  return made;
}

// One indicator.

struct Wanted {
  const Load* load = nullptr;
  PublishedIndicator indicator;
};
std::optional<Wanted> wanted(const Request& asked, Desk& desk, const Country& country) {
  auto tx = desk.db.read();
  for (const auto& load : country.newest) {
    if (!asked.asked("set").empty() && asked.asked("set") != load.data_set) continue;
    for (const auto& each : indicators_of(tx, load.number))
      if (each.title == asked.asked("of")) return Wanted{&load, each};
  }
  return std::nullopt;
}

std::optional<ComparisonView> view_of(const Request& asked, const Country& country, const Wanted& of, const std::vector<AreaFigure>& figures) {
  ComparisonView view{.load = of.load, .indicator = of.indicator, .polarity = of.indicator.polarity.value_or(indicator::Polarity::neutral)};
  std::optional<calendar::Period> period;
  if (!asked.asked("in").empty()) period = calendar::Period::parse(asked.asked("in"));
  auto found = comparison(figures, country.authorities, *country.own, country.group, view.polarity, period);
  if (!found) return std::nullopt;
  view.found = std::move(*found);
  view.group = country.group.words(*country.own);
  view.writing = writing_of(of.indicator, figures);
  for (const auto& each : figures)
    if (each.area == country.own->code && each.value) view.periods.insert(view.periods.begin(), each.period);
  view.answer = answer(view.found, view.polarity, view.group, view.writing);
  return view;
}

parts::Filters filters_of(const Request& asked, const Country& country, const ComparisonView& view) {
  parts::Filters filters;
  filters.action = "/compare";
  filters.carried = {{"set", view.load->data_set}, {"of", view.indicator.title}};
  if (!asked.asked("area").empty()) filters.carried.push_back({"area", asked.asked("area")});
  parts::Filter when{"in", "Period", {}, view.found.period.iso()};
  for (const auto& each : view.periods) when.choices.push_back({each.iso(), each.words()});
  filters.chips = {{"Compared with", view.group, {}}, {"Period", view.found.period.words(), {}}};
  filters.filters = {group_filter(country), when};
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void context(Html& html, const ComparisonView& view) {
  if (view.found.context_only.empty()) return;
  parts::inset(html, [&] {
    parts::strong(html, "Before you compare");
    for (const auto& each : view.found.context_only) parts::paragraph(html, each);
  });
}

void over_time(Html& html, const ComparisonView& view) {
  if (view.found.past.size() < 2) return;
  const auto &first = view.found.past.front(), &last = view.found.past.back();
  const auto way = last.own > first.own ? "risen" : last.own < first.own ? "fallen" : "stayed the same";
  parts::heading(html, "Over time: here it has " + std::string(way) + " from " + view.writing.number(first.own) + " to " + view.writing.number(last.own));
  parts::Table table(html, "The council and the middle of the others, by period", {{"Period"}, {"Figure", Column::Holds::number}, {"Middle of the others", Column::Holds::number}, {"Where it lay"}});
  for (auto each = view.found.past.rbegin(); each != view.found.past.rend(); ++each)
    table.row().head(each->period.words()).cell(view.writing.number(each->own)).cell(each->others_median ? view.writing.number(*each->others_median) : "").cell(each->quartile ? quarter_words(*each->quartile, view.polarity) + " of " + std::to_string(each->councils) : "too few to say");
}

// By name; in the order of the figures only when that is asked for.
void every_council(Html& html, const Request& asked, const ComparisonView& view) {
  const bool in_order = asked.asked("order") == "figure";
  auto all = view.found.others;
  all.push_back(view.found.own);
  std::ranges::stable_sort(all, [&](const Compared& a, const Compared& b) { return in_order && *a.figure->value != *b.figure->value ? *a.figure->value > *b.figure->value : a.authority->name < b.authority->name; });
  const auto table = [&] {
    parts::Table rows(html, "Figures of the group", {{"Council"}, {"Region"}, {"Figure", Column::Holds::number}, {"Mark"}});
    for (const auto& each : all)
      rows.row().head([&] { if (each.authority == view.found.own.authority) parts::strong(html, each.authority->name); else html.text(each.authority->name); }).cell(each.authority->region).cell(view.writing.number(*each.figure->value)).cell(each.figure->mark);
    for (const auto& each : view.found.without) rows.row().head(each.authority->name).cell(each.authority->region).cell("no figure").cell(each.figure->mark);
  };
  if (in_order) {
    parts::heading(html, "Every council, highest first");
    parts::paragraph(html, [&] { html.text("An order says nothing of why. "); parts::link(html, with_value(asked, "order", ""), "List them by name"); });
    table();
    return;
  }
  parts::unfolding(html, "Every council’s figure", [&] {
    parts::paragraph(html, [&] { parts::link(html, with_value(asked, "order", "figure"), "Put them in the order of their figures"); });
    table();
  });
}

void source(Html& html, const ComparisonView& view) {
  parts::heading(html, "Where the figures come from");
  parts::paragraph(html, [&] {
    parts::link(html, "/comparators/" + std::to_string(view.load->number), view.load->data_set);
    html.text((view.load->publisher.empty() ? "" : ", " + view.load->publisher) + ". Licence: " + view.load->licence + ". ");
    html.text(view.indicator.polarity ? "" : "The publisher does not say which way is better, so no quarter is called best. ");
  });
  if (!view.found.without.empty()) parts::paragraph(html, (view.found.without.size() == 1 ? std::string("One council of the group has") : std::to_string(view.found.without.size()) + " councils of the group have") + " no figure in this period. Each is listed with its mark and counted nowhere.");
}

parts::Page comparison_page(const Request& asked, const Country& country, const ComparisonView& view) {
  auto made = page(view.indicator.title);
  auto& html = made.body;
  parts::title(html, view.indicator.title);
  parts::lede(html, view.answer);
  if (!view.indicator.unit.empty() && view.writing.unit.empty()) parts::aside_line(html, "Unit: " + view.indicator.unit);
  context(html, view);
  if (const auto chance = chance_words(view.found, view.writing); !chance.empty()) parts::paragraph(html, chance);
  parts::filters(html, filters_of(asked, country, view));
  parts::strip(html, strip_of(view.found, view.group, view.writing));
  every_council(html, asked, view);
  over_time(html, view);
  source(html, view);
  parts::paragraph(html, [&] { parts::link(html, council::link(asked, "/compare"), "Everything that can be compared"); html.text(" · "); parts::link(html, "/help/compare", "How comparing works"); });
  return made;
}

parts::Reply show_one(const Request& asked, Desk& desk, const Country& country) {
  const auto of = wanted(asked, desk, country);
  if (!of) return parts::error_page(404, "No published indicator has this title. Choose one from the list.", {"What can be compared", "/compare"});
  const auto figures = figures_of(duck_in(desk.data_folder), *of->load, of->indicator.title);
  const auto view = view_of(asked, country, *of, figures);
  if (!view) return parts::error_page(404, country.own->name + " has no figure of this indicator in that period.", {"What can be compared", "/compare"});
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(*view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(*view, kit::For::people), "comparison.csv");
  return comparison_page(asked, country, *view);
}

parts::Reply show_compare(const Request& asked, Desk& desk) {
  const auto country = country_for(asked, desk);
  if (country.own && !asked.asked("of").empty()) return show_one(asked, desk, country);
  ListView view;
  if (country.own && !country.newest.empty()) view = list_of(asked, desk, country);
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "compare.csv");
  if (!country.own || country.newest.empty()) return nothing_yet(country);
  return list_page(asked, country, view);
}

}  // namespace

const council::Routes& compare_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/compare", council::May::read, show_compare, "Compare: where the council stands among others in what all of them publish, and what stands out"},
  };
  return all;
}

}  // namespace compare
