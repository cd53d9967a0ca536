// The drawing of a comparison: every council of the group as a dot, ours as a diamond.
#pragma once
#include "compare/comparison.h"
#include "parts/strip.h"

namespace compare {

parts::Strip strip_of(const Comparison& found, const std::string& group, const Writing& writing);

}  // namespace compare
