// The covering paper that goes to a committee with a report, in the two forms that councils use: the long one with its implications
// (source 001), and the short one of a scrutiny committee (source 003). Some lines stand in the table in front, others have a heading.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"
#include "report/pack.h"

namespace report {

struct PaperLine {
  std::string_view name, heading, hint;
  std::string_view under = {};  // the section that it is a part of: "Implications"; empty: it is one itself
};
std::span<const PaperLine> lines_of_a_paper(Shows form);  // Shows::paper, Shows::short_paper

const PaperLine* find_paper_line(std::string_view slot);  // of "paper.purpose"; null: that is no place in a paper

bool is_paper(Shows shows);
// Whether what is written at this place stands in the table in front: "paper.report_to".
bool stands_in_front(std::string_view slot);

// What the table in front says by itself: whether the report is public, and what is attached. Empty for a pack without a paper.
std::vector<std::pair<std::string, std::string>> front_of(const Pack& whole, const Document& document);
// Words that are exempt are named in front, as exempt sections are.
void name_exempt(Document& document, int paragraph);

}  // namespace report
