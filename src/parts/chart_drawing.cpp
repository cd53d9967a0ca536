#include "parts/chart_drawing.h"

#include <algorithm>
#include <cmath>

#include "parts/attention.h"

namespace parts {
namespace {

constexpr double top = 30, below = 36;

struct EndLabel {
  double y;
  std::string_view css, word, number;
};

// Where things are on one sheet.
class Drawing {
 public:
  Drawing(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet)
      : html_(html), chart_(chart), axis_(axis), sheet_(sheet), right_(sheet.right) {
    std::size_t longest = 1;
    for (double tick : axis.ticks()) longest = std::max(longest, chart.axis_number(tick).size());
    left_ = 14 + 7.0 * static_cast<double>(longest);
    const auto last = last_known();
    if (last != chart.points.end()) right_ = std::max(right_, 12 + 8.8 * static_cast<double>(plain(last->written).size()));
    from_ = chart.points.front().start;
    to_ = std::max(chart.points.back().end, from_ + 1);
  }

  void draw() {
    draw_usual_band();
    draw_axis();
    draw_years();
    draw_range();
    draw_target();
    draw_breaks();
    if (chart_.year_before == Chart::YearBefore::shown) draw_year_before();
    draw_run();
    draw_points();
    draw_end_labels();
  }

 private:
  // Without the unit, where that stands over the axis.
  std::string_view plain(std::string_view written) const {
    if (chart_.unit.empty() || !written.ends_with(chart_.unit)) return written;
    written.remove_suffix(chart_.unit.size());
    while (written.ends_with(' ')) written.remove_suffix(1);
    return written;
  }
  double right_edge() const { return sheet_.wide - right_; }
  double bottom() const { return sheet_.high - below; }
  double x(double month) const { return left_ + 8 + (month - from_) / (to_ - from_) * (right_edge() - left_ - 14); }
  double x(const ChartPoint& point) const { return x((point.start + point.end) / 2.0); }
  double y(double value) const { return bottom() - (value - axis_.least) / (axis_.most - axis_.least) * (bottom() - top); }

  void rule(kit::Literal begin, double x1, double y1, double x2, double y2) {
    html_.literal(begin).number(x1).literal("\" y1=\"").number(y1).literal("\" x2=\"").number(x2);
    html_.literal("\" y2=\"").number(y2).literal("\"/>");
  }
  void words(kit::Literal begin, double at_x, double at_y, std::string_view text) {
    html_.literal(begin).number(at_x).literal("\" y=\"").number(at_y).literal("\">").text(text).literal("</text>");
  }

  void draw_usual_band() {
    if (!chart_.usual) return;
    html_.literal("<rect class=\"usual\" x=\"").number(left_).literal("\" width=\"").number(right_edge() - left_);
    html_.literal("\" y=\"").number(y(chart_.usual->high)).literal("\" height=\"");
    html_.number(y(chart_.usual->low) - y(chart_.usual->high)).literal("\"/>");
    rule("<line class=\"mean\" x1=\"", left_, y(chart_.usual->mean), right_edge(), y(chart_.usual->mean));
    labels_.push_back({y(chart_.usual->mean), "lb", chart_.usual->mean_label, ""});
    labels_.push_back({y(chart_.usual->high), "lb lb-soft", chart_.usual->high_label, ""});
    labels_.push_back({y(chart_.usual->low), "lb lb-soft", chart_.usual->low_label, ""});
  }

  void draw_axis() {
    for (double tick : axis_.ticks()) {
      rule("<line class=\"grid\" x1=\"", left_, y(tick), right_edge(), y(tick));
      words("<text class=\"ax ax-y\" x=\"", left_ - 8, y(tick) + 4.5, chart_.axis_number(tick));
    }
    if (!chart_.unit.empty()) words("<text class=\"ax\" x=\"", 0, 12, chart_.unit);
  }

