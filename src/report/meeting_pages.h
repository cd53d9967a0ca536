// A report for a meeting: one indicator a screen, moved through by keyboard; and all of them, each on a page of paper.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& meeting_routes();

}  // namespace report
