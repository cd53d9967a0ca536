// Where a place lies on the British National Grid, in metres. Files come in longitude and latitude, in Web Mercator or on the grid itself;
// all are put on the grid, whose shapes are those that people in Britain know from their maps.
#pragma once
#include <cstdint>
#include <string_view>

#include "kit/verdict.h"

namespace explore {

struct Spot {
  double x = 0, y = 0;  // longitude and latitude in degrees, or metres east and north
};

// As whole metres, which is finer than any page shows.
struct GridPoint {
  std::int32_t east = 0, north = 0;
  auto operator<=>(const GridPoint&) const = default;
};

enum class Crs : std::uint8_t { wgs84, national_grid, web_mercator };
std::string_view words(Crs crs);

struct Reach {
  double least_x = 0, most_x = 0, least_y = 0, most_y = 0;
};
// What the numbers are: by what the file declares ("urn:ogc:def:crs:EPSG::27700"; empty: nothing), and by the numbers themselves where
// it declares nothing. Refuses what is neither, with what was found and what to do.
kit::Verdict<Crs> crs_of(std::string_view declared, const Reach& reach);

// Helmert's seven parameters, good to five metres: the survey's own, finer table would change no pixel.
Spot on_the_grid(Spot spot, Crs crs);
bool is_in_the_isles(Spot on_grid);  // Britain, Ireland and what lies round them

}  // namespace explore
