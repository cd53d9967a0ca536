// The form of a covering paper: all its parts on one page.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& paper_routes();

}  // namespace report
