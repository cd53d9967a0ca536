// The usual variation of a process chart: for each stretch a band and its average; the newest is labelled.
#include "parts/chart_drawing.h"

#include <algorithm>

namespace parts {
namespace {

struct Ends {
  double from, to;
};

// Of what is shown of a stretch; the first and the newest reach the edges.
Ends ends(const Canvas& c, const UsualVariation& stretch) {
  const double from = stretch.from <= c.from() ? c.left() : c.x(stretch.from);
  return {from, &stretch == &c.chart.usual.back() ? c.right() : c.x(std::max(stretch.to, c.from()))};
}

}  // namespace

void draw_usual(Canvas& c) {
  for (const auto& stretch : c.chart.usual)
    if (const auto [from, to] = ends(c, stretch); from < to && stretch.low && stretch.high)
      c.area("<rect class=\"usual\" x=\"", from, c.y(*stretch.high), to, c.y(*stretch.low));
  for (const auto& stretch : c.chart.usual)
    if (const auto [from, to] = ends(c, stretch); from < to)
      c.rule("<line class=\"mean\" x1=\"", from, c.y(stretch.mean), to, c.y(stretch.mean));
  if (!c.chart.is_process()) return;
  const auto& newest = c.chart.usual.back();
  c.label(c.y(newest.mean), "lb", "Average", c.plain(newest.mean_written));
  if (newest.high && !newest.high_written.empty()) c.label(c.y(*newest.high), "lb lb-soft", "Upper", c.plain(newest.high_written));
  if (newest.low && !newest.low_written.empty()) c.label(c.y(*newest.low), "lb lb-soft", "Lower", c.plain(newest.low_written));
}

}  // namespace parts
