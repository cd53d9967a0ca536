// Reports: which packs there are, what each of them showed, and what runs next.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& reports_routes();

}  // namespace report
