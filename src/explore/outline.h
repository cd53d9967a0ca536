// The outline of an area, ready to be drawn at any size. Each point knows how much it matters: neighbours share the points of their
// common line and what these matter, so that a simpler line is the same for both and no gap opens between them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "explore/grid.h"

namespace explore {

struct OutlinePoint {
  GridPoint at;
  std::uint32_t detail = 0;  // in metres: on a drawing whose finest line is wider than this, it can be left out
  bool operator==(const OutlinePoint&) const = default;
};
inline constexpr std::uint32_t always_drawn = 4'000'000;

using OutlineRing = std::vector<OutlinePoint>;  // the last is not the first again

struct Outline {
  std::string code, name;
  std::string within;              // the authority that a ward or another small area lies in
  std::optional<int> from, until;  // years, where the file says so
  std::vector<OutlineRing> rings;
};

// Visvalingam's way: a point matters as much as the triangle that it makes with its neighbours.
void find_details(std::vector<Outline>& all);

// For the database: steps east and north and the detail of each point, rings apart by "/".
std::string as_text(const std::vector<OutlineRing>& rings);
std::vector<OutlineRing> read_rings(std::string_view text);

}  // namespace explore
