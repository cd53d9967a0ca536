#include "parts/chart.h"

#include <algorithm>
#include <limits>

#include "parts/chart_drawing.h"
#include "parts/table.h"
#include "parts/text.h"

namespace parts {
namespace {

constexpr Sheet wide{"w", "drawing drawing-wide", "0 0 720 330", 720, 330, 104, false};
constexpr Sheet narrow{"n", "drawing drawing-narrow", "0 0 360 300", 360, 300, 62, true};
constexpr Sheet low{"w", "drawing drawing-low", "0 0 720 206", 720, 206, 104, false};

Axis axis_of(const Chart& chart) {
  double least = std::numeric_limits<double>::infinity(), most = -least;
  const auto take = [&](const std::optional<double>& value) {
    if (!value) return;
    least = std::min(least, *value);
    most = std::max(most, *value);
  };
  for (const auto& point : chart.points)
    for (const auto* value : {&point.value, &point.target, &point.low, &point.high}) take(*value);
  for (const auto& point : chart.points)
    if (point.ahead) take(point.ahead->low), take(point.ahead->high);
  for (const auto& stretch : chart.usual) {
    take(stretch.low);
    take(stretch.high);
  }
  return axis_for(least, most, chart.finest);
}

// A PDF takes the words of a drawing from its label alone.
void draw_on_paper(kit::Html& html, const Chart& chart, const Axis& axis) {
  html.open("svg", {{"class", low.css}, {"viewBox", low.box}, {"role", "img"}, {"aria-label", chart.finding + ". " + chart.summary}});
  draw_marks(html, chart, axis, low);
  html.close("svg");
}

void draw(kit::Html& html, const Chart& chart, const Axis& axis, const Sheet& sheet) {
  const std::string title = chart.id + "-t" + std::string(sheet.letter), description = chart.id + "-d" + std::string(sheet.letter);
  html.open("svg", {{"class", sheet.css},
                    {"viewBox", sheet.box},
                    {"role", "img"},
                    {"aria-labelledby", title},
                    {"aria-describedby", description}});
  html.el("title", {{"id", title}}, chart.finding).el("desc", {{"id", description}}, chart.summary);
  draw_marks(html, chart, axis, sheet);
  html.close("svg");
}

void chart_table(kit::Html& html, const Chart& chart) {
  const bool targets = std::any_of(chart.points.begin(), chart.points.end(), [](const auto& p) { return !p.target_written.empty(); });
  std::vector<Column> columns = {{"Period"}, {"Figure", Column::Holds::number}};
  if (targets) columns.push_back({"Target", Column::Holds::number});
  if (chart.is_process()) columns.push_back({"Signal"});
  Table table(html, chart.finding, std::move(columns));
  for (auto point = chart.points.rbegin(); point != chart.points.rend(); ++point) {
    table.row().head(point->when).cell([&] {
      html.text(point->written);
      if (point->sureness == Sureness::provisional) html.text(" [p]");
      if (point->sureness == Sureness::revised) html.text(" [r]");
    });
    if (targets) table.cell(point->target_written.empty() ? "none" : point->target_written);
    if (chart.is_process()) table.cell(point->signal_written);
  }
}

bool anything(const Chart& chart) {
  return std::any_of(chart.points.begin(), chart.points.end(), [](const auto& p) { return p.value.has_value(); });
}

// A PDF takes a figure for one more drawing, without words.
struct Frame {
  kit::Literal round, words;
};
Frame frame_on(Chart::On on) { return on == Chart::On::paper ? Frame{"div", "div"} : Frame{"figure", "figcaption"}; }

void draw_for(kit::Html& html, const Chart& chart) {
  if (!anything(chart)) return;
  const Axis axis = axis_of(chart);
  if (chart.on == Chart::On::paper) return draw_on_paper(html, chart, axis);
  draw(html, chart, axis, wide);
  draw(html, chart, axis, narrow);
}

}  // namespace

void chart_drawing(kit::Html& html, const Chart& chart) {
  if (anything(chart)) draw(html, chart, axis_of(chart), wide);
}

void chart(kit::Html& html, const Chart& chart) {
  const auto frame = frame_on(chart.on);
  html.open(frame.round, {{"class", "chart"}});
  if (chart.under == Chart::Under::page) html.el("h2", {{"id", chart.id}}, chart.finding);
  else if (chart.under == Chart::Under::section) html.el("h3", {{"id", chart.id}}, chart.finding);
  else html.el("h4", {{"id", chart.id}}, chart.finding);
  draw_for(html, chart);
  html.open(frame.words, {{"class", "chart-words", chart.on == Chart::On::paper}}).text(chart.summary).text(" ");
  if (!chart.help.empty()) {
    link(html, chart.help, "How to read this");
    html.el("span", {{"class", "on-screen"}}, " · ");
  }
  if (!chart.csv.empty()) link(html, chart.csv, "CSV");
  for (const auto& caution : chart.cautions) html.el("p", {{"class", "caution"}}, caution);
  html.close(frame.words);
  if (!chart.points.empty()) details(html, "Show as table", [&] { chart_table(html, chart); });
  html.close(frame.round);
}

}  // namespace parts
