// One's own account: password, second factor, sessions, tokens, reminders.
#pragma once
#include "council/route.h"

namespace council {

const Routes& account_routes();
const Routes& factor_routes();

}  // namespace council
