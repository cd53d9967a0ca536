#include "parts/small_multiples.h"

#include <algorithm>
#include <cmath>

#include "parts/scale.h"
#include "parts/text.h"

namespace parts {
namespace {

constexpr double wide = 220, top = 12, bottom = 100, left = 2, letter = 6.4;

class Drawing {
 public:
  Drawing(kit::Html& html, const SmallMultiples& many, const Axis& axis) : html_(html), many_(many), axis_(axis) {
    const auto longest = std::max(many.axis_number(axis.most).size(), many.axis_number(axis.least).size());
    right_ = wide - 14 - std::min(letter * static_cast<double>(longest), 70.0);
  }

  void one(const Multiple& each) {
    html_.open("li", {{"class", each.is_own ? "is-own" : ""}}).open("h3").el("span", each.name).el("span", each.written).close("h3");
    html_.open("svg", {{"viewBox", "0 0 220 118"}, {"role", "img"}, {"aria-label", said(each)}});
    rule(axis_.most);
    rule(axis_.least);
    line(many_.middles, "many-middle");
    line(each.values, "many-line");
    last_dot(each);
    words(left, 115, "start", many_.first);
    words(right_ + 6, 115, "end", many_.last);
    html_.close("svg").close("li");
  }

 private:
  double x(std::size_t i) const {
    return many_.middles.size() < 2
               ? (left + right_) / 2
               : left + (right_ - left) * static_cast<double>(i) / static_cast<double>(many_.middles.size() - 1);
  }
  double y(double value) const { return bottom - (value - axis_.least) / (axis_.most - axis_.least) * (bottom - top); }

  std::string said(const Multiple& each) const {
    const auto has = [](const auto& value) { return value.has_value(); };
    const auto from = std::ranges::find_if(each.values, has);
    if (from == each.values.end()) return each.name + ": no figures";
    return each.name + ": " + many_.axis_number(**from) + " at first, then " + each.written;
  }

  // Its number stands beside it, where no line of figures can run.
  void rule(double value) {
    html_.literal("<line class=\"many-rule\" x1=\"0\" x2=\"")
        .number(right_ + 6)
        .literal("\" y1=\"")
        .number(y(value))
        .literal("\" y2=\"")
        .number(y(value))
        .literal("\"/>");
    words(wide, y(value) + 4, "end", many_.axis_number(value));
  }
  void words(double at_x, double at_y, std::string_view anchor, std::string_view text) {
    html_.literal("<text x=\"")
        .number(at_x)
        .literal("\" y=\"")
        .number(at_y)
        .literal("\" text-anchor=\"")
        .text(anchor)
        .literal("\">")
        .text(text)
        .literal("</text>");
  }

  void line(const std::vector<std::optional<double>>& values, std::string_view css) {
    html_.literal("<path class=\"").text(css).literal("\" d=\"");
    bool is_on = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) is_on ? html_.literal("L") : html_.literal("M"), html_.number(x(i)).literal(" ").number(y(*values[i]));
      is_on = values[i].has_value();
    }
    html_.literal("\"/>");
  }

  void last_dot(const Multiple& each) {
    for (std::size_t i = each.values.size(); i-- > 0;) {
      if (!each.values[i]) continue;
      html_.literal("<circle class=\"many-dot\" r=\"3.4\" cx=\"")
          .number(x(i))
          .literal("\" cy=\"")
          .number(y(*each.values[i]))
          .literal("\"/>");
      return;
    }
  }

  kit::Html& html_;
  const SmallMultiples& many_;
  const Axis& axis_;
  double right_ = 0;  // where the lines end
};

}  // namespace

void small_multiples(kit::Html& html, const SmallMultiples& many) {
  std::vector<double> values;
  for (const auto& each : many.all)
    for (const auto& value : each.values)
      if (value) values.push_back(*value);
  if (values.empty()) return;
  for (const auto& middle : many.middles)
    if (middle) values.push_back(*middle);
  const auto [least, most] = std::ranges::minmax(values);
  const double room = least == most ? std::max(1.0, std::abs(most) / 10) : 0;
  const Axis axis{least - room, most + room, 1};
  html.open("figure", {{"class", "chart"}});
  heading(html, many.finding, many.id);
  html.open("ul", {{"class", "many"}});
  Drawing drawing(html, many, axis);
  for (const auto& each : many.all) drawing.one(each);
  html.close("ul").el("figcaption", many.summary).close("figure");
}

}  // namespace parts
