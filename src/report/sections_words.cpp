// Sections that a person writes: the covering paper of a committee, and words of their own.
#include "report/paper.h"
#include "report/sections.h"

namespace report {

std::vector<Block> paper_blocks(const Scene&, const Section& section) {
  std::vector<Block> blocks;
  for (const auto& line : lines_of_a_paper(section.shows))
    blocks.push_back(Slot{slot_of(section, line.name), std::string(line.heading), std::string(line.hint)});
  return blocks;
}

std::vector<Block> words_blocks(const Scene&, const Section& section) {
  return {Slot{slot_of(section, "words"), "", "What the reader of this report should know"}};
}

}  // namespace report
