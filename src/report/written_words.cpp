#include "report/written_words.h"

#include <algorithm>
#include <utility>

#include "report/paper.h"
#include "report/paper_numbers.h"

namespace report {
namespace {

std::string_view next_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string written_by(const Words& words, const council::Council& council) {
  const auto job = council.job_of(words.by);
  return (job.empty() ? "" : job + ", ") + words.at.date().words();
}

// As a cell of the table in front holds it.
std::string on_one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  for (std::size_t end = 0; (end = text.find('\n', end)) != text.npos;) text.replace(end, 1, "; ");
  return text;
}

// Under a heading they are the report's own text, numbered in a covering paper; without one somebody's comment, with who and when.
std::vector<Block> in_place_of(const Slot& slot, const Words& words, const council::Council& council, PaperNumbers& numbers) {
  if (slot.heading.empty()) return {Note{"", words.words, written_by(words, council)}};
  if (const auto* line = find_paper_line(slot.name)) return numbers.told(*line, slot.heading, blocks_of(words.words));
  std::vector<Block> blocks = {Heading{3, slot.heading}};
  for (auto& block : blocks_of(words.words)) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace

std::vector<Words> open_words(const std::vector<Words>& all) {
  auto open = all;
  std::erase_if(open, [](const Words& words) { return words.exempt > 0; });
  return open;
}

std::vector<Slot> slots_of(const Document& document) {
  std::vector<Slot> slots;
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks)
      if (const auto* slot = std::get_if<Slot>(&block)) slots.push_back(*slot);
  return slots;
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  List list;
  const auto end_list = [&] {
    if (!list.items.empty()) blocks.push_back(std::exchange(list, {}));
  };
  while (!text.empty()) {
    const auto line = next_line(text);
    if (line.starts_with("- ")) {
      list.items.emplace_back(line.substr(2));
      continue;
    }
    end_list();
    if (!line.empty()) blocks.push_back(Paragraph{std::string(line)});
  }
  end_list();
  return blocks;
}

Document with_words(Document document, const std::vector<Words>& all, const council::Council& council, Unwritten unwritten) {
  std::vector<std::pair<std::string, std::string>> front;
  for (auto& part : document.parts) {
    std::vector<Block> blocks;
    PaperNumbers numbers;
    for (auto& block : part.blocks) {
      const auto* slot = std::get_if<Slot>(&block);
      const auto found = slot ? std::ranges::find(all, slot->name, &Words::slot) : all.end();
      const bool is_written = found != all.end() && !found->words.empty();
      if (!slot || (!is_written && unwritten == Unwritten::stay)) blocks.push_back(std::move(block));
      else if (is_written && stands_in_front(slot->name)) front.emplace_back(slot->heading, on_one_line(found->words));
      else if (is_written)
        for (auto& written : in_place_of(*slot, *found, council, numbers)) blocks.push_back(std::move(written));
    }
    part.blocks = std::move(blocks);
  }
  std::erase_if(document.parts, [](const Part& part) { return part.blocks.empty(); });
  document.front.insert(document.front.begin(), front.begin(), front.end());
  for (const auto& words : all)
    if (words.exempt > 0 && !words.words.empty()) name_exempt(document, words.exempt);
  return document;
}

}  // namespace report
