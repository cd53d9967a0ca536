// An indicator's figures as the small line of a list and as the chart of its page.
#pragma once
#include <string>
#include <string_view>

#include "assess/judgement.h"
#include "parts/chart.h"
#include "parts/line.h"

namespace assess {

// The last two to three years up to the judged period. `words` keeps what the line says.
parts::Line series_line(const Picture& picture, const Judgement& judgement, std::string& words);

// A number along the axis: the sign where it is short, millions as "£1.2m".
std::string axis_number(double value, std::string_view unit, int decimals);

// A chart of an indicator before anything is drawn on it: its unit, its axis, its years.
parts::Chart frame_of(const Kept& kept);
parts::Chart series_chart(const Picture& picture, const Kept& kept, const std::vector<Point>& points);

}  // namespace assess
