// One published indicator among the councils of a group: what each was in a period, and how it went. What the explorer shows as a chart, a
// table, a map and many small charts is this.
#pragma once
#include "compare/comparison.h"

namespace explore {

struct Member {
  const compare::Authority* authority = nullptr;
  const compare::AreaFigure* figure = nullptr;  // of the period; none: not even a mark was published
  bool is_own = false;
  std::vector<std::optional<double>> trend;     // a value for each of `Series::periods`

  bool has_value() const { return figure && figure->value; }
};

struct Series {
  calendar::Period period;
  std::vector<calendar::Period> all_periods;  // in which the group has figures, newest first
  std::vector<calendar::Period> periods;      // as long as the one shown, oldest first: the trend's
  std::vector<Member> members;                // the council itself first, then by name
  std::vector<std::optional<double>> middles; // of all members, for each of `periods`; none of fewer than five
  std::optional<assess::Spread> spread;       // of those with a figure
  std::optional<assess::Benchmark> own;       // how the council stands, when it has a figure
  int with_value() const;
};

// In the period asked for; without one, or where the group has none then, in the newest in which half as many as ever have figures.
Series series_of(std::span<const compare::AreaFigure> figures, const compare::Authorities& authorities,
                 const compare::Authority& own, const compare::Group& group, indicator::Polarity polarity,
                 const std::optional<calendar::Period>& asked);

}  // namespace explore
