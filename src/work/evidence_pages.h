// Evidence: files kept with a figure, added and removed by those who enter it, downloaded by those who may see it on its way.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& evidence_routes();

}  // namespace work
