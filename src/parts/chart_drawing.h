// What is inside a chart's frame, by subject: axis, years, target and breaks; the usual variation of a process chart; what is
// expected of the periods to come; the line of figures and its points.
#pragma once
#include "parts/chart_canvas.h"

namespace parts {

void draw_marks(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet);

void draw_usual(Canvas& canvas);    // chart_usual.cpp
void draw_ahead(Canvas& canvas);    // chart_ahead.cpp
void draw_figures(Canvas& canvas);  // chart_figures.cpp

}  // namespace parts
