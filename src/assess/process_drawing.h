// A process chart as parts/ draws it: its stretches, its signals, where it begins afresh, and what to know beside it.
#pragma once
#include <vector>

#include "assess/indicator_process.h"
#include "parts/chart.h"
#include "parts/line.h"

namespace assess {

parts::Signal mark_of(const Charted& point);

// Puts the usual variation and the signals on a chart of the same figures, and the finding into its heading.
void draw_process(parts::Chart& chart, const IndicatorProcess& process, const Kept& kept);

// The figures of each period by themselves, for an indicator that is judged on a year to date or twelve months.
parts::Chart process_by_itself(const IndicatorProcess& process, const Kept& kept);

// The newest stretch behind a small line, and the letter of its last figure.
void draw_process(parts::Line& line, const IndicatorProcess& process);

}  // namespace assess
