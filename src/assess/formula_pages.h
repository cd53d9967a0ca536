// The page /formulas: indicators that are computed from others, each with its formula and the newest figure worked out; and what
// an indicator's own page says of it.
#pragma once
#include "assess/indicator_view.h"
#include "council/route.h"
#include "kit/html.h"
#include "kit/http.h"

namespace assess {

void computed_from(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);  // on the page of a computed one
void used_in_list(kit::Html& html, const kit::Request& asked, const IndicatorPageView& view);   // on the page of what it needs

const council::Routes& formula_routes();

}  // namespace assess
