// The report of one thing, made when somebody asks for it: of an indicator or of a directorate, as a page and as a file.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& single_routes();

}  // namespace report
