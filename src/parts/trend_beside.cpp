#include "parts/trend_beside.h"

#include <algorithm>
#include <cmath>

#include "parts/scale.h"
#include "parts/table.h"
#include "parts/text.h"

namespace parts {
namespace {

struct TrendSheet {
  std::string_view letter, css, box;
  double wide, high, right;
};
constexpr TrendSheet sheets[] = {
    {"w", "drawing drawing-wide", "0 0 720 300", 720, 300, 176},
    {"n", "drawing drawing-narrow", "0 0 360 300", 360, 300, 104},
};
constexpr double left = 54, top = 20, under = 34, line_high = 17;

class TrendDrawing {
 public:
  TrendDrawing(kit::Html& html, const TrendBeside& trend, const TrendSheet& sheet) : html_(html), trend_(trend), sheet_(sheet) {
    double least = 1e300, most = -1e300;
    const auto take = [&](const std::optional<double>& value) {
      if (value) least = std::min(least, *value), most = std::max(most, *value);
    };
    for (const auto& each : trend.points) take(each.own), take(each.middle), take(each.low), take(each.high);
    axis_ = axis_for(least, most, trend.finest);
  }

  void draw() {
    scales();
    band();
    line("<path class=\"tb-middle\" d=\"", &BesidePoint::middle);
    line("<path class=\"tb-own\" d=\"", &BesidePoint::own);
    for (const auto& each : trend_.points)
      if (each.own)
        html_.literal("<circle class=\"tb-dot\" r=\"4\" cx=\"")
            .number(x(each))
            .literal("\" cy=\"")
            .number(y(*each.own))
            .literal("\"/>");
    labels();
  }

 private:
  double x(const BesidePoint& each) const {
    const double first = trend_.points.front().place, last = trend_.points.back().place;
    return left + 10 + (each.place - first) / std::max(last - first, 1.0) * (sheet_.wide - left - 20 - sheet_.right);
  }
  double y(double value) const {
    return sheet_.high - under - (value - axis_.least) / (axis_.most - axis_.least) * (sheet_.high - top - under);
  }

  void scales() {
    for (const double tick : axis_.ticks()) {
      html_.literal("<line class=\"grid\" x1=\"")
          .number(left)
          .literal("\" x2=\"")
          .number(sheet_.wide - sheet_.right)
          .literal("\" y1=\"")
          .number(y(tick))
          .literal("\" y2=\"")
          .number(y(tick))
          .literal("\"/>");
      words("<text class=\"ax\" text-anchor=\"end\" x=\"", left - 6, y(tick) + 4, trend_.axis_number(tick));
    }
    double taken_to = -1e300;
    const double last_needs = x(trend_.points.back()) - half(trend_.points.back().name) - 8;
    for (const auto& each : trend_.points) {
      const bool is_last = &each == &trend_.points.back();
      if (x(each) - half(each.name) < taken_to || (!is_last && x(each) + half(each.name) > last_needs)) continue;
      words("<text class=\"ax ax-x\" x=\"", x(each), sheet_.high - 10, each.name);
      taken_to = x(each) + half(each.name) + 8;
    }
  }
  static double half(std::string_view name) { return 3.8 * static_cast<double>(name.size()); }

  // Where a quarter is not known the band is broken.
  void band() {
    for (auto from = trend_.points.begin(); from != trend_.points.end();) {
      const auto has = [](const BesidePoint& each) { return each.low && each.high; };
      from = std::find_if(from, trend_.points.end(), has);
      const auto to = std::find_if_not(from, trend_.points.end(), has);
      if (to - from > 1) {
        html_.literal("<path class=\"tb-band\" d=\"");
        for (auto each = from; each != to; ++each) point(each == from, *each, *each->high);
        for (auto each = to; each != from;) --each, point(false, *each, *each->low);
        html_.literal("Z\"/>");
      }
      from = to;
    }
  }
  void point(bool begins, const BesidePoint& each, double value) {
    html_.literal(begins ? kit::Literal("M") : kit::Literal("L")).number(x(each)).literal(" ").number(y(value));
  }

