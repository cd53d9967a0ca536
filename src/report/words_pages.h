// Words that a person writes for a report: one place at a time.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& words_routes();

}  // namespace report
