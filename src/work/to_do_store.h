// How much waits for someone: figures to enter, to put right and to check. The number beside "My figures".
#pragma once
#include "council/desk.h"

namespace work {

// Worked out again only when something was recorded or the day is over.
int to_do(council::Desk& desk, const council::Asker& asker);

}  // namespace work
