#include "parts/chart_canvas.h"

#include <algorithm>

namespace parts {
namespace {

constexpr double line_height = 17;

}  // namespace

Canvas::Canvas(kit::Html& written, const Chart& drawn, const Axis& values, const Sheet& on)
    : html(written), chart(drawn), axis(values), sheet(on), right_(on.right) {
  std::size_t longest = 1;
  for (double tick : axis.ticks()) longest = std::max(longest, chart.axis_number(tick).size());
  left_ = 14 + 7.0 * static_cast<double>(longest);
  if (const auto last = last_known(); last != chart.points.end()) make_room("", plain(last->written), 8.8);
  if (const auto& newest = chart.points.back(); newest.ahead) make_room("Expected", plain(newest.ahead->written), 7.2);
  if (const auto& newest = chart.points.back(); newest.low && newest.high) make_room("Target", plain(newest.target_written), 7.2);
  if (chart.is_process()) make_room("Average", plain(chart.usual.back().mean_written), 7.2);
  from_ = chart.points.front().start;
  to_ = std::max(chart.points.back().end, from_ + 1);
}

void Canvas::make_room(std::string_view word, std::string_view number, double letter) {
  const auto letters = sheet.narrow ? std::max(word.size(), number.size()) : word.size() + number.size() + (word.empty() ? 0 : 1);
  right_ = std::max(right_, 12 + letter * static_cast<double>(letters));
}

double Canvas::x(double month) const { return left_ + 8 + (month - from_) / (to_ - from_) * (right() - left_ - 14); }
double Canvas::y(double value) const { return bottom() - (value - axis.least) / (axis.most - axis.least) * (bottom() - top()); }

void Canvas::rule(kit::Literal begin, double x1, double y1, double x2, double y2) {
  html.literal(begin).number(x1).literal("\" y1=\"").number(y1).literal("\" x2=\"").number(x2);
  html.literal("\" y2=\"").number(y2).literal("\"/>");
}

void Canvas::words(kit::Literal begin, double at_x, double at_y, std::string_view text) {
  html.literal(begin).number(at_x).literal("\" y=\"").number(at_y).literal("\">").text(text).literal("</text>");
}

void Canvas::area(kit::Literal begin, double x1, double y1, double x2, double y2) {
  html.literal(begin).number(x1).literal("\" width=\"").number(x2 - x1).literal("\" y=\"").number(std::min(y1, y2));
  html.literal("\" height=\"").number(std::max(y1, y2) - std::min(y1, y2)).literal("\"/>");
}

std::string_view Canvas::plain(std::string_view written) const {
  if (chart.unit.empty() || !written.ends_with(chart.unit)) return written;
  written.remove_suffix(chart.unit.size());
  while (written.ends_with(' ')) written.remove_suffix(1);
  return written;
}

std::vector<ChartPoint>::const_iterator Canvas::last_known() const {
  auto found = chart.points.end();
  for (auto p = chart.points.begin(); p != chart.points.end(); ++p)
    if (p->value) found = p;
  return found;
}

void Canvas::label(double at_y, kit::Literal css, std::string_view word, std::string_view number) {
  labels_.push_back({at_y, css, word, number});
}

void Canvas::push_apart() {
  std::ranges::stable_sort(labels_, {}, &Label::y);
  for (std::size_t i = 1; i < labels_.size(); ++i)
    labels_[i].y = std::max(labels_[i].y, labels_[i - 1].y + line_height * lines(labels_[i - 1]));
  double limit = sheet.high - 12;
  for (std::size_t i = labels_.size(); i-- > 0;) {
    labels_[i].y = std::min(labels_[i].y, limit - line_height * (lines(labels_[i]) - 1));
    limit = labels_[i].y - line_height;
  }
}

void Canvas::draw_labels() {
  push_apart();
  const double at_x = right() + 8;
  for (const auto& label : labels_) {
    html.literal("<text class=\"")
        .literal(label.css)
        .literal("\" x=\"")
        .number(at_x)
        .literal("\" y=\"")
        .number(label.y + 4.5)
        .literal("\">");
    html.text(label.word);
    if (!label.number.empty() && !sheet.narrow) html.text(label.word.empty() ? "" : " ").text(label.number);
    if (!label.number.empty() && sheet.narrow)
      html.literal("<tspan x=\"").number(at_x).literal("\" dy=\"16\">").text(label.number).literal("</tspan>");
    html.literal("</text>");
  }
}

}  // namespace parts
