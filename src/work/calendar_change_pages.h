// The forms that change the calendar: how each frequency is collected, and when committees meet.
#pragma once
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace work {

parts::Reply show_calendar_change(const kit::Request& asked, council::Desk& desk);
parts::Reply take_cycle_change(const kit::Request& asked, council::Desk& desk);
parts::Reply take_committee(const kit::Request& asked, council::Desk& desk);

}  // namespace work
