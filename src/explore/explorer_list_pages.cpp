#include "explore/explorer_list_pages.h"

#include <algorithm>

#include "assess/narrowing.h"
#include "compare/brought_in.h"
#include "compare/compare_list_pages.h"
#include "council/address.h"
#include "explore/saved_view_store.h"
#include "kit/as_data.h"
#include "parts/filters.h"
#include "parts/text.h"

namespace explore {
namespace {

using compare::Country;
using council::Desk;
using kit::Html;
using kit::Request;

constexpr std::size_t most_listed = 300;

struct ListedView {
  std::string data_set, title, unit;
};
template <class Teller>
void describe(Teller& t, const ListedView& view) {
  t.field("data_set", view.data_set);
  t.field("indicator", view.title);
  t.field("unit", view.unit);
}

struct ListView {
  std::vector<ListedView> all;
};
template <class Teller>
void describe(Teller& t, const ListView& view) {
  t.rows("indicators", view.all);
}

ListView choices_of(const Request& asked, Desk& desk, const Country& country) {
  ListView view;
  const auto looked_for = compare::plain_area_name(asked.asked("words"));
  auto tx = desk.db.read();
  for (const auto& load : country.newest) {
    if (!asked.asked("set").empty() && asked.asked("set") != load.data_set) continue;
    for (const auto& each : compare::indicators_of(tx, load.number))
      if (asked.asked("words").empty() || compare::plain_area_name(each.title).find(looked_for) != std::string::npos)
        view.all.push_back({load.data_set, each.title, each.unit});
  }
  return view;
}

parts::Filters list_filters(const Request& asked, const Country& country) {
  parts::Filters filters;
  filters.action = "/explore";
  parts::Filter sets{"set", "Data set", {{"", "Every data set"}}, asked.asked("set")};
  for (const auto& load : country.newest) sets.choices.push_back({load.data_set, load.data_set});
  filters.filters = {sets};
  filters.search_name = "words";
  filters.search_label = "Words in the title";
  filters.search_text = asked.asked("words");
  if (!asked.asked("set").empty() || !asked.asked("words").empty()) filters.clear = "/explore";
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void shared_views(Html& html, Desk& desk) {
  auto tx = desk.db.read();
  const auto all = saved_views(tx, desk.end_of_today());
  if (std::ranges::none_of(all, [](const auto& each) { return each.seen_by == SeenBy::everybody; })) return;
  parts::heading(html, "Views that people share");
  parts::list(html, [&] {
    for (const auto& each : all)
      if (each.seen_by == SeenBy::everybody) parts::item(html, [&] { parts::link(html, each.address, each.name); });
  });
}

void nothing_yet(Html& html) {
  parts::lede(html, "There is nothing to explore yet: the explorer shows what departments and statisticians publish of every council.");
  parts::paragraph(html, [&] {
    html.text("What is missing, and how to bring it in, stands under ");
    parts::link(html, "/compare", "Compare");
    html.text(".");
  });
}

void other_ways(Html& html, const Request& asked) {
  parts::paragraph(html, [&] {
    parts::link(html, council::link(asked, "/explore/stands-out"), "What stands out for us");
    html.text(" · ");
    parts::link(html, council::link(asked, "/explore/standings"), "Where we stand in everything");
    html.text(" · ");
    parts::link(html, "/explore/views", "Saved views");
    html.text(" · ");
    parts::link(html, "/help/explore", "How exploring works");
  });
}

void titles_by_set(Html& html, const Request& asked, const ListView& view) {
  std::string set;
  for (std::size_t i = 0; i < std::min(view.all.size(), most_listed);) {
    set = view.all[i].data_set;
    parts::heading(html, set);
    parts::list(html, [&] {
      for (; i < std::min(view.all.size(), most_listed) && view.all[i].data_set == set; ++i)
        parts::item(html, [&] {
          parts::link(html, council::link(asked, "/explore", {{"set", set}, {"of", view.all[i].title}}),
                      view.all[i].title);
        });
    });
  }
  if (view.all.size() > most_listed)
    parts::small(
        html, "The first " + std::to_string(most_listed) + " are listed. Look for words in the title to see others.");
}

parts::Page choices_page(const Request& asked, Desk& desk, const Country& country, const ListView& view) {
  auto made = compare::page_of_comparing("Explore");
  auto& html = made.body;
  parts::title(html, "What do you want to look at?");
  const auto sets = country.newest.size();
  if (!country.own || sets == 0) return nothing_yet(html), std::move(made);
  parts::lede(html, std::to_string(view.all.size()) +
                        (view.all.size() == 1 ? " published indicator" : " published indicators") + " in " +
                        std::to_string(sets) + (sets == 1 ? " data set" : " data sets") +
                        ". Choose one to see it as a chart, a table, a map or trends side by side.");
  other_ways(html, asked);
  parts::filters(html, list_filters(asked, country));
  shared_views(html, desk);
  if (view.all.empty()) return parts::inset(html, "No published indicator matches these filters."), std::move(made);
  titles_by_set(html, asked, view);
  return made;
}

}  // namespace

parts::Reply show_choices(const Request& asked, Desk& desk, const Country& country) {
  const auto view = choices_of(asked, desk, country);
  if (auto data = kit::as_data(asked, view, "explore.csv")) return *std::move(data);
  return choices_page(asked, desk, country, view);
}

}  // namespace explore
