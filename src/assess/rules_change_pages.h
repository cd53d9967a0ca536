// Writing another rule: the form, what it would change over the real figures, and setting it with a reason. Nothing is kept before.
#pragma once
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace assess {

parts::Reply show_rule_change(const kit::Request& asked, council::Desk& desk);
parts::Reply take_rule_steps(const kit::Request& asked, council::Desk& desk);
parts::Reply show_what_would_change(const kit::Request& asked, council::Desk& desk);
parts::Reply take_rule_change(const kit::Request& asked, council::Desk& desk);

}  // namespace assess
