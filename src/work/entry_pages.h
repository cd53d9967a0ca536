// The page of one figure: where an officer enters it, in two minutes and by keyboard alone.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& entry_routes();

// The page as it stands, with what was refused about something beside its fields.
parts::Reply entry_page_with(const kit::Request& asked, council::Desk& desk, const kit::Refusals& no);

}  // namespace work