  // A small line where a year begins; its name in the middle of what is shown of it, as often as there is room.
  void draw_years() {
    const int offset = chart_.years == Chart::Years::from_april ? 3 : 0;
    const int first = static_cast<int>(std::floor((from_ - offset) / 12.0)), last = (to_ - offset - 1) / 12;
    const double one = x(from_ + 12) - x(from_);
    const double room = chart_.years == Chart::Years::from_april ? 56 : 40;
    const int stride = std::max(1, static_cast<int>(std::ceil(room / one)));
    double named = -1000;  // where the name before stands
    for (int year = first; year <= last; ++year) {
      const int begins = std::max(year * 12 + offset, from_), ends = std::min(year * 12 + 12 + offset, to_);
      rule("<line class=\"tick\" x1=\"", x(begins), bottom(), x(begins), bottom() + 6);
      const double middle = x((begins + ends) / 2.0);
      const bool has_room = stride > 1 || x(ends) - x(begins) > room / 2;
      if ((last - year) % stride != 0 || !has_room || middle - named < room) continue;
      words("<text class=\"ax ax-x\" x=\"", middle, bottom() + 22, year_name(year));
      named = middle;
    }
    rule("<line class=\"tick\" x1=\"", x(to_), bottom(), x(to_), bottom() + 6);
  }
  std::string year_name(int year) const {
    const auto name = std::to_string(year);
    if (chart_.years == Chart::Years::from_january) return name;
    const auto next = std::to_string(year + 1);
    return name + "/" + next.substr(next.size() - 2);
  }

  void draw_range() {
    bool any = false;
    for (const auto& point : chart_.points) {
      if (!point.low || !point.high) continue;
      html_.literal("<rect class=\"range\" x=\"").number(x(point.start)).literal("\" width=\"").number(x(point.end) - x(point.start));
      html_.literal("\" y=\"").number(y(*point.high)).literal("\" height=\"").number(y(*point.low) - y(*point.high)).literal("\"/>");
      any = true;
    }
    const auto& last = chart_.points.back();
    if (any && last.low && last.high) labels_.push_back({y((*last.low + *last.high) / 2), "lb lb-aim", "Target", plain(last.target_written)});
  }

  void draw_target() {
    bool drawing = false, any = false;
    for (const auto& point : chart_.points) {
      if (!point.target) {
        drawing = false;
        continue;
      }
      if (!any) html_.literal("<path class=\"aim\" d=\"");
      any = true;
      const double at = y(*point.target);
      if (drawing) html_.literal("V").number(at);
      else html_.literal("M").number(x(point.start)).literal(" ").number(at);
      html_.literal("H").number(x(point.end));
      drawing = true;
    }
    if (any) html_.literal("\"/>");
    const auto last = std::find_if(chart_.points.rbegin(), chart_.points.rend(), [](const auto& p) { return p.target.has_value(); });
    if (any) labels_.push_back({y(*last->target), "lb lb-aim", "Target", plain(last->target_written)});
  }

  void draw_breaks() {
    for (const auto& cut : chart_.breaks) {
      if (cut.at <= from_ || cut.at >= to_) continue;
      const double at = x(cut.at);
      rule("<line class=\"cut\" x1=\"", at, top - 18, at, bottom());
      const bool on_the_right = at < sheet_.wide / 2;
      const double room = on_the_right ? sheet_.wide - at - 5 : at - 5;
      const auto label = shortened(cut.label, static_cast<std::size_t>(room / 7));
      if (on_the_right) words("<text class=\"ax cut-on\" x=\"", at + 5, top - 12, label);
      else words("<text class=\"ax cut-before\" x=\"", at - 5, top - 12, label);
    }
  }

  bool cut_between(const ChartPoint& a, const ChartPoint& b) const {
    return std::any_of(chart_.breaks.begin(), chart_.breaks.end(), [&](const ChartBreak& cut) { return cut.at > a.start && cut.at <= b.start; });
  }

  void draw_run() {
    html_.literal("<path class=\"run\" d=\"");
    const ChartPoint* before = nullptr;
    for (const auto& point : chart_.points) {
      if (point.value) {
        html_.literal(before && before->end >= point.start && !cut_between(*before, point) ? kit::Literal("L") : kit::Literal("M"));
        html_.number(x(point)).literal(" ").number(y(*point.value));
      }
      before = point.value ? &point : nullptr;
    }
    html_.literal("\"/>");
  }

  void draw_year_before() {
    html_.literal("<path class=\"before\" d=\"");
    bool drawing = false;
    for (const auto& point : chart_.points) {
      const auto then = std::find_if(chart_.points.begin(), chart_.points.end(), [&](const auto& p) { return p.start == point.start - 12; });
      const bool there = then != chart_.points.end() && then->value;
      if (there) html_.literal(drawing ? kit::Literal("L") : kit::Literal("M")).number(x(point)).literal(" ").number(y(*then->value));
      drawing = there;
    }
    html_.literal("\"/>");
  }

