// Windows opened again: asked for with a reason, decided by somebody else, all of it on record.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& reopening_routes();

}  // namespace work
