#include "parts/chart_drawing.h"

#include <algorithm>
#include <cmath>

#include "parts/attention.h"

namespace parts {
namespace {

void draw_axis(Canvas& c) {
  for (double tick : c.axis.ticks()) {
    c.rule("<line class=\"grid\" x1=\"", c.left(), c.y(tick), c.right(), c.y(tick));
    c.words("<text class=\"ax ax-y\" x=\"", c.left() - 8, c.y(tick) + 4.5, c.chart.axis_number(tick));
  }
  if (!c.chart.unit.empty()) c.words("<text class=\"ax\" x=\"", 0, 12, c.chart.unit);
}

std::string year_name(int year, Chart::Years years) {
  const auto name = std::to_string(year);
  if (years == Chart::Years::from_january) return name;
  const auto next = std::to_string(year + 1);
  return name + "/" + next.substr(next.size() - 2);
}

// A small line where a year begins; its name in the middle of what is shown of it, as often as there is room.
void draw_years(Canvas& c) {
  const int offset = c.chart.years == Chart::Years::from_april ? 3 : 0;
  const int first = static_cast<int>(std::floor((c.from() - offset) / 12.0)), last = (c.to() - offset - 1) / 12;
  const double one = c.x(c.from() + 12) - c.x(c.from());
  const double room = c.chart.years == Chart::Years::from_april ? 56 : 40;
  const int stride = std::max(1, static_cast<int>(std::ceil(room / one)));
  double named = -1000;  // where the name before stands
  for (int year = first; year <= last; ++year) {
    const int begins = std::max(year * 12 + offset, c.from()), ends = std::min(year * 12 + 12 + offset, c.to());
    c.rule("<line class=\"tick\" x1=\"", c.x(begins), c.bottom(), c.x(begins), c.bottom() + 6);
    const double middle = c.x((begins + ends) / 2.0);
    const bool has_room = stride > 1 || c.x(ends) - c.x(begins) > room / 2;
    if ((last - year) % stride != 0 || !has_room || middle - named < room) continue;
    c.words("<text class=\"ax ax-x\" x=\"", middle, c.bottom() + 22, year_name(year, c.chart.years));
    named = middle;
  }
  c.rule("<line class=\"tick\" x1=\"", c.x(c.to()), c.bottom(), c.x(c.to()), c.bottom() + 6);
}

// A dashed line that runs level for a period and then steps; false when there is nothing to draw.
bool draw_steps(Canvas& c, std::optional<double> ChartPoint::* aim) {
  bool drawing = false, any = false;
  for (const auto& point : c.chart.points) {
    const auto& value = point.*aim;
    if (!value) {
      drawing = false;
      continue;
    }
    if (!any) c.html.literal("<path class=\"aim\" d=\"");
    any = true;
    if (drawing) c.html.literal("V").number(c.y(*value));
    else c.html.literal("M").number(c.x(point.start)).literal(" ").number(c.y(*value));
    c.html.literal("H").number(c.x(point.end));
    drawing = true;
  }
  if (any) c.html.literal("\"/>");
  return any;
}

// Its two edges where a band is there already.
void draw_range_edges(Canvas& c) {
  const auto& last = c.chart.points.back();
  if (draw_steps(c, &ChartPoint::low) && draw_steps(c, &ChartPoint::high) && last.high)
    c.label(c.y(*last.high), "lb lb-aim", "Target", c.plain(last.target_written));
}

void draw_range(Canvas& c) {
  if (c.chart.is_process()) return draw_range_edges(c);
  bool any = false;
  for (const auto& point : c.chart.points) {
    if (!point.low || !point.high) continue;
    c.area("<rect class=\"range\" x=\"", c.x(point.start), c.y(*point.high), c.x(point.end), c.y(*point.low));
    any = true;
  }
  const auto& last = c.chart.points.back();
  if (any && last.low && last.high) c.label(c.y((*last.low + *last.high) / 2), "lb lb-aim", "Target", c.plain(last.target_written));
}

void draw_target(Canvas& c) {
  if (!draw_steps(c, &ChartPoint::target)) return;
  const auto last = std::find_if(c.chart.points.rbegin(), c.chart.points.rend(), [](const auto& p) { return p.target.has_value(); });
  c.label(c.y(*last->target), "lb lb-aim", "Target", c.plain(last->target_written));
}

// Its label has the room up to the next line across the chart, or up to the edge.
void draw_breaks(Canvas& c) {
  const auto& breaks = c.chart.breaks;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const auto& cut = breaks[i];
    if (cut.at <= c.from() || cut.at >= c.to()) continue;
    const double at = c.x(cut.at);
    c.rule("<line class=\"cut\" x1=\"", at, c.top() - 18, at, c.bottom());
    const double before = i > 0 ? c.x(std::max(breaks[i - 1].at, c.from())) : 0,
                 after = i + 1 < breaks.size() ? c.x(breaks[i + 1].at) : c.sheet.wide;
    const bool on_the_right = after - at >= at - before || i > 0;
    const double room = (on_the_right ? after - at : at - before) - 5;
    const auto label = shortened(cut.label, static_cast<std::size_t>(std::max(0.0, room / 7)));
    if (on_the_right) c.words("<text class=\"ax cut-on\" x=\"", at + 5, c.top() - 12, label);
    else c.words("<text class=\"ax cut-before\" x=\"", at - 5, c.top() - 12, label);
  }
}

}  // namespace

void draw_marks(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet) {
  Canvas canvas(html, chart, axis, sheet);
  draw_usual(canvas);
  draw_axis(canvas);
  draw_years(canvas);
  draw_range(canvas);
  draw_ahead(canvas);
  draw_target(canvas);
  draw_breaks(canvas);
  draw_figures(canvas);
  canvas.draw_labels();
}

}  // namespace parts
