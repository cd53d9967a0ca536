// Which areas a map shows: those of the group, as they were when the figure is about, and the rest of the country behind them. No two that
// overlap: neither a county over its districts, nor a council beside those that it came from.
#pragma once
#include "explore/outline.h"
#include "explore/series.h"

namespace explore {

struct DrawnArea {
  const Outline* outline = nullptr;
  const Member* member = nullptr;  // none: it is drawn for the shape of the country
};

std::vector<DrawnArea> drawn_areas(const std::vector<Outline>& outlines, const compare::Authorities& authorities,
                                   const compare::Authority& own, const Series& series);

}  // namespace explore
