// What may be done next with an edition, on the page of its review: commented, signed off, published, run again.
#pragma once
#include "council/desk.h"
#include "kit/html.h"
#include "report/review_store.h"

namespace report {

void next_step(kit::Html& html, const ReviewView& view, const council::Desk& desk, const kit::Refusals& no);
void second_run(kit::Html& html, const ReviewView& view, const council::Desk& desk, const kit::Refusals& no);

}  // namespace report
