// The page of one figure, as it is shown: fields and what they come to on the left, what one needs to know on the right.
#pragma once
#include "council/desk.h"
#include "parts/page.h"
#include "work/entry_view.h"

namespace work {

parts::Page entry_page(const kit::Request& asked, const council::Desk& desk, const EntryView& view);
// What the script puts in place while one types: the panel and the writing help, marked by their ids.
std::string preview_fragment(const EntryView& view);
std::string entry_address(const indicator::Definition& definition, const calendar::Period& period);

}  // namespace work
