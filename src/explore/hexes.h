// A hex for each area, all of one size, as near to where the area lies as the others let it: councils of many people on little land are
// seen as well as those of wide moors. The same areas give the same hexes.
#pragma once
#include <vector>

#include "explore/grid.h"

namespace explore {

struct Hex {
  int column = 0, row = 0;  // odd rows stand half a hex to the right; row 0 is the southernmost
  auto operator<=>(const Hex&) const = default;
};

std::vector<Hex> hexes_of(const std::vector<Spot>& middles);  // one for each, in their order
Spot middle_of(Hex hex);                                      // in widths of a hex

}  // namespace explore
