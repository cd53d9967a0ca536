// What can be explored: every published indicator by its data set, with what to look for in titles, and the views that people share.
#pragma once
#include "compare/own_area_store.h"
#include "council/desk.h"
#include "parts/page.h"

namespace explore {

parts::Reply show_choices(const kit::Request& asked, council::Desk& desk, const compare::Country& country);

}  // namespace explore
