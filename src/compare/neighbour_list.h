// A list of neighbours that somebody made: for each council the others that are most like it. Not symmetric: A may be among the
// neighbours of B and not the reverse.
#pragma once
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "compare/authority.h"
#include "kit/verdict.h"

namespace compare {

struct Near {
  std::string area;     // its code
  std::string because;  // in what it is near, a line each; or how near it is said to be; empty: not known
  bool operator==(const Near&) const = default;
};
using Neighbours = std::map<std::string, std::vector<Near>>;  // by code: nearest first
std::vector<std::string> codes_of(const std::vector<Near>& all);

struct NeighbourFile {
  Neighbours of;
  std::vector<std::string> remarks;  // what was left out, in sentences
};

// A row for each pair, with the columns subject_gss and neighbour_gss (or area_code and neighbour_code), and rank where there is one;
// a column of area codes alone, which are then the neighbours of `own`; or a row for each council with its neighbours side by side as the
// Department for Education publishes them (la_name, old_la_code, SN_1, SN_1P, SN_2 …), whose numbers are told by the names in the file.
kit::Verdict<NeighbourFile> read_neighbours(std::istream& in, const std::string& own, const Authorities& authorities, kit::Date day);

}  // namespace compare
