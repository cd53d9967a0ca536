// A set of boundaries: what a file of shapes comes to once it is understood. Every area is kept, or listed with the
// reason why not; what was taken for granted is said; codes are matched with the register of authorities.
#pragma once
#include "compare/authority.h"
#include "explore/geo_file.h"
#include "explore/outline.h"

namespace explore {

struct LeftOutArea {
  std::size_t place = 0;  // of the feature in the file, from 1
  std::string code, name, reason;
};

struct Boundaries {
  std::vector<Outline> areas;          // by code
  std::vector<LeftOutArea> left_out;
  std::vector<std::string> unmatched;  // codes that the register of authorities does not have; none where the areas are small ones
  std::vector<std::string> remarks;
  std::size_t found = 0;               // features in the layer
  bool are_small = false;              // wards and the like, within authorities
};

// Of the layer asked for; without one, of the layer that has most codes of the register.
kit::Verdict<Boundaries> boundaries_of(const GeoFile& file, const std::string& layer, const compare::Authorities& authorities);

}  // namespace explore
