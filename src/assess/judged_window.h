// The figures that speak for a period of one indicator, and whether they can be compared with others. Inside the folder only.
#pragma once
#include <optional>

#include "assess/aggregate.h"
#include "assess/picture.h"

namespace assess {

const collect::Figure* figure_for(const Kept& kept, const calendar::Period& period);  // the newest edition for exactly this period
const collect::Figure* newest_until(const Kept& kept, int end);                       // whose period ends by `end`

// The judged value of a period. A year that need not begin in April stands alone; all else comes from its series.
Window window_of(const Kept& kept, const Series& series, const indicator::Definition& d, const calendar::Period& period);

// Whether one of the figures that make the judged value of a period is provisional.
bool is_provisional(const Kept& kept, const indicator::Definition& d, const calendar::Period& period);

// Beside the line that a chart has there.
inline constexpr std::string_view own_from_here = "Own figures; added up before";

// The day on which the council's own figures begin after those added up from the councils before it; none when none are.
std::optional<kit::Date> own_figures_from(const Kept& kept);

// The day on which the definition broke after the one and by the end of the other, or the council's own figures began.
std::optional<kit::Date> break_between(const Kept& kept, const calendar::Period& before, const calendar::Period& period);

}  // namespace assess
