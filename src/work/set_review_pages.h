// The review of the indicator set for the coming year: what is proposed and agreed, the list of changes, the forms, the seal, and the look
// for indicators that may tell little.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& set_review_routes();
const council::Routes& set_change_routes();
const council::Routes& set_seal_routes();
const council::Routes& set_look_routes();

}  // namespace work
