#include "report/drawn.h"

#include <algorithm>

#include "assess/direction.h"
#include "assess/marks.h"
#include "assess/series_line.h"
#include "kit/http.h"

namespace report {
namespace {

parts::Signal signal_of(const PlotPoint& point) {
  using enum parts::Signal::Means;
  if (point.letter.empty()) return {};
  return {point.means == "better" ? better : point.means == "worse" ? worse : neither, point.letter.front()};
}

parts::ChartPoint chart_point(const PlotPoint& point) {
  parts::ChartPoint made;
  made.when = point.when;
  made.start = point.start;
  made.end = point.end;
  made.value = point.value;
  made.written = point.written;
  made.sureness = point.mark == "p"   ? parts::Sureness::provisional
                  : point.mark == "r" ? parts::Sureness::revised
                                      : parts::Sureness::settled;
  made.status = status_of(point.status);
  made.target = point.target;
  made.low = point.low;
  made.high = point.high;
  made.target_written = point.target_written;
  made.signal = signal_of(point);
  made.signal_written = point.signal;
  return made;
}

parts::UsualVariation usual_of(const PlotUsual& usual) {
  return {usual.from, usual.to,           usual.mean,        usual.low,
          usual.high, usual.mean_written, usual.low_written, usual.high_written};
}

parts::ChartBreak break_of(const PlotBreak& one) {
  return {one.at, one.label, one.goes_on ? parts::ChartBreak::Line::goes_on : parts::ChartBreak::Line::is_cut};
}

}  // namespace

parts::Status status_of(std::string_view code) {
  const auto found = std::ranges::find_if(parts::all_statuses, [&](const auto status) { return parts::code(status) == code; });
  return found == parts::all_statuses.end() ? parts::Status::not_rated : *found;
}

parts::Direction direction_of(std::string_view code) {
  using enum assess::Direction;
  for (const auto direction : {improving, worsening, no_change, rising, falling})
    if (assess::code(direction) == code) return assess::mark_of(direction);
  return parts::Direction::not_known;
}

parts::Line drawn(const Cell& cell) {
  parts::Line line;
  line.values = cell.line;
  line.targets = cell.targets;
  line.last = status_of(cell.code);
  line.words = cell.text;
  return line;
}

parts::Chart drawn(const Chart& from, const std::string& csv) {
  parts::Chart chart;
  chart.id = "chart-" + from.name;
  chart.finding = from.finding;
  chart.summary = from.summary;
  chart.under = parts::Chart::Under::card;
  chart.years = from.from_january ? parts::Chart::Years::from_january : parts::Chart::Years::from_april;
  chart.csv = csv;
  if (from.unit != "%" && from.unit != "£") chart.unit = from.unit;
  chart.axis_number = [&from](double value) { return assess::axis_number(value, from.unit, from.decimals); };
  chart.finest = 1;
  for (int i = 0; i < from.decimals; ++i) chart.finest /= 10;
  for (const auto& point : from.points) chart.points.push_back(chart_point(point));
  for (const auto& one : from.breaks) chart.breaks.push_back(break_of(one));
  for (const auto& one : from.usual) chart.usual.push_back(usual_of(one));
  chart.cautions = from.cautions;
  if (from.year_before) chart.year_before = parts::Chart::YearBefore::shown;
  return chart;
}

std::string seen_then(const std::string& address, const Document& document) {
  return address.empty() ? "" : address + "?as-at=" + kit::url_encoded(document.as_at.iso());
}

}  // namespace report
