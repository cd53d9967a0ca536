// The parts of an indicator's page that say what it is: its thread, its definition, its target, its editions and its kin.
#pragma once
#include "assess/indicator_view.h"
#include "kit/html.h"
#include "kit/http.h"

namespace assess {

void threads(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);        // above the title
void other_threads(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);  // of other frameworks
void what_it_is(kit::Html& html, const IndicatorPageView& view);                                // beside the chart
void target_card(kit::Html& html, const IndicatorPageView& view);
void kin_list(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);
void definition_card(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);  // complete, at the foot
void editions_table(kit::Html& html, const IndicatorPageView& view);

}  // namespace assess
