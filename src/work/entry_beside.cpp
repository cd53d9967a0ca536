#include "work/entry_beside.h"

#include "assess/marks.h"
#include "assess/process_drawing.h"
#include "assess/series_line.h"
#include "council/address.h"
#include "parts/chart.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using kit::Html;

constexpr int months_shown = 24;

std::vector<assess::Point> recent(const EntryView& view) {
  auto points = assess::points(*view.picture, *view.kept);
  std::erase_if(points, [&](const auto& point) {
    return point.period.end() <= view.due.period.end() - months_shown - view.due.period.months;
  });
  return points;
}

// Periods without a note, such as those brought in as history, are passed over.
const collect::Figure* last_told(const collect::Due& due) {
  const collect::Figure* found = nullptr;
  if (due.figures)
    for (const auto& figure : *due.figures)
      if (figure.period < due.period && figure.period.months == due.period.months && !figure.note.empty()) found = &figure;
  return found;
}

}  // namespace

void last_years(Html& html, const EntryView& view) {
  const auto points = recent(view);
  if (points.size() < 2) return;
  auto chart = assess::series_chart(*view.picture, *view.kept, points);
  const auto& d = *view.due.definition;
  if (view.due.usual_low && d.judged == indicator::Judged::in_period)
    assess::draw_process(chart, assess::process_of(*view.kept), *view.kept);
  chart.id = "last-years";
  chart.finding = "The last two years";
  chart.cautions.clear();
  chart.csv = council::path_to("indicators", d.code) + ".csv";
  parts::chart(html, chart);
}

void last_note(Html& html, const EntryView& view) {
  const auto* before = last_told(view.due);
  if (!before) return;
  parts::heading(html, "The note for " + before->period.words());
  parts::note(html, "", before->note, by_words(view.picture->council, before->entered_by, before->at));
}

void definition(Html& html, const EntryView& view) {
  const auto& d = *view.due.definition;
  parts::heading(html, "Definition");
  if (!d.meaning.empty()) parts::paragraph(html, d.meaning);
  parts::terms(html, [&] {
    parts::term(html, "Formula", d.formula);
    parts::term(html, "Take care", d.caveats);
    parts::term(html, "Source", d.source);
  });
  parts::paragraph(html, [&] {
    parts::link(html, council::path_to("indicators", d.code), "All about " + d.code);
    html.text(" · ");
    parts::link(html, "/help/status", "What statuses mean");
  });
}

void steps_so_far(Html& html, const EntryView& view) {
  if (view.history.empty()) return;
  parts::details(html, "What has been done with this figure", [&] {
    parts::Table table(html, "Steps",
                       {{"When and who"},
                        {"Step"},
                        {"Figure", parts::Column::Holds::number},
                        {"Note", parts::Column::Holds::long_words}});
    const auto& d = *view.due.definition;
    for (const auto& entry : view.history) {
      const auto number = collect::number_of(collect::figure_of(entry), d);
      table.row().head(by_words(view.picture->council, entry.by, entry.at)).cell(collect::words(entry.stage));
      table.cell(number ? indicator::written(*number, d) : std::string(collect::words(entry.state)));
      table.cell(entry.stage == collect::Stage::returned ? entry.said : collect::whole_note(entry));
    }
  });
}

}  // namespace work
