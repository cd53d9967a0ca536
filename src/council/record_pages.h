// The record as its readers see it: looked through, followed from one row to the next, and taken out whole.
#pragma once
#include "council/route.h"

namespace council {

const Routes& record_routes();

}  // namespace council
