// Whether a process chart suits an indicator, and what a reader must know beside it (rules.md 2.8).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/process_chart.h"

namespace assess {

// Why no limits are drawn, in a sentence; none where they may be.
std::optional<std::string> why_unfit(const indicator::Definition& definition, const ProcessChart& chart);

// Neighbouring years look alike: figures follow the calendar. Asks for two years at least.
bool is_seasonal(const ProcessChart& chart, calendar::Frequency frequency);

// The first of nine figures or more on one side of the mean, when that run still goes on: time to ask whether the
// cause is known, and to begin the chart afresh there. A person decides.
std::optional<kit::Date> lasting_shift(const ProcessChart& chart);

// What to say beside the chart, most important first; empty when nothing needs saying.
std::vector<std::string> cautions(const ProcessChart& chart, const indicator::Definition& definition);

}  // namespace assess
