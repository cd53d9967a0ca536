// The chart: drawn on the server, with the finding as its title and labels at the line's end instead of a legend. It always
// brings its sentence, its table and its data; it cannot be written without them.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"
#include "parts/signal.h"
#include "parts/status.h"

namespace parts {

enum class Sureness : std::uint8_t { settled, provisional, revised };

// What is expected of a period to come, and where four in five such figures come to lie.
struct ChartAhead {
  double value = 0, low = 0, high = 0;
  std::string written;  // "62.9%"
};

struct ChartPoint {
  std::string when;                 // "June 2025"
  int start = 0, end = 0;           // months since year 0: from, and up to but without
  std::optional<double> value;      // none: a gap in the line
  std::string written;              // "61.2%", or why there is none: "Delayed"
  Sureness sureness = Sureness::settled;
  Status status = Status::not_rated;
  Signal signal;                    // on a process chart
  std::string signal_written;       // "Above the upper limit: improving", for the table
  std::optional<double> target, low, high;  // what was expected: a value, or a range
  std::string target_written;       // "75%", "40% to 60%"
  std::optional<ChartAhead> ahead;  // of one that is still to come
};

// A line across the chart with a label: from here on it is measured another way, and the line of figures is cut; or the
// process chart begins afresh, and it goes on.
struct ChartBreak {
  enum class Line : std::uint8_t { is_cut, goes_on };
  int at = 0;         // months since year 0
  std::string label;  // "Exceptions now counted"
  Line line = Line::is_cut;
};

// A stretch of a process chart: the average of its figures, and where they fall by chance alone.
struct UsualVariation {
  int from = 0, to = 0;  // months since year 0
  double mean = 0;
  std::optional<double> low, high;  // none: no limits
  std::string mean_written;         // "72%"
  std::string low_written, high_written;  // empty where no figure can lie so far out
};

struct Chart {
  enum class Years { from_april, from_january };
  enum class YearBefore { hidden, shown };
  enum class Under { page, section, card };  // what it belongs to: its title is a heading of level 2, 3 or 4
  enum class On { screen, paper };           // a screen is wide or narrow; on paper it is low, so that several stand on one page
  std::string id = "chart";
  std::string finding;               // the title: "Below target for seven months"
  std::string summary;               // one sentence for whoever does not see the drawing
  std::vector<std::string> cautions;  // what a reader must know before drawing a conclusion
  std::vector<ChartPoint> points;    // in order of time
  std::vector<ChartBreak> breaks;
  std::vector<UsualVariation> usual;  // in order of time; not empty: a process chart
  Years years = Years::from_april;
  YearBefore year_before = YearBefore::hidden;
  Under under = Under::page;
  On on = On::screen;
  std::string unit;                               // over the axis: "days"; empty when each number carries it
  std::function<std::string(double)> axis_number;  // "75%"
  double finest = 0;                              // no finer steps on the axis than this: 1 for a count
  std::string csv;                                // the address of its data
  std::string help;                               // of the page that explains it

  bool is_process() const { return !usual.empty(); }
};
void chart(kit::Html& html, const Chart& chart);
void chart_drawing(kit::Html& html, const Chart& chart);  // the drawing alone, for a picture

}  // namespace parts
