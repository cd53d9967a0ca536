// The past of the councils before: an officer of a council made from others brings in their figures, sees what they make
// together, and saves it as the council's own (docs/help/predecessors.md). From there on it is an import like any other.
#pragma once
#include "council/route.h"

namespace exchange {

const council::Routes& predecessors_routes();

}  // namespace exchange
