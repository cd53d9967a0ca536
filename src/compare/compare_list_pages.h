// The list of what can be compared, and what stands out in it. A part of GET /compare.
#pragma once
#include "compare/comparison_view.h"
#include "compare/own_area_store.h"
#include "kit/http.h"
#include "parts/filters.h"
#include "parts/page.h"

namespace compare {

parts::Filter group_filter(const Country& country);  // with whom
ListView list_of(const kit::Request& asked, council::Desk& desk, const Country& country);
parts::Page list_page(const kit::Request& asked, const Country& country, const ListView& view);

}  // namespace compare
