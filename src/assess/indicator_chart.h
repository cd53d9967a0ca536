// The parts of an indicator's page that show its figures: the facts at the top, the chart or charts, where the process chart
// begins afresh and why, and how sure the newest figure is.
#pragma once
#include "assess/indicator_view.h"
#include "council/desk.h"
#include "kit/html.h"
#include "kit/http.h"

namespace assess {

void direction_fact(kit::Html& html, const IndicatorPageView& view);  // and by which method
void signal_facts(kit::Html& html, const IndicatorPageView& view);    // of the process chart
void charts(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);
void fresh_starts(kit::Html& html, const IndicatorPageView& view, const council::Asker& asker);
void sureness_card(kit::Html& html, const IndicatorPageView& view);

}  // namespace assess
