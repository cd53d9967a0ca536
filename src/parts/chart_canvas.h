// One sheet that a chart is drawn on: where a month and a value lie, how a line and a word are written, and the labels at the
// line's end, which are kept apart so that none covers another.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/chart.h"
#include "parts/scale.h"

namespace parts {

// The same drawing for a wide screen and for a phone, where letters must not shrink with the picture.
struct Sheet {
  std::string_view letter;  // ends its ids
  std::string_view css, box;
  double wide, high, right;  // `right`: room for the labels at the line's end
  bool narrow;
};

class Canvas {
 public:
  Canvas(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet);

  double x(double month) const;
  double x(const ChartPoint& point) const { return x((point.start + point.end) / 2.0); }
  double y(double value) const;
  double top() const { return 30; }
  double bottom() const { return sheet.high - 36; }
  double left() const { return left_; }
  double right() const { return sheet.wide - right_; }
  int from() const { return from_; }  // months since year 0
  int to() const { return to_; }

  void rule(kit::Literal begin, double x1, double y1, double x2, double y2);
  void words(kit::Literal begin, double at_x, double at_y, std::string_view text);
  void area(kit::Literal begin, double x1, double y1, double x2, double y2);

  void label(double at_y, kit::Literal css, std::string_view word, std::string_view number = {});
  void draw_labels();

  std::string_view plain(std::string_view written) const;  // without the unit, where that stands over the axis
  std::vector<ChartPoint>::const_iterator last_known() const;

  kit::Html& html;
  const Chart& chart;
  const Axis& axis;
  const Sheet& sheet;

 private:
  struct Label {
    double y;
    kit::Literal css;
    std::string_view word, number;
  };
  double lines(const Label& label) const { return sheet.narrow && !label.number.empty() ? 2 : 1; }
  void push_apart();
  void make_room(std::string_view word, std::string_view number, double letter);

  double left_ = 0, right_ = 0;
  int from_ = 0, to_ = 1;
  std::vector<Label> labels_;
};

}  // namespace parts
