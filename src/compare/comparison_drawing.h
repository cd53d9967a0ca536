// The drawings of a comparison: every council of the group as a dot, ours as a diamond; on one line, and by how many are counted.
#pragma once
#include "compare/counts.h"
#include "parts/funnel.h"
#include "parts/strip.h"
#include "parts/trend_beside.h"

namespace compare {

parts::Strip strip_of(const Comparison& found, const std::string& group, const Writing& writing);
parts::TrendBeside trend_of(const Comparison& found, const std::string& group, indicator::Polarity polarity,
                            const Writing& writing);  // drawn where there are two periods or more
parts::Funnel funnel_of(const CountedComparison& counted, const std::string& group, const Writing& writing);

}  // namespace compare
