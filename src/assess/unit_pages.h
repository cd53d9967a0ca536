// A directorate or a service: its people, its indicators and how they do.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& unit_routes();

}  // namespace assess
