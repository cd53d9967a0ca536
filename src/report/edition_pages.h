// One edition of a report, to be read and printed: in full, and as the public does.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& edition_routes();

}  // namespace report
