// Sections that a person writes: the covering paper in the forms that councils use (sources 001 and 003), and words of their own.
#include "report/sections.h"

namespace report {
namespace {

struct PaperLine {
  std::string_view name, heading, hint;
};
constexpr PaperLine lines_of_a_paper[] = {
    {"report_to", "Report to", "The committee, and the day of its meeting"},
    {"author", "Report author", "Post and how to reach them"},
    {"priority", "Priority of the plan", "Which one the report belongs to most closely"},
    {"purpose", "Purpose of the report", "In a sentence: why the committee has it before it"},
    {"summary", "Executive summary", "What the reader must know when they read nothing else"},
    {"recommendations", "Recommendations", "What the committee is asked to do; one a line, each begun with a hyphen"},
    {"reasons", "Reasons for the recommendations", "Why this"},
    {"alternatives", "Alternative options considered", "What else was weighed, and why not"},
    {"background", "Background", "What led here"},
    {"issues", "Issues and choices", "What the committee may want to weigh"},
    {"next_steps", "Next steps", "Who does what next, by when"},
    {"resources", "Implications: resources and finance", "Money, people and property"},
    {"legal", "Implications: legal and governance", "Powers and duties"},
    {"policies", "Implications: policies and plans", "Which ones this serves or touches"},
    {"risk", "Implications: risk", "What may go wrong, and what is done about it"},
    {"consultation", "Implications: consultation", "Who was asked, and what they said"},
    {"equality", "Implications: equality", "Who may gain or lose"},
    {"climate", "Implications: climate and environment", "What it does to carbon and nature"},
    {"community", "Implications: community", "What it means for places and people"},
    {"crime", "Implications: crime and disorder", "What it means for safety"},
    {"wards", "Wards affected", "All, or which"},
    {"background_papers", "Background papers", "What was relied on and is not published elsewhere"},
    {"contact", "Contact", "A post, an address, a telephone number"},
};

}  // namespace

std::vector<Block> paper_blocks(const Scene&, const Section& section) {
  std::vector<Block> blocks;
  for (const auto& line : lines_of_a_paper) blocks.push_back(Slot{slot_of(section, line.name), std::string(line.heading), std::string(line.hint)});
  return blocks;
}

std::vector<Block> words_blocks(const Scene&, const Section& section) { return {Slot{slot_of(section, "words"), "", "What the reader of this report should know"}}; }

}  // namespace report
