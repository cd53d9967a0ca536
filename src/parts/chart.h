// The chart: drawn on the server, with the finding as its title and labels at the line's end instead of a legend. It always
// brings its sentence, its table and its data; it cannot be written without them.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"
#include "parts/status.h"

namespace parts {

enum class Sureness : std::uint8_t { settled, provisional, revised };

struct ChartPoint {
  std::string when;                 // "June 2025"
  int start = 0, end = 0;           // months since year 0: from, and up to but without
  std::optional<double> value;      // none: a gap in the line
  std::string written;              // "61.2%", or why there is none: "Delayed"
  Sureness sureness = Sureness::settled;
  Status status = Status::not_rated;
  std::string signal;               // "H", "L", "~" of a process chart; empty: none
  std::optional<double> target, low, high;  // what was expected: a value, or a range
  std::string target_written;       // "75%", "40% to 60%"
};

// From here on it is measured another way: the line is cut.
struct ChartBreak {
  int at = 0;         // months since year 0
  std::string label;  // "Exceptions now counted"
};

// Of a process chart: the mean and where figures fall by chance alone.
struct UsualVariation {
  double mean = 0, low = 0, high = 0;
  std::string mean_label, low_label, high_label;
};

struct Chart {
  enum class Years { from_april, from_january };
  enum class YearBefore { hidden, shown };
  std::string id = "chart";
  std::string finding;               // the title: "Below target for seven months"
  std::string summary;               // one sentence for whoever does not see the drawing
  std::vector<ChartPoint> points;    // in order of time
  std::vector<ChartBreak> breaks;
  std::optional<UsualVariation> usual;
  Years years = Years::from_april;
  YearBefore year_before = YearBefore::hidden;
  std::string unit;                               // over the axis: "days"; empty when each number carries it
  std::function<std::string(double)> axis_number;  // "75%"
  double finest = 0;                              // no finer steps on the axis than this: 1 for a count
  std::string csv;                                // the address of its data
};
void chart(kit::Html& html, const Chart& chart);

}  // namespace parts
