// Figures for other programs: what is due from whoever's token it is, and entering one or many of them.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& entries_routes();

}  // namespace work
