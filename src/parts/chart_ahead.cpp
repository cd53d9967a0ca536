// What is expected of the periods to come: a dashed line in the range in which four in five such figures come to lie.
#include <algorithm>

#include "parts/chart_drawing.h"

namespace parts {
namespace {

std::vector<const ChartPoint*> points_ahead(const Chart& chart) {
  std::vector<const ChartPoint*> all;
  for (const auto& point : chart.points)
    if (point.ahead) all.push_back(&point);
  return all;
}

// One alone is the end of a year: a bar from the low end of its range to the high one.
void draw_end(Canvas& c, const ChartPoint& point) {
  c.rule("<line class=\"ahead\" x1=\"", c.x(point), c.y(point.ahead->high), c.x(point), c.y(point.ahead->low));
  c.html.literal("<circle class=\"pt pt-open\" r=\"4\" cx=\"")
      .number(c.x(point))
      .literal("\" cy=\"")
      .number(c.y(point.ahead->value))
      .literal("\"/>");
}

void draw_fan(Canvas& c, const std::vector<const ChartPoint*>& all) {
  c.html.literal("<path class=\"fan\" d=\"");
  for (const auto* point : all)
    c.html.literal(point == all.front() ? kit::Literal("M") : kit::Literal("L"))
        .number(c.x(*point))
        .literal(" ")
        .number(c.y(point->ahead->high));
  for (auto point = all.rbegin(); point != all.rend(); ++point)
    c.html.literal("L").number(c.x(**point)).literal(" ").number(c.y((*point)->ahead->low));
  c.html.literal("z\"/>");
}

void draw_line(Canvas& c, const std::vector<const ChartPoint*>& all) {
  c.html.literal("<path class=\"ahead\" d=\"");
  const auto last = c.last_known();
  const bool joins = last != c.chart.points.end() && last->end == all.front()->start;
  if (joins) c.html.literal("M").number(c.x(*last)).literal(" ").number(c.y(*last->value));
  for (const auto* point : all)
    c.html.literal(point == all.front() && !joins ? kit::Literal("M") : kit::Literal("L"))
        .number(c.x(*point))
        .literal(" ")
        .number(c.y(point->ahead->value));
  c.html.literal("\"/>");
}

}  // namespace

void draw_ahead(Canvas& c) {
  const auto all = points_ahead(c.chart);
  if (all.empty()) return;
  if (all.size() == 1) draw_end(c, *all.front());
  else {
    draw_fan(c, all);
    draw_line(c, all);
  }
  c.label(c.y(all.back()->ahead->value), "lb lb-soft", "Expected", c.plain(all.back()->ahead->written));
}

}  // namespace parts
