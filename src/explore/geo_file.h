// A file of boundaries as it is: GeoJSON or TopoJSON, its layers, and of each feature what it says and its rings, in the file's own
// coordinates. Nothing is judged here but whether it can be read.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/grid.h"

namespace explore {

using Ring = std::vector<Spot>;

struct GeoFeature {
  std::size_t place = 0;  // from 1
  std::string id;
  std::vector<std::pair<std::string, std::string>> facts;  // its properties that are plain
  std::vector<Ring> rings;                                 // outer and inner alike: what lies in an odd number of them is inside
  std::string fault;                                       // why it has none
};

struct GeoLayer {
  std::string name;  // of a TopoJSON's object; empty in a GeoJSON
  std::vector<GeoFeature> features;
};

struct GeoFile {
  std::string crs;  // as declared; empty: not at all
  std::vector<GeoLayer> layers;
};

inline constexpr std::size_t most_boundary_bytes = 32u << 20, most_spots = 2'000'000, most_features = 20'000;

kit::Verdict<GeoFile> read_geo_file(std::string_view text);

}  // namespace explore
