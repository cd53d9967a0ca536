// The line of figures, the year before behind it, and the points: those that matter in colour and with a letter.
#include <algorithm>

#include "parts/chart_drawing.h"

namespace parts {
namespace {

constexpr kit::Literal letter_begins[] = {"<text class=\"ax letter\" x=\"", "<text class=\"letter si-better\" x=\"",
                                          "<text class=\"letter si-worse\" x=\"",
                                          "<text class=\"letter si-neither\" x=\""};
constexpr double letter_wide = 11;  // nearer to each other two letters would touch

bool cut_between(const Chart& chart, const ChartPoint& a, const ChartPoint& b) {
  return std::ranges::any_of(chart.breaks, [&](const ChartBreak& cut) {
    return cut.line == ChartBreak::Line::is_cut && cut.at > a.start && cut.at <= b.start;
  });
}

void draw_run(Canvas& c) {
  c.html.literal("<path class=\"run\" d=\"");
  const ChartPoint* before = nullptr;
  for (const auto& point : c.chart.points) {
    if (point.value) {
      c.html.literal(before && before->end >= point.start && !cut_between(c.chart, *before, point) ? kit::Literal("L") : kit::Literal("M"));
      c.html.number(c.x(point)).literal(" ").number(c.y(*point.value));
    }
    before = point.value ? &point : nullptr;
  }
  c.html.literal("\"/>");
}

void draw_year_before(Canvas& c) {
  c.html.literal("<path class=\"before\" d=\"");
  bool drawing = false;
  std::optional<double> last;
  for (const auto& point : c.chart.points) {
    const auto then = std::ranges::find(c.chart.points, point.start - 12, &ChartPoint::start);
    const bool there = then != c.chart.points.end() && then->value;
    if (there) c.html.literal(drawing ? kit::Literal("L") : kit::Literal("M")).number(c.x(point)).literal(" ").number(c.y(*then->value));
    drawing = there;
    if (there) last = then->value;
  }
  c.html.literal("\"/>");
  if (last) c.label(c.y(*last), "lb lb-soft", "Year before");
}

// The newest figure is the one that matters: its shape says how it stands, as in the words above the chart.
void draw_status_point(Canvas& c, const ChartPoint& point) {
  constexpr std::string_view classes[] = {"dot-better", "dot-on", "dot-close", "dot-off", "dot-none"};
  constexpr kit::Literal shapes[] = {"M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "M0-8 8 0 0 8-8 0z",
                                     "M-6-6h12v12h-12z", "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z"};
  const auto which = static_cast<std::size_t>(point.status);
  c.html.literal("<path class=\"")
      .text(classes[which])
      .text(point.sureness == Sureness::provisional ? " dot-open" : "")
      .literal("\" d=\"")
      .literal(shapes[which]);
  c.html.literal("\" transform=\"translate(").number(c.x(point)).literal(" ").number(c.y(*point.value)).literal(")\"/>");
}

void draw_point(Canvas& c, const ChartPoint& point, bool last) {
  const bool hollow = point.sureness == Sureness::provisional;
  if (last && !c.chart.is_process()) return draw_status_point(c, point);
  const double size = (c.sheet.narrow ? 3.2 : 4.2) + (last ? 1.2 : 0);
  c.html.literal("<circle class=\"").literal(c.chart.is_process() ? point_class(point.signal) : kit::Literal("pt"));
  c.html.text(hollow ? " pt-open" : "").literal("\" r=\"").number(size);
  c.html.literal("\" cx=\"").number(c.x(point)).literal("\" cy=\"").number(c.y(*point.value)).literal("\"/>");
}

// Under a low point and over a high one, away from the line; from the newest backwards, as far as there is room.
void draw_letters(Canvas& c) {
  double high_at = c.sheet.wide * 2, low_at = high_at, open_at = high_at;
  for (auto point = c.chart.points.rbegin(); point != c.chart.points.rend(); ++point) {
    if (!point->value) continue;
    const double at_x = c.x(*point), at_y = c.y(*point->value);
    const bool high = point->signal.letter == 'H';
    auto& before = high ? high_at : low_at;
    if (point->signal.letter && before - at_x >= letter_wide) {
      c.words(letter_begins[static_cast<std::size_t>(point->signal.means)], at_x, high ? at_y - 10 : at_y + 18, high ? "H" : "L");
      before = at_x;
    }
    if (point->sureness != Sureness::provisional || open_at - at_x < letter_wide) continue;
    c.words("<text class=\"ax letter\" x=\"", at_x, high ? at_y + 18 : at_y - 11, "P");
    open_at = at_x;
  }
}

}  // namespace

void draw_figures(Canvas& c) {
  if (c.chart.year_before == Chart::YearBefore::shown) draw_year_before(c);
  draw_run(c);
  const auto last = c.last_known();
  const bool crowded = c.chart.points.size() > (c.sheet.narrow ? 30u : 72u);
  for (auto point = c.chart.points.begin(); point != c.chart.points.end(); ++point) {
    if (!point->value || (crowded && point != last && !point->signal.letter && point->sureness != Sureness::provisional)) continue;
    draw_point(c, *point, point == last);
  }
  draw_letters(c);
  if (last != c.chart.points.end()) c.label(c.y(*last->value), "lb lb-last", "", c.plain(last->written));
}

}  // namespace parts
