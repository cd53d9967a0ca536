// Where an indicator is heading, on its page: what the year comes to with its range, how that would stand against the target, how
// often the method came near before, and each period to come. Never without its number of figures and its caveats.
#pragma once
#include <memory>
#include <vector>

#include "assess/forecast_memory.h"
#include "kit/html.h"

namespace assess {

struct Outlook {
  std::shared_ptr<const ForecastAnswer> forecast;       // null: there is nothing to look ahead to
  std::shared_ptr<const TrackRecord> track_record;
  const IndicatorForecast* found() const { return forecast && *forecast ? &**forecast : nullptr; }
};
// To the end of the year that the next figure belongs to. Remembered until something that it rests on changes.
Outlook outlook_of(const Picture& picture, const Kept& kept);

struct ForecastStepView {
  calendar::Period period;
  Step step;
};
template <class Teller>
void describe(Teller& t, const ForecastStepView& view) {
  const auto end = [](const std::optional<Interval>& range, double Interval::*which) {
    return range ? std::optional(*range.*which) : std::nullopt;
  };
  t.field("period", view.period.iso());
  t.field("value", view.step.point);
  t.field("low_80", end(view.step.likely, &Interval::low));
  t.field("high_80", end(view.step.likely, &Interval::high));
  t.field("low_95", end(view.step.nearly_certain, &Interval::low));
  t.field("high_95", end(view.step.nearly_certain, &Interval::high));
}
std::vector<ForecastStepView> steps_of(const Outlook& outlook);  // empty without a forecast

// The fields by which a page that has an outlook tells it.
template <class Teller>
void describe_outlook(Teller& t, const Outlook& outlook) {
  const auto* found = outlook.found();
  const auto* outturn = found && found->outturn ? &*found->outturn : nullptr;
  const auto likely = outturn ? outturn->likely : std::nullopt;
  t.field("outturn_year", found ? found->year.words() : std::string());
  t.field("outturn", outturn ? std::optional(outturn->value) : std::nullopt);
  t.field("outturn_low", likely ? std::optional(likely->low) : std::nullopt);
  t.field("outturn_high", likely ? std::optional(likely->high) : std::nullopt);
  t.field("outturn_status", outturn ? code(found->rating.at_value) : std::string_view());
  t.list("forecast", steps_of(outlook));
}

void outlook_section(kit::Html& html, const Outlook& outlook, const indicator::Definition& definition);

}  // namespace assess
