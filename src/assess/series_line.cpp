#include "assess/series_line.h"

#include <algorithm>
#include <cmath>

#include "assess/finding.h"
#include "assess/judged_window.h"
#include "assess/marks.h"
#include "assess/process_drawing.h"
#include "assess/sentences.h"
#include "kit/number.h"
#include "parts/attention.h"

namespace assess {
namespace {

using indicator::Definition;

constexpr std::size_t line_points = 24;

std::string written_or_state(const Point& point, const Definition& definition) {
  if (point.value) return indicator::written(*point.value, definition);
  std::string words(collect::words(point.figure->state == collect::State::given ? collect::State::not_applicable : point.figure->state));
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

parts::ChartPoint chart_point(const Point& point, const Kept& kept, Ratings ratings) {
  const auto& definition = kept.in(point.period);
  parts::ChartPoint drawn;
  drawn.when = point.period.words();
  drawn.start = point.period.start;
  drawn.end = point.period.end();
  drawn.value = point.value;
  drawn.written = written_or_state(point, definition);
  if (point.provisional) drawn.sureness = parts::Sureness::provisional;
  else if (point.figure->edition > 1 || point.figure->standing == collect::Standing::revised) drawn.sureness = parts::Sureness::revised;
  if (ratings == Ratings::shown) drawn.status = mark_of(point.rating);
  drawn.target = point.expected.low && point.expected.high ? std::nullopt : point.expected.value;
  drawn.low = point.expected.low;
  drawn.high = point.expected.high;
  drawn.target_written = target_words(point.expected, definition);
  return drawn;
}

std::string range_words(const std::vector<Point>& points, const Kept& kept) {
  const Point *first = nullptr, *last = nullptr, *low = nullptr, *high = nullptr;
  int count = 0;
  for (const auto& point : points) {
    if (!point.value) continue;
    ++count;
    if (!first) first = low = high = &point;
    last = &point;
    if (*point.value < *low->value) low = &point;
    if (*point.value > *high->value) high = &point;
  }
  if (count == 0) return "There is nothing to draw yet.";
  const auto say = [&](const Point& p) { return indicator::written(*p.value, kept.in(p.period)) + " in " + p.period.words(); };
  if (count == 1) return "One figure: " + say(*first) + ".";
  return kit::in_words(count) + " figures, from " + say(*first) + " to " + say(*last) + "; the lowest was " + say(*low) +
         ", the highest " + say(*high) + ".";
}

bool begins_in_april(const std::vector<Point>& points) {
  return points.empty() || points.back().period.months < 12 || points.back().period.start % 12 == 3;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string break_label(const Point* before, const Point& point, const Definition& definition) {
  const auto is_own = [](const Point& each) { return each.figure->added_up == collect::AddedUp::no; };
  if (before && !is_own(*before) && is_own(point)) return std::string(own_from_here);
  return definition.reason.empty() ? "Definition changed" : parts::shortened(definition.reason, 44);
}

}  // namespace

parts::Line series_line(const Picture& picture, const Judgement& judgement, std::string& words) {
  auto all = points(picture, *judgement.kept);
  while (!all.empty() && all.back().period > judgement.period) all.pop_back();
  if (all.size() > line_points) all.erase(all.begin(), all.end() - line_points);
  parts::Line line;
  if (ratings(picture) == Ratings::shown) line.last = mark_of(judgement.rating);
  bool targets = false;
  int end = all.empty() ? 0 : all.front().period.start;
  for (const auto& point : all) {
    for (; end + point.period.months <= point.period.start && line.values.size() < line_points; end += point.period.months) {
      line.values.push_back(std::nullopt);
      line.targets.push_back(std::nullopt);
    }
    end = point.period.end();
    line.values.push_back(point.value);
    line.targets.push_back(point.expected.low && point.expected.high ? std::nullopt : point.expected.value);
    targets |= line.targets.back().has_value();
  }
  if (!targets) line.targets.clear();
  if (judgement.definition->judged == indicator::Judged::in_period) draw_process(line, process_of(*judgement.kept, judgement.period));
  words = capital(range_words(all, *judgement.kept));
  if (line.signal.letter) words += line.signal.letter == 'H' ? " The newest is unusually high." : " The newest is unusually low.";
  line.words = words;
  return line;
}

std::string axis_number(double value, std::string_view unit, int decimals) {
  const bool money = unit == "£", percent = unit == "%";
  const double size = std::abs(value);
  const bool millions = size >= 1e6;
  std::string digits = kit::with_commas(millions ? size / 1e6 : size, millions ? 2 : decimals > 0 || size < 10 ? 2 : 0);
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return (value < 0 ? "−" : "") + std::string(money ? "£" : "") + digits + (millions ? "m" : "") + (percent ? "%" : "");
}

parts::Chart frame_of(const Kept& kept) {
  const auto& definition = kept.now();
  parts::Chart chart;
  if (definition.unit != "%" && definition.unit != "£") chart.unit = definition.unit;
  chart.axis_number = [&definition](double value) { return axis_number(value, definition.unit, definition.decimals); };
  chart.finest = std::pow(10.0, -definition.decimals);
  return chart;
}

parts::Chart series_chart(const Picture& picture, const Kept& kept, const std::vector<Point>& all) {
  auto chart = frame_of(kept);
  chart.finding = finding(all, kept);
  chart.summary = capital(range_words(all, kept));
  chart.points.reserve(all.size());
  const Point* before = nullptr;
  for (const auto& point : all) {
    chart.points.push_back(chart_point(point, kept, ratings(picture)));
    if (point.breaks) chart.breaks.push_back({point.period.start, break_label(before, point, kept.in(point.period))});
    before = &point;
  }
  chart.years = begins_in_april(all) ? parts::Chart::Years::from_april : parts::Chart::Years::from_january;
  return chart;
}

}  // namespace assess
