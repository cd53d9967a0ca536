// New definitions and targets: proposed by one person, agreed by another.
#pragma once
#include "council/route.h"

namespace work {

const council::Routes& proposal_routes();
const council::Routes& propose_routes();

}  // namespace work