  void line(kit::Literal begin, std::optional<double> BesidePoint::* of) {
    html_.literal(begin);
    bool is_down = false;
    for (const auto& each : trend_.points) {
      if (each.*of) point(!is_down, each, *(each.*of));
      is_down = (each.*of).has_value();
    }
    html_.literal("\"/>");
  }

  // At the line's end, kept apart: the name over its figure.
  void labels() {
    const auto& last = trend_.points.back();
    double own = last.own ? y(*last.own) : 0, middle = last.middle ? y(*last.middle) : 0;
    const double apart = 2 * line_high + 4, lowest = sheet_.high - under - line_high;
    if (last.own && last.middle && std::fabs(own - middle) < apart) {
      const double between = std::clamp((own + middle) / 2, top + apart / 2, lowest - apart / 2);
      const bool own_is_over = own <= middle;
      own = between + (own_is_over ? -apart / 2 : apart / 2), middle = between + (own_is_over ? apart / 2 : -apart / 2);
    }
    const double at = sheet_.wide - sheet_.right + 6;
    if (last.middle)
      words("<text class=\"lb\" x=\"", at, middle, trend_.middle_name),
          words("<text class=\"lb\" x=\"", at, middle + line_high, trend_.written(*last.middle));
    if (last.own)
      words("<text class=\"lb lb-last tb-name\" x=\"", at, own, trend_.own_name),
          words("<text class=\"lb lb-last tb-name\" x=\"", at, own + line_high, trend_.written(*last.own));
  }

  void words(kit::Literal begin, double at_x, double at_y, std::string_view text) {
    html_.literal(begin).number(at_x).literal("\" y=\"").number(at_y).literal("\">").text(text).literal("</text>");
  }

  kit::Html& html_;
  const TrendBeside& trend_;
  const TrendSheet& sheet_;
  Axis axis_;
};

void its_table(kit::Html& html, const TrendBeside& trend) {
  const auto said = [&](const std::optional<double>& value) { return value ? trend.written(*value) : std::string(); };
  const bool has_where = std::ranges::any_of(trend.points, [](const BesidePoint& each) { return !each.where.empty(); });
  std::vector<Column> columns = {{"Period"},
                                 {trend.own_name, Column::Holds::number},
                                 {trend.middle_name, Column::Holds::number},
                                 {"Half of the group", Column::Holds::number}};
  if (has_where) columns.push_back({"Where it lay"});
  unfolding(html, "The same as a table, period by period", [&] {
    Table table(html, trend.finding, columns);
    for (auto each = trend.points.rbegin(); each != trend.points.rend(); ++each) {
      table.row()
          .head(each->name)
          .cell(said(each->own))
          .cell(said(each->middle))
          .cell(each->low && each->high ? said(each->low) + " to " + said(each->high) : std::string());
      if (has_where) table.cell(each->where);
    }
  });
}

}  // namespace

void trend_beside(kit::Html& html, const TrendBeside& trend) {
  if (trend.points.size() < 2) return;
  html.open("figure", {{"class", "chart"}});
  trend.under == TrendBeside::Under::page ? heading(html, trend.finding) : small_heading(html, trend.finding);
  for (const auto& sheet : sheets) {
    const std::string title = trend.id + "-t" + std::string(sheet.letter), description = trend.id + "-d" + std::string(sheet.letter);
    html.open("svg", {{"class", sheet.css},
                      {"viewBox", sheet.box},
                      {"role", "img"},
                      {"aria-labelledby", title},
                      {"aria-describedby", description}});
    html.el("title", {{"id", title}}, trend.finding).el("desc", {{"id", description}}, trend.summary);
    TrendDrawing(html, trend, sheet).draw();
    html.close("svg");
  }
  html.el("figcaption", trend.summary);
  html.close("figure");
  its_table(html, trend);
}

}  // namespace parts
