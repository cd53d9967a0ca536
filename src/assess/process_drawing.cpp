#include "assess/process_drawing.h"

#include <algorithm>

#include "assess/judged_window.h"
#include "assess/period_words.h"
#include "assess/process_words.h"
#include "assess/series_line.h"
#include "parts/attention.h"

namespace assess {
namespace {

using indicator::Definition;

// Where no figure can lie a limit is not drawn either: a count is never below zero.
struct Possible {
  std::optional<double> least, most;
};
Possible possible(const IndicatorProcess& process, const Definition& d) {
  Possible bounds;
  if (d.least) bounds.least = d.least->number();
  if (d.most) bounds.most = d.most->number();
  const bool none_below = std::ranges::all_of(process.chart.points, [](const Charted& point) { return point.figure >= 0; });
  if (!bounds.least && none_below &&
      (d.aggregation == indicator::Aggregation::sum || indicator::has_parts(d.aggregation)))
    bounds.least = 0;
  return bounds;
}

parts::UsualVariation usual(const IndicatorProcess& process, std::size_t i, const Definition& d) {
  const auto& stretches = process.chart.stretches;
  const auto& stretch = stretches[i];
  const bool last = i + 1 == stretches.size();
  parts::UsualVariation drawn;
  drawn.from = process.periods[stretch.first].start;
  drawn.to = last ? process.periods.back().end() : process.periods[stretches[i + 1].first].start;
  drawn.mean = stretch.mean;
  drawn.mean_written = indicator::written(stretch.mean, d);
  if (!stretch.limits) return drawn;
  const auto bounds = possible(process, d);
  drawn.low = bounds.least ? std::max(*bounds.least, stretch.limits->lower) : stretch.limits->lower;
  drawn.high = bounds.most ? std::min(*bounds.most, stretch.limits->upper) : stretch.limits->upper;
  if (*drawn.low == stretch.limits->lower) drawn.low_written = indicator::written(*drawn.low, d);
  if (*drawn.high == stretch.limits->upper) drawn.high_written = indicator::written(*drawn.high, d);
  return drawn;
}

std::string start_label(const FreshStart& start) {
  if (start.because == FreshStart::Because::own_figures) return std::string(own_from_here);
  const std::string reason = start.reason.empty() ? "" : ": " + parts::shortened(start.reason, 44);
  return (start.because == FreshStart::Because::person ? "Afresh" : "Another indicator before") + reason;
}

// A break of the definition stands on the chart already.
void add_starts(parts::Chart& chart, const IndicatorProcess& process) {
  for (const auto& start : process.starts) {
    const bool there = std::ranges::find(chart.breaks, start.from.start, &parts::ChartBreak::at) != chart.breaks.end();
    if (!there) chart.breaks.push_back({start.from.start, start_label(start), parts::ChartBreak::Line::goes_on});
  }
  std::ranges::sort(chart.breaks, {}, &parts::ChartBreak::at);
}

void add_signals(parts::Chart& chart, const IndicatorProcess& process) {
  for (std::size_t i = 0; i < process.periods.size(); ++i) {
    const auto point = std::ranges::find(chart.points, process.periods[i].start, &parts::ChartPoint::start);
    if (point == chart.points.end()) continue;
    point->signal = mark_of(process.chart.points[i]);
    point->signal_written = signal_words(process.chart.points[i]);
  }
}

void add_usual(parts::Chart& chart, const IndicatorProcess& process, const Definition& d) {
  for (std::size_t i = 0; i < process.chart.stretches.size(); ++i) chart.usual.push_back(usual(process, i, d));
}

void add_words(parts::Chart& chart, const IndicatorProcess& process, const Definition& d) {
  chart.summary += ' ' + limits_sentence(process, d);
  chart.cautions = process.cautions;
  chart.help = "/help/process";
  if (process.is_seasonal) chart.year_before = parts::Chart::YearBefore::shown;
}

}  // namespace

parts::Signal mark_of(const Charted& point) {
  using Means = parts::Signal::Means;
  switch (point.variation) {
    case Variation::improvement: return {Means::better, letter(point)};
    case Variation::concern: return {Means::worse, letter(point)};
    case Variation::neutral_high:
    case Variation::neutral_low: return {Means::neither, letter(point)};
    case Variation::common_cause: break;
  }
  return {};
}

void draw_process(parts::Chart& chart, const IndicatorProcess& process, const Kept& kept) {
  if (process.why_not) {
    if (!process.periods.empty()) chart.cautions.push_back("Without limits of usual variation. " + *process.why_not);
    return;
  }
  const Definition& d = kept.in(process.periods.back());
  if (const auto found = signal_finding(process, d)) chart.finding = *found;
  else chart.finding += ": " + steady_words(process, d);
  add_usual(chart, process, d);
  add_signals(chart, process);
  add_starts(chart, process);
  add_words(chart, process, d);
}

parts::Chart process_by_itself(const IndicatorProcess& process, const Kept& kept) {
  const Definition& d = kept.in(process.periods.back());
  auto chart = frame_of(kept);
  const std::string length(length_words(calendar::months_in(d.frequency)));
  chart.id = "process";
  chart.finding = signal_finding(process, d).value_or("Each " + length + " by itself: " + steady_words(process, d));
  for (std::size_t i = 0; i < process.periods.size(); ++i) {
    const auto& period = process.periods[i];
    auto& point = chart.points.emplace_back();
    point.when = period.words();
    point.start = period.start;
    point.end = period.end();
    point.value = process.chart.points[i].figure;
    point.written = indicator::written(*point.value, d);
  }
  for (const auto& start : process.starts)
    if (start.because == FreshStart::Because::definition)
      chart.breaks.push_back(
          {start.from.start, start.reason.empty() ? "Definition changed" : parts::shortened(start.reason, 44)});
  chart.summary = "The figures of each " + length + " alone, not added up.";
  add_usual(chart, process, d);
  add_signals(chart, process);
  add_starts(chart, process);
  add_words(chart, process, d);
  return chart;
}

void draw_process(parts::Line& line, const IndicatorProcess& process) {
  if (!process.is_drawn()) return;
  line.signal = mark_of(process.chart.points.back());
  const auto& newest = process.newest();
  if (!newest.limits) return;
  line.usual_low = newest.limits->lower;
  line.usual_high = newest.limits->upper;
}

}  // namespace assess
