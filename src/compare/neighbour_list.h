// A list of neighbours that somebody made: for each council the others that are most like it. Not symmetric: A may be among the
// neighbours of B and not the reverse.
#pragma once
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "kit/verdict.h"

namespace compare {

using Neighbours = std::map<std::string, std::vector<std::string>>;  // codes: nearest first

// A row for each pair, with the columns subject_gss and neighbour_gss (or area_code and neighbour_code), and rank where there is one;
// or a column of area codes alone, which are then the neighbours of `own`.
kit::Verdict<Neighbours> read_neighbours(std::istream& in, const std::string& own);

}  // namespace compare
