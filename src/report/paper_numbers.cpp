#include "report/paper_numbers.h"

namespace report {

Heading PaperNumbers::begin(std::string_view heading) {
  under_ = heading;
  below_ = 0;
  return {3, std::to_string(++section_) + " " + under_};
}

// A list that follows a sentence belongs to it; without one each of its items is a paragraph of its own.
void PaperNumbers::number(std::vector<Block>& blocks, std::vector<Block> text) {
  bool follows = false;
  for (auto& block : text) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) paragraph->text.insert(0, next());
    if (const auto* list = std::get_if<List>(&block); list && !follows) {
      for (const auto& item : list->items) blocks.push_back(Paragraph{next() + item});
      continue;
    }
    follows = std::holds_alternative<Paragraph>(block);
    blocks.push_back(std::move(block));
  }
}

std::vector<Block> PaperNumbers::told(const PaperLine& line, const std::string& heading, std::vector<Block> text) {
  std::vector<Block> blocks;
  const bool is_within = !line.under.empty();
  if (!is_within || under_ != line.under) blocks.push_back(begin(is_within ? line.under : std::string_view(heading)));
  if (!is_within) {
    number(blocks, std::move(text));
    return blocks;
  }
  blocks.push_back(Heading{4, next() + std::string(line.heading)});
  for (auto& block : text) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace report
