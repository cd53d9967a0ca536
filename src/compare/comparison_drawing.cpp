#include "compare/comparison_drawing.h"

#include <algorithm>
#include <cmath>

namespace compare {

namespace {

std::function<std::string(double)> axis_of(const Writing& writing) {
  return [writing](double value) {
    return Writing{writing.unit, value == std::floor(value) ? 0 : std::max(writing.decimals, 1)}.number(value);
  };
}

}  // namespace

parts::Strip strip_of(const Comparison& found, const std::string& group, const Writing& writing) {
  parts::Strip strip;
  const auto add = [&](const Compared& each, parts::StripDot::Of of) {
    strip.dots.push_back({*each.figure->value, each.authority->name, writing.number(*each.figure->value), of});
  };
  for (const auto& each : found.others) add(each, parts::StripDot::Of::group);
  add(found.own, parts::StripDot::Of::own);
  strip.finding = "Half of the " + group + " lie between " + writing.number(found.spread.q1) + " and " + writing.number(found.spread.q3);
  strip.summary = "Each dot is a council of the group; the diamond is " + found.own.authority->name +
                  ". All lie from " + writing.number(found.spread.least) + " to " + writing.number(found.spread.most) +
                  ". A name appears when you point at a dot, and every figure stands in the table.";
  strip.middle = found.stands.others_median.value_or(found.spread.median);
  strip.middle_written = writing.number(strip.middle);
  strip.axis_number = axis_of(writing);
  strip.finest = writing.decimals == 0 ? 1 : 0;
  return strip;
}

parts::TrendBeside trend_of(const Comparison& found, const std::string& group, indicator::Polarity polarity, const Writing& writing) {
  parts::TrendBeside trend;
  for (const auto& each : found.past)
    trend.points.push_back({each.period.words(), each.period.start + each.period.months / 2.0, each.own,
                            each.others_median, each.q1, each.q3,
                            each.quartile
                                ? quarter_words(*each.quartile, polarity) + " of " + std::to_string(each.councils)
                                : "too few to say"});
  if (found.past.size() > 1) trend.finding = past_words(found.past, writing);
  trend.own_name = "Here", trend.middle_name = "Others’ middle";
  trend.summary = "The line with points is " + found.own.authority->name +
                  ", the dashed line the middle of the others, and half of the " + group + " lie in the band.";
  trend.written = [writing](double value) { return writing.number(value); };
  trend.axis_number = axis_of(writing);
  trend.finest = writing.decimals == 0 ? 1 : 0;
  return trend;
}

namespace {

// In a share by what the cases are out of; in a rate by the cases themselves.
double place_of(const CountedComparison& counted, const Counted& each) {
  return counted.counts.measure == Counts::Measure::share ? each.of : each.cases;
}

std::vector<parts::FunnelLimit> limits_of(const CountedComparison& counted, double widest) {
  std::vector<parts::FunnelLimit> limits;
  const auto times = static_cast<double>(counted.counts.multiplier);
  const bool is_share = counted.counts.measure == Counts::Measure::share;
  for (const double place : assess::places_of_curve(std::max(widest, 2.0))) {
    const auto found = is_share ? assess::proportion_funnel(counted.average / times, place) : assess::expected_of(place);
    const auto low = [&](const assess::Interval& each) {
      return is_share ? std::max(0.0, each.low) * times : place / each.high * counted.average;
    };
    const auto high = [&](const assess::Interval& each) {
      return is_share ? std::min(1.0, each.high) * times : place / each.low * counted.average;
    };
    limits.push_back({place, low(found.two), high(found.two), low(found.three), high(found.three)});
  }
  return limits;
}

}  // namespace

parts::Funnel funnel_of(const CountedComparison& counted, const std::string& group, const Writing& writing) {
  parts::Funnel funnel;
  const auto times = static_cast<double>(counted.counts.multiplier);
  const bool is_share = counted.counts.measure == Counts::Measure::share;
  double widest = 0;
  for (const auto& each : counted.councils) {
    const double value = each.counted.cases / each.counted.of * times;
    widest = std::max(widest, place_of(counted, each.counted));
    funnel.points.push_back({place_of(counted, each.counted), value, each.authority->name, writing.number(value),
                             &each == &counted.ours()});
  }
  funnel.limits = limits_of(counted, widest);
  funnel.average = counted.average;
  funnel.average_written = "All together " + writing.number(counted.average);
  funnel.counted_what = is_share ? counted.counts.out_of : counted.counts.cases;
  const auto& ours = counted.ours();
  funnel.finding = ours.authority->name + (ours.significance == assess::Significance::none
                                               ? " lies within chance of all together"
                                               : " lies " + std::string(words(ours.significance)));
  funnel.summary = "Each dot is a council of the group (" + group + "), by how many are counted; the diamond is " +
                   ours.authority->name +
                   ". Within the dashed lines 19 of 20 would lie by chance alone, within the outer lines 998 of 1,000.";
  funnel.axis_number = axis_of(writing);
  return funnel;
}

}  // namespace compare
