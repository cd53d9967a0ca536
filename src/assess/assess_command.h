// `goldenthread assess`: the arithmetic of every judgement at the command line, so that analysts can check it. A CSV
// file goes in and one comes out, with the columns named as in the files of reference cases.
#pragma once
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace assess {

struct AssessOptions {
  std::string rule;                // "rag", "direction", "spc": assess_words() lists them
  std::string measures;            // aggregate: the file of definitions
  std::vector<std::string> as_at;  // revisions: dates; empty: each day on which something was published
  std::string series;              // spc: the file of series, with what each is to be judged by
  bool summary = false;            // spc: one line for a series, not one for a point
  std::string reference;           // isratio, israte: the file of the reference's age bands
  std::string kind;                // funnel: "proportion", "rate" or "ratio"
  bool curve = false;              // funnel: its limits as curves, not its places
  std::string mapping;             // merge: the file that says which council went where
  std::string successor;           // merge: whose past is told as rows of the sheet Figures; empty: everybody's, with what it is
  std::string weights;             // neighbours: the file of weights; empty: every feature weighs the same
  std::string method;              // forecast: one method; empty: all
};
std::string assess_words();  // "rag, direction, aggregate, … and forecast"

// 0, or 2 when the input is wrong: then every fault stands on `err`, with its row and column, and nothing on `out`.
int assess_command(const AssessOptions& asked, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace assess
