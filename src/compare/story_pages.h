#pragma once
#include "council/route.h"

namespace compare {

const council::Routes& story_routes();

}  // namespace compare
