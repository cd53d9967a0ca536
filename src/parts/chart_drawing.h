// What is inside a chart's frame: axis, years, target, breaks, line, points and the labels at the line's end.
#pragma once
#include <string_view>

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

void draw_marks(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet);

}  // namespace parts
