#include "explore/explorer_shown.h"

#include <algorithm>
#include <cmath>

#include "assess/narrowing.h"
#include "parts/small_multiples.h"
#include "parts/strip.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using kit::Html;
using parts::Column;

constexpr std::size_t most_side_by_side = 60;

std::function<std::string(double)> axis_of(const compare::Writing& writing) {
  return [writing](double value) {
    return compare::Writing{writing.unit, value == std::floor(value) ? 0 : std::max(writing.decimals, 1)}.number(value);
  };
}

std::string change_words(const ExplorerView& view, const Member& member) {
  const auto now = std::ranges::find(view.series.periods, view.series.period);
  if (!member.has_value() || now == view.series.periods.end() || now == view.series.periods.begin()) return {};
  const auto before = member.trend[static_cast<std::size_t>(now - view.series.periods.begin() - 1)];
  if (!before) return {};
  const double by = *member.figure->value - *before;
  return view.writing.number(*member.figure->value) == view.writing.number(*before)
             ? "the same"
             : (by > 0 ? "+" : "−") + view.writing.gap(by);
}

std::string interval_words(const ExplorerView& view, const Member& member) {
  return member.has_value() && member.figure->low && member.figure->high
             ? view.writing.number(*member.figure->low) + " to " + view.writing.number(*member.figure->high)
             : std::string();
}

std::string trend_finding(const ExplorerView& view) {
  int up = 0, down = 0;
  for (const auto& member : view.series.members) {
    std::vector<double> known;
    for (const auto& value : member.trend)
      if (value) known.push_back(*value);
    if (known.size() > 1) known.back() > known.front() ? ++up : known.back() < known.front() ? ++down : 0;
  }
  return "It rose in " + std::to_string(up) + " " + std::string(up == 1 ? one_of(view) : many_of(view)) +
         " and fell in " + (down == 0 ? std::string("none") : std::to_string(down));
}

void trends_table(Html& html, const ExplorerView& view) {
  std::vector<Column> columns = {{view.are_small ? "Area" : "Council"}};
  for (const auto& period : view.series.periods) columns.push_back({period.words(), Column::Holds::number});
  parts::unfolding(html, "Every figure, period by period", [&] {
    parts::Table table(html, "Figures by " + std::string(one_of(view)) + " and period", columns);
    for (const auto& member : view.series.members) {
      table.row().head(member.authority->name);
      for (const auto& value : member.trend) table.cell(value ? view.writing.number(*value) : "");
    }
  });
}

}  // namespace

void as_chart(Html& html, const ExplorerView& view) {
  const auto& series = view.series;
  if (!series.spread) return parts::inset(html, "No " + std::string(one_of(view)) + " of the group has a figure.");
  parts::Strip strip;
  for (const auto& member : series.members)
    if (member.has_value())
      strip.dots.push_back({*member.figure->value, member.authority->name, view.writing.number(*member.figure->value),
                            member.is_own ? parts::StripDot::Of::own : parts::StripDot::Of::group});
  strip.finding = "Half of the " + view.group + " lie between " + view.writing.number(series.spread->q1) + " and " +
                  view.writing.number(series.spread->q3);
  strip.summary = "Each dot is " + std::string(view.are_small ? "an area" : "a council") +
                  std::string(series.own ? "; the diamond is " + series.members[0].authority->name : std::string()) +
                  ". A name appears when you point at a dot, and every figure stands in the table.";
  strip.middle = series.own ? series.own->others_median.value_or(series.spread->median) : series.spread->median;
  strip.middle_written = view.writing.number(strip.middle);
  strip.axis_number = axis_of(view.writing);
  strip.finest = view.writing.decimals == 0 ? 1 : 0;
  parts::strip(html, strip);
}

void figures_table(Html& html, const kit::Request& asked, const ExplorerView& view) {
  const bool in_order = asked.asked("order") == "figure";
  std::vector<const Member*> all;
  for (const auto& member : view.series.members)
    if (member.figure) all.push_back(&member);
  const auto value = [](const Member* member) { return member->figure->value.value_or(-1e300); };
  if (in_order) std::ranges::stable_sort(all, std::greater(), value);
  else std::ranges::stable_sort(all, {}, [](const Member* member) { return member->authority->name; });
  parts::paragraph(html, [&] {
    if (in_order) html.text("An order says nothing of why. ");
    parts::link(html, assess::with_value(asked, "order", in_order ? "" : "figure"),
                in_order ? "List them by name" : "Put them in the order of their figures");
  });
  const bool has_intervals = std::ranges::any_of(all, [](const Member* member) { return member->figure->low.has_value(); });
  std::vector<Column> columns = {{view.are_small ? "Area" : "Council"},
                                 {view.are_small ? "Code" : "Region"},
                                 {"Figure", Column::Holds::number},
                                 {"Since the period before", Column::Holds::number}};
  if (has_intervals) columns.push_back({"By chance between", Column::Holds::number});
  columns.push_back({"Mark"});
  parts::Table table(html, "Figures of " + view.group + " in " + view.series.period.words(), columns);
  for (const auto* member : all) {
    table.row()
        .head([&] {
          if (member->is_own) parts::strong(html, member->authority->name);
          else html.text(member->authority->name);
        })
        .cell(view.are_small ? member->authority->code : member->authority->region);
    table.cell(member->has_value() ? view.writing.number(*member->figure->value) : "no figure").cell(change_words(view, *member));
    if (has_intervals) table.cell(interval_words(view, *member));
    table.cell(member->figure->mark);
  }
}

void as_table(Html& html, const kit::Request& asked, const ExplorerView& view) {
  parts::heading(html, "Every figure in " + view.series.period.words(), "figures");
  figures_table(html, asked, view);
}

void as_trends(Html& html, const ExplorerView& view, const compare::Authority& own) {
  if (view.series.periods.size() < 2)
    return parts::inset(html, "There is only one period, so there is no trend yet. Choose another way to look at it.");
  parts::SmallMultiples many;
  many.finding = trend_finding(view) + " from " + view.series.periods.front().words() + " to " + view.series.periods.back().words();
  many.first = view.series.periods.front().words(), many.last = view.series.periods.back().words();
  many.middles = view.series.middles;
  many.axis_number = [&](double value) { return view.writing.number(value); };
  for (const auto& member : view.series.members) {
    if (many.all.size() == most_side_by_side) break;
    const auto last = std::ranges::find_if(member.trend.rbegin(), member.trend.rend(), [](const auto& value) { return value.has_value(); });
    if (last != member.trend.rend()) many.all.push_back({member.authority->name, view.writing.number(**last), member.trend, member.is_own});
  }
  many.summary = "All on the same axes; the dashed line is the middle of the group." +
                 std::string(view.series.members.size() > many.all.size()
                                 ? " The first " + std::to_string(many.all.size()) + " are drawn" +
                                       (view.are_small ? "" : ", " + own.name + " first") + "; the table has all."
                                 : "");
  parts::small_multiples(html, many);
  trends_table(html, view);
}

}  // namespace explore
