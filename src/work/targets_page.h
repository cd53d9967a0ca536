// The page of a round: whether the targets of a year are ready, by service, and what is to be done for each.
#pragma once
#include "council/desk.h"
#include "parts/page.h"
#include "work/targets_view.h"

namespace work {

parts::Page targets_page(const council::Desk& desk, const assess::Picture& picture, const TargetsView& view, const kit::Refusals& no);
// With a menu, forms and what was said so far.
struct Workbench;
parts::Page workbench_page(const council::Desk& desk, const assess::Picture& picture, const Workbench& view, const kit::Refusals& no);

}  // namespace work