  void draw_points() {
    const auto last = last_known();
    const bool crowded = chart_.points.size() > (sheet_.narrow ? 30u : 72u);
    for (auto point = chart_.points.begin(); point != chart_.points.end(); ++point) {
      if (!point->value || (crowded && point != last && point->signal.empty() && point->sureness != Sureness::provisional)) continue;
      draw_point(*point, point == last);
    }
    if (last == chart_.points.end()) return;
    labels_.push_back({y(*last->value), "lb lb-last", plain(last->written), ""});
  }
  std::vector<ChartPoint>::const_iterator last_known() const {
    auto found = chart_.points.end();
    for (auto p = chart_.points.begin(); p != chart_.points.end(); ++p)
      if (p->value) found = p;
    return found;
  }

  void draw_point(const ChartPoint& point, bool last) {
    const bool hollow = point.sureness == Sureness::provisional;
    const double at_x = x(point), at_y = y(*point.value);
    if (last) draw_status_point(point.status, hollow, at_x, at_y);
    else {
      html_.literal("<circle class=\"").text(hollow ? "pt pt-open" : "pt").literal("\" r=\"").number(sheet_.narrow ? 3.2 : 4.2);
      html_.literal("\" cx=\"").number(at_x).literal("\" cy=\"").number(at_y).literal("\"/>");
    }
    if (!point.signal.empty()) words("<text class=\"ax letter\" x=\"", at_x, at_y + 19, point.signal);
    else if (hollow) words("<text class=\"ax letter\" x=\"", at_x, at_y - 11, "P");
  }

  // The newest figure is the one that matters: its shape says how it stands, as in the words above the chart.
  void draw_status_point(Status status, bool hollow, double at_x, double at_y) {
    constexpr std::string_view classes[] = {"dot-better", "dot-on", "dot-close", "dot-off", "dot-none"};
    constexpr kit::Literal shapes[] = {"M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "M0-8 8 0 0 8-8 0z",
                                       "M-6-6h12v12h-12z", "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z"};
    const auto which = static_cast<std::size_t>(status);
    html_.literal("<path class=\"").text(classes[which]).text(hollow ? " dot-open" : "").literal("\" d=\"").literal(shapes[which]);
    html_.literal("\" transform=\"translate(").number(at_x).literal(" ").number(at_y).literal(")\"/>");
  }

  // Pushed apart so that none covers another.
  void draw_end_labels() {
    const auto lines = [&](const EndLabel& l) { return sheet_.narrow && !l.number.empty() ? 2 : 1; };
    std::stable_sort(labels_.begin(), labels_.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels_.size(); ++i)
      labels_[i].y = std::max(labels_[i].y, labels_[i - 1].y + 17.0 * lines(labels_[i - 1]));
    double limit = sheet_.high - 12;
    for (std::size_t i = labels_.size(); i-- > 0;) {
      labels_[i].y = std::min(labels_[i].y, limit - 17.0 * (lines(labels_[i]) - 1));
      limit = labels_[i].y - (i > 0 ? 17.0 * 1 : 0);
    }
    for (const auto& label : labels_) draw_end_label(label);
  }
  void draw_end_label(const EndLabel& label) {
    const double at_x = right_edge() + 8;
    html_.literal("<text class=\"").text(label.css).literal("\" x=\"").number(at_x).literal("\" y=\"").number(label.y + 4.5).literal("\">");
    html_.text(label.word);
    if (!label.number.empty() && !sheet_.narrow) html_.text(" ").text(label.number);
    if (!label.number.empty() && sheet_.narrow) {
      html_.literal("<tspan x=\"").number(at_x).literal("\" dy=\"16\">").text(label.number).literal("</tspan>");
    }
    html_.literal("</text>");
  }

  kit::Html& html_;
  const Chart& chart_;
  const Axis& axis_;
  const Sheet& sheet_;
  double left_ = 0, right_;
  int from_ = 0, to_ = 1;
  std::vector<EndLabel> labels_;
};

}  // namespace

void draw_marks(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet) { Drawing(html, chart, axis, sheet).draw(); }

}  // namespace parts
