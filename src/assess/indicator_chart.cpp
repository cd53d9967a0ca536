#include "assess/indicator_chart.h"

#include "assess/marks.h"
#include "assess/process_drawing.h"
#include "assess/series_line.h"
#include "collect/entry.h"
#include "council/address.h"
#include "kit/number.h"
#include "parts/chart.h"
#include "parts/text.h"

namespace assess {
namespace {

using indicator::DirectionMethod;
using kit::Html;

std::vector<Point> line_of(const IndicatorPageView& view) {
  std::vector<Point> line;
  line.reserve(view.figures.size());
  for (auto row = view.figures.rbegin(); row != view.figures.rend(); ++row) line.push_back(row->point);
  return line;
}

constexpr std::string_view without_deviation =
    "How far chance could have moved it shows once the standard deviation of the single cases is entered with the figure. ";

// The signal of the newest figure is then the direction, and is said once.
bool signal_is_direction(const IndicatorPageView& view) {
  return view.process.is_drawn() && view.definition().direction_method == DirectionMethod::spc &&
         view.process.periods.back() == view.judgement.period;
}

parts::Assured mark_of(Assurance assurance) {
  if (assurance == Assurance::pass) return parts::Assured::passes;
  return assurance == Assurance::fail ? parts::Assured::fails : parts::Assured::by_chance;
}

// A process with a chart of its own: that of each period, below the one that is judged.
bool stands_alone(const IndicatorPageView& view) {
  return view.process.is_drawn() && view.kept->in(view.process.periods.back()).judged != indicator::Judged::in_period;
}

std::string said_by(const IndicatorPageView& view, const indicator::Rebase& rebase) {
  const auto job = view.picture->council.job_of(rebase.by);
  return (job.empty() ? "" : job + ", ") + rebase.at.date().words();
}

}  // namespace

void direction_fact(Html& html, const IndicatorPageView& view) {
  const auto& j = view.judgement;
  if (j.direction == Direction::not_comparable || signal_is_direction(view)) return;
  parts::fact(html, "Direction", [&] {
    parts::direction(html, assess::mark_of(j.direction), words(j.direction, j.definition->direction_method));
    parts::small(html, method_words(*j.definition));
  });
}

void signal_facts(Html& html, const IndicatorPageView& view) {
  if (!view.process.is_drawn()) return;
  const auto& chart = view.process.chart;
  const auto label = signal_is_direction(view) ? "Direction, by process chart"
                     : view.process.periods.back() == view.judgement.period
                         ? std::string("Signal")
                         : "Signal, " + view.process.periods.back().words();
  parts::fact(html, label, [&] { parts::signal(html, mark_of(chart.points.back()), words(chart.variation)); });
  if (chart.assurance == Assurance::none) return;
  parts::fact(html, "If nothing changes", [&] { parts::assurance(html, mark_of(chart.assurance), words(chart.assurance)); });
}

void charts(Html& html, const kit::Request& asked, const IndicatorPageView& view) {
  const auto csv = council::link(asked, council::path_to("indicators", view.definition().code) + ".csv");
  auto chart = series_chart(*view.picture, *view.kept, line_of(view));
  chart.csv = csv;
  chart.help = "/help/chart";
  if (!stands_alone(view)) draw_process(chart, view.process, *view.kept);
  parts::chart(html, chart);
  if (!stands_alone(view)) return;
  auto process = process_by_itself(view.process, *view.kept);
  process.csv = csv;
  parts::chart(html, process);
}

void fresh_starts(Html& html, const IndicatorPageView& view, const council::Asker& asker) {
  const auto& d = view.kept->now();
  for (const auto* rebase : indicator::in_force(view.kept->rebases)) {
    const auto period = calendar::Period::containing(rebase->starts_on, d.frequency);
    parts::note(html, "The chart begins afresh from " + period.words() + ".", rebase->reason, said_by(view, *rebase));
  }
  if (view.picture->is_past || !view.process.is_drawn() ||
      council::why_not(council::May::rebase, asker, collect::subject_of(d)).any())
    return;
  const auto address = council::path_to("indicators", d.code) + "/rebase";
  const bool suggested = view.process.shift_since.has_value();
  parts::paragraph(html, [&] {
    if (suggested)
      parts::link(html, address + "?from=" + view.process.shift_since->iso(),
                  "Begin the chart afresh from " +
                      calendar::Period::containing(*view.process.shift_since, d.frequency).words());
    else
      parts::link(html, address,
                  view.kept->rebases.empty() ? "Begin the chart afresh" : "Begin the chart afresh, or take that back");
  });
}

void sureness_card(Html& html, const IndicatorPageView& view) {
  const auto& j = view.judgement;
  if (!j.figure) return;
  const auto sample = sample_words(*j.figure, *j.definition);
  if (sample.empty()) return;
  const auto interval = interval_of(*j.figure, *j.definition);
  parts::heading(html, "How sure is it?", "sure");
  parts::paragraph(html, [&] {
    html.text(sample + " in " + j.period.words() + ". " +
              (interval ? interval_words(*interval, *j.definition) + ". " : std::string(without_deviation)));
    parts::link(html, "/help/interval", "What this means");
  });
  if (const auto small = small_numbers(*j.figure, *j.definition); !small.empty()) parts::paragraph(html, small);
}

}  // namespace assess
