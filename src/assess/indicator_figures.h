// The table of an indicator's figures: every period with its parts, target, status and note, and the trace of each revision.
#pragma once
#include "assess/indicator_view.h"
#include "kit/html.h"

namespace assess {

void figures_table(kit::Html& html, const IndicatorPageView& view);

}  // namespace assess
