// The small line: a series at a glance in a list, with its target dashed. Says in words what it shows.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/signal.h"
#include "parts/status.h"

namespace parts {

struct Line {
  std::vector<std::optional<double>> values;   // a missing one is a gap
  std::vector<std::optional<double>> targets;  // one for each value, or none at all
  std::optional<double> usual_low, usual_high; // of a process chart: where figures fall by chance
  Status last = Status::not_rated;             // colours the last point
  Signal signal;                               // of the last point, on a process chart: its letter
  std::string_view words;                      // "12 figures, from 72% in July 2024 to 61.2% in June 2025"
};
void small_line(kit::Html& html, const Line& line);

}  // namespace parts
