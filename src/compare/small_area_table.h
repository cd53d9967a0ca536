// A file of wards or other small areas: the council's own list, or a lookup as the Office for National Statistics publishes it
// (WD24CD, WD24NM, LAD24CD).
#pragma once
#include <istream>
#include <vector>

#include "compare/authority.h"
#include "kit/verdict.h"

namespace compare {

// Each area once, however many rows name it. Only those within `own` where the file names authorities of others too: what is not ours is
// counted.
struct SmallAreas {
  std::vector<Authority> all;
  std::size_t elsewhere = 0;  // rows of areas within other authorities
};
kit::Verdict<SmallAreas> read_small_areas(std::istream& in, const Authorities& authorities, const std::string& own);

}  // namespace compare
