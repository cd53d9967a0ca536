#include "assess/indicator_list.h"

#include <algorithm>

#include "assess/marks.h"
#include "assess/travel.h"
#include "council/address.h"
#include "parts/table.h"
#include "parts/text.h"
#include "plan/counting.h"

namespace assess {
namespace {

using kit::Html;
using kit::Request;
using parts::Column;

std::size_t place(const std::vector<const plan::Priority*>& order, const plan::Priority* priority) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), priority) - order.begin());
}

void row(Html& html, parts::Table& table, const Request& asked, const StandingView& each, Ratings ratings) {
  const auto& j = *each.judgement;
  table.row().head([&] {
    parts::link(html, council::link(asked, council::path_to("indicators", j.definition->code)), j.definition->title);
    parts::small(html, j.definition->code + " · " + j.period.words() +
                           (j.provisional ? " · provisional"
                            : j.unchecked ? " · unchecked"
                                          : ""));
  });
  table.cell(each.value()).cell(each.target());
  if (ratings == Ratings::shown)
    table.cell(
        [&] { parts::status(html, mark_of(j.rating), is_rated(j.rating) ? std::string_view() : words(j.rating)); });
  table.cell([&] {
    if (j.direction == Direction::not_comparable) return;
    const auto method = j.definition->direction_method;
    parts::direction(html, mark_of(j.direction), words(j.direction, method));
    if (method != indicator::DirectionMethod::two_point) parts::small(html, method_words(*j.definition));
  });
}

void group(Html& html, const Request& asked, const ListView& view, std::size_t from, std::size_t to) {
  const auto* priority = view.indicators[from].priority;
  const auto name = priority ? priority->title : std::string("No line in the plan");
  parts::heading(html, name);
  const auto shown = ratings(*view.indicators[from].judged->picture);
  std::vector<Column> columns = {{"Indicator", Column::Holds::words, Column::Width::wide},
                                 {"Figure", Column::Holds::number},
                                 {"Target", Column::Holds::number}};
  if (shown == Ratings::shown) columns.push_back({"Status"});
  columns.push_back({"Direction"});
  parts::Table table(html, name + ", " + view.period, std::move(columns));
  for (; from < to; ++from) row(html, table, asked, view.indicators[from], shown);
}

std::string lede(std::size_t shown, std::size_t all) {
  if (shown == all) return "The council has " + std::to_string(all) + (all == 1 ? " indicator." : " indicators.");
  if (shown == 0) return "No indicator matches what you ask for.";
  return std::to_string(shown) + " of " + std::to_string(all) + (shown == 1 ? " indicators matches." : " indicators match.");
}

std::size_t in_force(const Judged& judged) {
  return static_cast<std::size_t>(
      std::count_if(judged.all.begin(), judged.all.end(), [&](const Judgement& j) { return judged.in_force(*j.kept); }));
}

}  // namespace

ListView list_view(const Judged& judged, const std::vector<const Judgement*>& narrowed) {
  ListView view{judged.period.words(), {}};
  view.indicators.reserve(narrowed.size());
  for (const auto* judgement : narrowed)
    view.indicators.push_back({judgement, &judged, plan::counted_for(judged.picture->plan, judgement->kept->id)});
  const auto order = plan::counted(judged.picture->plan);
  std::stable_sort(view.indicators.begin(), view.indicators.end(), [&](const StandingView& a, const StandingView& b) {
    return place(order, a.priority) < place(order, b.priority);
  });
  return view;
}

parts::Page list_page(const Request& asked, const Judged& judged, const ListView& view, const Narrowing& to) {
  parts::Page page;
  page.title = "Indicators";
  page.section = parts::Section::indicators;
  auto& html = page.body;
  html.reserve(160 * 1024);
  parts::title(html, "Indicators");
  if (judged.picture->empty()) {
    parts::lede(html, "There is no indicator yet.");
    parts::paragraph(html, [&] { parts::link(html, "/import", "Bring in your files"); });
    return page;
  }
  parts::lede(html, lede(view.indicators.size(), in_force(judged)));
  auto filters = filters_of(asked, judged, to);
  if (to.any()) filters.clear = council::link(asked, "/indicators");
  filters.search_name = "q";
  filters.search_label = "Look for";
  filters.search_text = to.words;
  filters.csv = data_address(asked, "csv");
  filters.json = data_address(asked, "json");
  parts::filters(html, filters);
  parts::small(html, [&] {
    html.text("Direction compares two figures, unless another way of finding it is named. ");
    parts::link(html, "/help/direction", "How direction is found");
    if (ratings(*judged.picture) == Ratings::hidden) return;
    html.text(" · ");
    parts::link(html, "/help/status", "What statuses mean");
  });
  for (std::size_t from = 0, end = 0; from < view.indicators.size(); from = end) {
    while (end < view.indicators.size() && view.indicators[end].priority == view.indicators[from].priority) ++end;
    group(html, asked, view, from, end);
  }
  return page;
}

}  // namespace assess
