#include "assess/indicator_outlook.h"

#include "assess/marks.h"
#include "parts/status.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using indicator::Definition;
using kit::Html;

std::string range_words(const std::optional<Interval>& range, const Definition& definition) {
  if (!range) return "Too few figures";
  return indicator::written(range->low, definition) + " to " + indicator::written(range->high, definition);
}

void steps_table(Html& html, const std::vector<ForecastStepView>& steps, const Definition& definition) {
  using Column = parts::Column;
  parts::Table table(html, "Forecast of each period to come",
                     {{"Period"},
                      {"Forecast", Column::Holds::number},
                      {"Four times in five", Column::Holds::number},
                      {"19 times in 20", Column::Holds::number}});
  for (const auto& [period, step] : steps) {
    table.row().head(period.words()).cell(indicator::written(step.point, definition) + " [e]");
    table.cell(range_words(step.likely, definition)).cell(range_words(step.nearly_certain, definition));
  }
}

void rests_on(Html& html, const Outlook& outlook, const Definition& definition) {
  auto words = outlook.found()->method_words();
  if (outlook.track_record)
    if (const auto record = assess::words(*outlook.track_record, definition.frequency); !record.empty()) words += " " + record;
  for (const auto& caveat : outlook.found()->caveats) words += " " + caveat;
  parts::small(html, [&] {
    html.text(words).text(" ");
    parts::link(html, "/help/forecast", "What a forecast is");
  });
}

}  // namespace

Outlook outlook_of(const Picture& picture, const Kept& kept) {
  Outlook outlook;
  outlook.forecast = forecast_ahead(picture, kept);
  if (outlook.found()) outlook.track_record = forecast_memory().track_record(picture, kept);
  return outlook;
}

std::vector<ForecastStepView> steps_of(const Outlook& outlook) {
  std::vector<ForecastStepView> steps;
  if (const auto* found = outlook.found())
    for (std::size_t i = 0; i < found->steps.size(); ++i) steps.push_back({found->periods[i], found->steps[i]});
  return steps;
}

void outlook_section(Html& html, const Outlook& outlook, const Definition& definition) {
  if (!outlook.forecast) return;
  parts::heading(html, "Where it is heading", "outlook");
  const auto* found = outlook.found();
  if (!found) {
    parts::paragraph(html, [&] {
      html.text("There is no forecast. " + outlook.forecast->refusals().all().front().sentence + " ");
      parts::link(html, "/help/forecast", "What a forecast is");
    });
    return;
  }
  parts::paragraph(html, found->outturn_words(definition));
  rests_on(html, outlook, definition);
  if (!found->steps.empty()) parts::details(html, "Each period to come", [&] { steps_table(html, steps_of(outlook), definition); });
}

}  // namespace assess
