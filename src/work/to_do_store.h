// How much waits for someone: figures to enter, to put right and to check. The number beside "My figures", and the next of them.
#pragma once
#include <optional>
#include <utility>

#include "calendar/period.h"
#include "council/desk.h"

namespace work {

// Worked out again only when something was recorded or the day is over.
int to_do(council::Desk& desk, const council::Asker& asker);
// The next one to put right, late or to be entered, so that six are entered without a look at the list between: code and period.
std::optional<std::pair<std::string, calendar::Period>> next_to_enter(council::Desk& desk, const council::Asker& asker);

}  // namespace work
