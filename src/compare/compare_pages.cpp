// GET /compare: what can be compared and what stands out; and with an indicator in the address, where the council stands in it.
#include "compare/compare_pages.h"

#include <algorithm>
#include <cmath>

#include "assess/narrowing.h"
#include "compare/brought_in.h"
#include "compare/compare_list_pages.h"
#include "compare/comparison_drawing.h"
#include "compare/published_look_store.h"
#include "council/address.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "kit/as_data.h"
#include "kit/number.h"
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

// What there is to say before there is anything to compare with.
parts::Page nothing_yet(const Country& country) {
  auto made = page_of_comparing("Compare");
  auto& html = made.body;
  parts::title(html, "How do we compare?");
  const bool no_register = std::ranges::all_of(country.authorities.all(), &Authority::is_small);
  parts::lede(html, no_register ? "There is nothing to compare with yet: the register of authorities is empty."
                    : country.newest.empty() ? "There is nothing to compare with yet: no file of published figures is here."
                    : country.asked.empty() ? "Which council this is is not known yet: its area code is missing in the settings."
                                            : "The register of authorities has no council with the code " + country.asked + ".");
  parts::list(html, [&] {
    parts::item(html, [&] { parts::link(html, "/areas", "The register of authorities"); html.text(": who there is, and was."); });
    parts::item(html, [&] {
      parts::link(html, "/comparators", "Published figures");
      html.text(": bring in what departments and statisticians publish.");
    });
    parts::item(html, [&] { parts::link(html, "/help/compare", "How comparing works"); });
  });
  return made;
}

// One indicator.

// Who wrote it, by their job.
std::string by_words(const Story& story, Desk& desk) {
  auto tx = desk.db.read();
  const auto job = council::load_council(tx, desk.end_of_today(), council::newest_record(tx)).job_of(story.by);
  return (job.empty() ? std::string() : job + ", ") + story.at.date().words() + " · " + story.period.words();
}

void tell_counts(ComparisonView& view, const PublishedLook& look) {
  if (look.counts.cases.empty()) return;
  view.counted = count_in(view.found, look.counts, look.counted_in(view.found.period));
  if (view.counted && view.counted->interval && !view.found.own.figure->low) view.interval = view.counted->interval;
}

