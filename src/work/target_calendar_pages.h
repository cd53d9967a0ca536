// The form that changes when the targets of a year are proposed, challenged, agreed and sealed.
#pragma once
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace work {

parts::Reply show_target_calendar(const kit::Request& asked, council::Desk& desk);
parts::Reply take_target_calendar(const kit::Request& asked, council::Desk& desk);

}  // namespace work
