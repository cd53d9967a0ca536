// `goldenthread assess`: the arithmetic of every judgement at the command line, so that analysts can check it. A CSV
// file goes in and one comes out, with the columns named as in the files of reference cases.
#pragma once
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace assess {

struct AssessOptions {
  std::string rule;                // "rag", "direction", "aggregate", "revisions"
  std::string measures;            // aggregate: the file of definitions
  std::vector<std::string> as_at;  // revisions: dates; empty: each day on which something was published
};

// 0, or 2 when the input is wrong: then every fault stands on `err`, with its row and column, and nothing on `out`.
int assess_command(const AssessOptions& asked, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace assess
