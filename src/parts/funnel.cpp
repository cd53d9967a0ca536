#include "parts/funnel.h"

#include <algorithm>

#include "kit/number.h"
#include "parts/scale.h"
#include "parts/text.h"

namespace parts {
namespace {

struct FunnelSheet {
  std::string_view letter, css, box;
  double wide, high, dot;
};
constexpr FunnelSheet sheets[] = {
    {"w", "drawing drawing-wide", "0 0 720 300", 720, 300, 4},
    {"n", "drawing drawing-narrow", "0 0 360 280", 360, 280, 3.4},
};
constexpr double left = 54, right = 14, top = 18, under = 46;

class FunnelDrawing {
 public:
  FunnelDrawing(kit::Html& html, const Funnel& funnel, const FunnelSheet& sheet) : html_(html), funnel_(funnel), sheet_(sheet) {
    double least = funnel.average, most = funnel.average;
    for (const auto& each : funnel.points)
      least = std::min(least, each.value), most = std::max(most, each.value), widest_ = std::max(widest_, each.counted);
    value_ = axis_for(least, most, 0);
    counted_ = axis_for(0, widest_, 1);
  }

  void draw() {
    scales();
    curve("<path class=\"funnel-far\" d=\"", [](const FunnelLimit& each) { return each.far_low; });
    curve("<path class=\"funnel-far\" d=\"", [](const FunnelLimit& each) { return each.far_high; });
    curve("<path class=\"funnel-near\" d=\"", [](const FunnelLimit& each) { return each.low; });
    curve("<path class=\"funnel-near\" d=\"", [](const FunnelLimit& each) { return each.high; });
    html_.literal("<line class=\"mean\" x1=\"")
        .number(left)
        .literal("\" x2=\"")
        .number(sheet_.wide - right)
        .literal("\" y1=\"")
        .number(y(funnel_.average))
        .literal("\" y2=\"")
        .number(y(funnel_.average))
        .literal("\"/>");
    text("<text class=\"lb lb-soft\" text-anchor=\"end\" x=\"", sheet_.wide - right,
         y(funnel_.average) + (own_is_above() ? 18 : -6), funnel_.average_written);
    for (const auto& each : funnel_.points)
      if (!each.is_own) dot(each);
    for (const auto& each : funnel_.points)
      if (each.is_own) own(each);
  }

 private:
  double x(double counted) const { return left + counted / counted_.most * (sheet_.wide - left - right); }
  double y(double value) const {
    return sheet_.high - under - (value - value_.least) / (value_.most - value_.least) * (sheet_.high - top - under);
  }
  bool own_is_above() const {
    const auto own = std::ranges::find_if(funnel_.points, [](const auto& each) { return each.is_own; });
    return own != funnel_.points.end() && own->value > funnel_.average;
  }
  bool is_in(double value) const { return value >= value_.least && value <= value_.most; }

  void scales() {
    for (const double tick : value_.ticks()) {
      html_.literal("<line class=\"grid\" x1=\"")
          .number(left)
          .literal("\" x2=\"")
          .number(sheet_.wide - right)
          .literal("\" y1=\"")
          .number(y(tick))
          .literal("\" y2=\"")
          .number(y(tick))
          .literal("\"/>");
      text("<text class=\"ax\" text-anchor=\"end\" x=\"", left - 6, y(tick) + 4, funnel_.axis_number(tick));
    }
    double last = -100;
    for (const double tick : counted_.ticks()) {
      const auto written = kit::with_commas(tick, 0);
      if (x(tick) - last < 12 + 7.4 * static_cast<double>(written.size())) continue;
      last = x(tick);
      text("<text class=\"ax ax-x\" x=\"", last, sheet_.high - under + 18, written);
    }
    text("<text class=\"ax\" text-anchor=\"end\" x=\"", sheet_.wide - right, sheet_.high - 8, funnel_.counted_what);
  }

  // The pen is lifted where a limit leaves the drawing.
  template <class Of>
  void curve(kit::Literal begin, Of of) {
    html_.literal(begin);
    bool is_down = false;
    for (const auto& each : funnel_.limits) {
      const double value = of(each);
      if (is_in(value)) {
        if (is_down) html_.literal("L");
        else html_.literal("M");
        html_.number(x(each.counted)).literal(" ").number(y(value));
      }
      is_down = is_in(value);
    }
    html_.literal("\"/>");
  }
  void dot(const FunnelPoint& each) {
    html_.literal("<circle class=\"strip-dot\" r=\"")
        .number(sheet_.dot)
        .literal("\" cx=\"")
        .number(x(each.counted))
        .literal("\" cy=\"")
        .number(y(each.value))
        .literal("\">");
    html_.el("title", each.name + ", " + each.written).literal("</circle>");
  }
  void own(const FunnelPoint& each) {
    html_.literal("<path class=\"strip-own\" d=\"M")
        .number(x(each.counted))
        .literal(" ")
        .number(y(each.value) - 8)
        .literal("l8 8l-8 8l-8 -8z\"/>");
    const auto label = each.name + ' ' + each.written;
    const bool fits = x(each.counted) + 14 + 7.4 * static_cast<double>(label.size()) < sheet_.wide - right;
    if (fits) text("<text class=\"lb lb-last\" x=\"", x(each.counted) + 12, y(each.value) - 8, label);
    else text("<text class=\"lb lb-last\" text-anchor=\"end\" x=\"", x(each.counted) - 12, y(each.value) - 8, label);
  }
  void text(kit::Literal begin, double at_x, double at_y, std::string_view words) {
    html_.literal(begin).number(at_x).literal("\" y=\"").number(at_y).literal("\">").text(words).literal("</text>");
  }

  kit::Html& html_;
  const Funnel& funnel_;
  const FunnelSheet& sheet_;
  double widest_ = 1;
  Axis value_, counted_;
};

}  // namespace

void funnel(kit::Html& html, const Funnel& funnel) {
  if (funnel.points.empty()) return;
  html.open("figure", {{"class", "chart"}});
  small_heading(html, funnel.finding);
  for (const auto& sheet : sheets) {
    const std::string title = funnel.id + "-t" + std::string(sheet.letter), description = funnel.id + "-d" + std::string(sheet.letter);
    html.open("svg", {{"class", sheet.css},
                      {"viewBox", sheet.box},
                      {"role", "img"},
                      {"aria-labelledby", title},
                      {"aria-describedby", description}});
    html.el("title", {{"id", title}}, funnel.finding).el("desc", {{"id", description}}, funnel.summary);
    FunnelDrawing(html, funnel, sheet).draw();
    html.close("svg");
  }
  html.el("figcaption", funnel.summary);
  html.close("figure");
}

}  // namespace parts
