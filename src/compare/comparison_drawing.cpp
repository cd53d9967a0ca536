#include "compare/comparison_drawing.h"

#include <algorithm>
#include <cmath>

namespace compare {

parts::Strip strip_of(const Comparison& found, const std::string& group, const Writing& writing) {
  parts::Strip strip;
  const auto add = [&](const Compared& each, parts::StripDot::Of of) { strip.dots.push_back({*each.figure->value, each.authority->name, writing.number(*each.figure->value), of}); };
  for (const auto& each : found.others) add(each, parts::StripDot::Of::group);
  add(found.own, parts::StripDot::Of::own);
  strip.finding = "Half of the " + group + " lie between " + writing.number(found.spread.q1) + " and " + writing.number(found.spread.q3);
  strip.summary = "Each dot is a council of the group; the diamond is " + found.own.authority->name + ". All lie from " + writing.number(found.spread.least) + " to " + writing.number(found.spread.most) + ". A name appears when you point at a dot, and every figure stands in the table.";
  strip.middle = found.stands.others_median.value_or(found.spread.median);
  strip.middle_written = writing.number(strip.middle);
  strip.axis_number = [writing](double value) { return Writing{writing.unit, value == std::floor(value) ? 0 : std::max(writing.decimals, 1)}.number(value); };
  strip.finest = writing.decimals == 0 ? 1 : 0;
  return strip;
}

}  // namespace compare
