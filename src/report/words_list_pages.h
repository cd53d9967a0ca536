// What people wrote for a report, on the page of its review, and where more is written.
#pragma once
#include "kit/html.h"
#include "report/review_store.h"

namespace report {

void words_list(kit::Html& html, const ReviewView& view);

}  // namespace report
