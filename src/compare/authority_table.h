// The register of authorities as a CSV file: our own columns, or those of the public list that many use.
#pragma once
#include <istream>
#include <vector>

#include "compare/authority.h"
#include "kit/verdict.h"

namespace compare {

// Needs a code and a name; takes tier, nation, region, start, end, successors, other names and former codes where it finds them.
// Successors may be named by any code that the file has. All faults at once, each with its row and column.
kit::Verdict<std::vector<Authority>> read_authorities(std::istream& in);

// A council whose boundary moved a little, and that was given a new code for it: in files it goes by both.
struct NewCode {
  std::string_view before, now;
};
// The known authorities with the new codes of a table of changes (oldcd, newcd, type: those of the type new_code).
// Refused when it has none.
kit::Verdict<std::vector<Authority>> read_new_codes(std::istream& in, std::vector<Authority> known);

}  // namespace compare
