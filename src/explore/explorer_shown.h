// The four ways in which the explorer shows a series: chart, table, map, trends side by side. Parts of GET /explore.
#pragma once
#include "council/desk.h"
#include "explore/explorer_view.h"
#include "kit/http.h"
#include "kit/html.h"

namespace explore {

void as_chart(kit::Html& html, const ExplorerView& view);
void as_table(kit::Html& html, const kit::Request& asked, const ExplorerView& view);
void as_trends(kit::Html& html, const ExplorerView& view, const compare::Authority& own);

// Every figure, by name, or in the order of the figures where that is asked for.
void figures_table(kit::Html& html, const kit::Request& asked, const ExplorerView& view);

}  // namespace explore
