// The chart of one indicator in a report: what its page shows, as plain pieces.
#include "assess/process_drawing.h"
#include "assess/process_words.h"
#include "assess/series_line.h"
#include "report/cells.h"

namespace report {
namespace {

using assess::Judgement;
using assess::Picture;

std::string means_of(parts::Signal signal) {
  switch (signal.means) {
    case parts::Signal::Means::better: return "better";
    case parts::Signal::Means::worse: return "worse";
    case parts::Signal::Means::neither: return "neither";
    case parts::Signal::Means::nothing: break;
  }
  return "";
}

std::string in_the_midst(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z') sentence[0] = static_cast<char>(sentence[0] + 32);
  return sentence;
}

PlotPoint plot_point(const parts::ChartPoint& point) {
  PlotPoint made{point.when,
                 point.start,
                 point.end,
                 point.value,
                 point.written,
                 "",
                 std::string(parts::code(point.status)),
                 point.target,
                 point.low,
                 point.high,
                 point.target_written};
  if (point.sureness == parts::Sureness::provisional) made.mark = "p";
  if (point.sureness == parts::Sureness::revised) made.mark = "r";
  if (point.signal.letter) made.letter = std::string(1, point.signal.letter), made.means = means_of(point.signal);
  made.signal = point.signal_written;
  return made;
}

PlotBreak plot_break(const parts::ChartBreak& one) { return {one.at, one.label, one.line == parts::ChartBreak::Line::goes_on}; }

PlotUsual plot_usual(const parts::UsualVariation& usual) {
  return {usual.from, usual.to,           usual.mean,        usual.low,
          usual.high, usual.mean_written, usual.low_written, usual.high_written};
}

// Where a figure is judged on its year to date or on twelve months, the process is that of each period by itself: another chart.
bool is_of_the_same_figures(const assess::IndicatorProcess& process, const assess::Kept& kept) {
  return process.is_drawn() && kept.in(process.periods.back()).judged == indicator::Judged::in_period;
}

}  // namespace

Chart chart_of(const Picture& picture, const Judgement& j) {
  auto points = assess::points(picture, *j.kept);
  while (!points.empty() && points.back().period > j.period) points.pop_back();
  auto drawn = assess::series_chart(picture, *j.kept, points);
  if (const auto process = assess::process_of(*j.kept, j.period); is_of_the_same_figures(process, *j.kept))
    assess::draw_process(drawn, process, *j.kept);
  Chart chart{j.definition->code, drawn.finding,          drawn.summary,
              j.definition->unit, j.definition->decimals, drawn.years == parts::Chart::Years::from_january};
  for (const auto& point : drawn.points) chart.points.push_back(plot_point(point));
  for (const auto& one : drawn.breaks) chart.breaks.push_back(plot_break(one));
  for (const auto& one : drawn.usual) chart.usual.push_back(plot_usual(one));
  chart.cautions = drawn.cautions;
  std::erase_if(chart.cautions, [](const std::string& each) {
    return each.starts_with("On one side of the average since");
  });  // the finding says so, and what to do about it is for officers
  chart.year_before = drawn.year_before == parts::Chart::YearBefore::shown;
  return chart;
}

std::string signal_sentence(const Judgement& j) {
  const auto process = assess::process_of(*j.kept, j.period);
  if (!process.is_drawn() || is_of_the_same_figures(process, *j.kept)) return {};
  const auto& definition = j.kept->in(process.periods.back());
  const auto found = assess::signal_finding(process, definition);
  return found ? "Each period by itself: " + in_the_midst(*found) + "." : std::string();
}

}  // namespace report
