// The calendar: a page of the year, the same for programs that subscribe, and the form that changes it.
#pragma once
#include "council/route.h"

namespace work {

inline constexpr std::string_view calendar_purpose = "calendar";  // of the key in a subscription's address
const council::Routes& calendar_routes();

}  // namespace work
