// The four rules by which a figure on a process chart is a signal (rules.md 2.3 and 2.4): outside the limits, a trend
// of seven, two of three near one limit, seven on one side of the mean.
#pragma once
#include <span>

#include "assess/process_chart.h"

namespace assess {

void mark_signals(std::span<Charted> points, const Stretch& stretch);  // `points` are those of the stretch

int side(Signal signal);  // 1 high or rising, -1 low or falling, 0 none

}  // namespace assess