std::optional<ComparisonView> view_of(const Request& asked, Desk& desk, const Country& country, const PublishedLook& look) {
  ComparisonView view{.load = look.load,
                      .indicator = look.indicator,
                      .polarity = look.indicator.polarity.value_or(indicator::Polarity::neutral)};
  std::optional<calendar::Period> period;
  if (!asked.asked("in").empty()) period = calendar::Period::parse(asked.asked("in"));
  auto found = comparison(look.figures, country.authorities, *country.own, country.group, view.polarity, period);
  if (!found) return std::nullopt;
  view.found = std::move(*found);
  view.group = country.group.words(*country.own);
  view.writing = writing_of(look.indicator, look.figures);
  for (const auto& each : look.figures)
    if (each.area == country.own->code && each.value) view.periods.insert(view.periods.begin(), each.period);
  view.answer = answer(view.found, view.polarity, view.group, view.writing);
  tell_counts(view, look);
  if (const auto* story = story_for(look.stories, view.found.period); story && asked.asked("area").empty())
    view.story = *story, view.story_by = by_words(*story, desk);
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

// By name; in the order of the figures only when that is asked for.
void every_council(Html& html, const Request& asked, const ComparisonView& view) {
  const bool in_order = asked.asked("order") == "figure";
  auto all = view.found.others;
  all.push_back(view.found.own);
  std::ranges::stable_sort(all, [&](const Compared& a, const Compared& b) {
    return in_order && *a.figure->value != *b.figure->value ? *a.figure->value > *b.figure->value
                                                            : a.authority->name < b.authority->name;
  });
  const auto table = [&] {
    parts::Table rows(html, "Figures of the group", {{"Council"}, {"Region"}, {"Figure", Column::Holds::number}, {"Mark"}});
    for (const auto& each : all)
      rows.row()
          .head([&] {
            if (each.authority == view.found.own.authority) parts::strong(html, each.authority->name);
            else html.text(each.authority->name);
          })
          .cell(each.authority->region)
          .cell(view.writing.number(*each.figure->value))
          .cell(each.figure->mark);
    for (const auto& each : view.found.without)
      rows.row().head(each.authority->name).cell(each.authority->region).cell("no figure").cell(each.figure->mark);
  };
  if (in_order) {
    parts::heading(html, "Every council, highest first");
    parts::paragraph(html, [&] {
      html.text("An order says nothing of why. ");
      parts::link(html, with_value(asked, "order", ""), "List them by name");
    });
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
  if (!view.found.without.empty())
    parts::paragraph(html, (view.found.without.size() == 1
                                ? std::string("One council of the group has")
                                : std::to_string(view.found.without.size()) + " councils of the group have") +
                               " no figure in this period. Each is listed with its mark and counted nowhere.");
}

std::string notes_address(std::string_view page, const ComparisonView& view) {
  auto address = std::string(page) + "?set=" + kit::url_encoded(view.load->data_set) + "&of=" + kit::url_encoded(view.indicator.title);
  return page == "/compare/words" ? address + "&in=" + kit::url_encoded(view.found.period.iso()) : address;
}

void chance(Html& html, const ComparisonView& view) {
  const auto said = view.interval ? chance_words(view.found, *view.interval, view.writing) : chance_words(view.found, view.writing);
  if (!said.empty()) parts::paragraph(html, said);
  if (!view.counted) return;
  if (const auto worth = worth_words(*view.counted, view.found, view.polarity); !worth.empty()) parts::paragraph(html, worth);
}

bool may(const Desk& desk, council::May what) { return !council::why_not(what, desk.asker).any(); }

void story(Html& html, const Request& asked, const Desk& desk, const ComparisonView& view) {
  if (view.story) parts::note(html, "What lies behind it here.", view.story->words, view.story_by);
  if (asked.asked("area").empty() && may(desk, council::May::review_reports))
    parts::paragraph(html, [&] {
      parts::link(html, notes_address("/compare/words", view),
                  view.story ? "Change the words, or write for " + view.found.period.words()
                             : "Write what lies behind it here");
    });
}

void beyond_chance(Html& html, const Desk& desk, const ComparisonView& view) {
  const bool may_say = may(desk, council::May::bring_in_files);
  if (!view.counted && !may_say) return;
  if (!view.counted)
    return parts::paragraph(html, [&] {
      parts::link(html, notes_address("/compare/counts", view), "Say which counts make it");
      html.text(", and this page says what chance alone may do and what the gap is worth.");
    });
  const auto& counted = *view.counted;
  parts::heading(html, "How much of it may be chance");
  parts::paragraph(html, average_words(counted, view.group, view.writing));
  if (view.funnel) parts::funnel(html, *view.funnel);
  parts::unfolding(html, "Counts of every council", [&] {
    parts::Table table(html, "Counts of the group",
                       {{"Council"},
                        {counted.counts.cases, Column::Holds::number},
                        {counted.counts.out_of, Column::Holds::number},
                        {"Against the group"}});
    for (const auto& each : counted.councils)
      table.row()
          .head(each.authority->name)
          .cell(kit::with_commas(each.counted.cases, 0))
          .cell(kit::with_commas(each.counted.of, 0))
          .cell(words(each.significance));
  });
  if (may_say) parts::paragraph(html, [&] { parts::link(html, notes_address("/compare/counts", view), "Which counts make it"); });
}

parts::Page comparison_page(const Request& asked, const Desk& desk, const Country& country, const ComparisonView& view) {
  auto made = page_of_comparing(view.indicator.title);
  auto& html = made.body;
  parts::title(html, view.indicator.title);
  parts::lede(html, view.answer);
  if (!view.indicator.unit.empty() && view.writing.unit.empty()) parts::aside_line(html, "Unit: " + view.indicator.unit);
  context(html, view);
  chance(html, view);
  story(html, asked, desk, view);
  parts::filters(html, filters_of(asked, country, view));
  parts::strip(html, strip_of(view.found, view.group, view.writing));
  every_council(html, asked, view);
  parts::trend_beside(html, trend_of(view.found, view.group, view.polarity, view.writing));
  beyond_chance(html, desk, view);
  source(html, view);
  parts::paragraph(html, [&] {
    parts::link(html, council::link(asked, "/compare"), "Everything that can be compared");
    html.text(" · ");
    parts::link(html, "/help/compare", "How comparing works");
  });
  return made;
}

parts::Reply show_one(const Request& asked, Desk& desk, const Country& country) {
  std::optional<PublishedLook> look;
  {
    auto tx = desk.db.read();
    look = look_at(tx, desk.data_folder, country, asked.asked("set"), asked.asked("of"), desk.end_of_today());
  }
  if (!look)
    return parts::error_page(404, "No published indicator has this title. Choose one from the list.",
                             {"What can be compared", "/compare"});
  auto view = view_of(asked, desk, country, *look);
  if (!view)
    return parts::error_page(404, country.own->name + " has no figure of this indicator in that period.",
                             {"What can be compared", "/compare"});
  if (auto data = kit::as_data(asked, *view, "comparison.csv")) return *std::move(data);
  if (view->counted) view->funnel = funnel_of(*view->counted, view->group, view->writing);
  return comparison_page(asked, desk, country, *view);
}

parts::Reply show_compare(const Request& asked, Desk& desk) {
  const auto country = country_for(asked, desk);
  if (country.own && !asked.asked("of").empty()) return show_one(asked, desk, country);
  ListView view;
  if (country.own && !country.newest.empty()) view = list_of(asked, desk, country);
  if (auto data = kit::as_data(asked, view, "compare.csv")) return *std::move(data);
  if (!country.own || country.newest.empty()) return nothing_yet(country);
  return list_page(asked, country, view);
}

}  // namespace

const council::Routes& compare_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/compare", council::May::read, show_compare,
       "Compare: where the council stands among others in what all of them publish, and what stands out"},
  };
  return all;
}

}  // namespace compare
