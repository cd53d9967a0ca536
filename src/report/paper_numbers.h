// The numbers of a covering paper, as committees write them: 1, 1.1 …, in order of what is written, so that nothing is missing between.
#pragma once
#include <string>
#include <vector>

#include "report/document.h"
#include "report/paper.h"

namespace report {

class PaperNumbers {
 public:
  // The next part of the paper: its number and heading, and its text with a number for each paragraph. A part that belongs under
  // another ("Implications") is a section within it and has a number itself.
  std::vector<Block> told(const PaperLine& line, const std::string& heading, std::vector<Block> text);

 private:
  Heading begin(std::string_view heading);
  std::string next() { return std::to_string(section_) + "." + std::to_string(++below_) + " "; }
  void number(std::vector<Block>& blocks, std::vector<Block> text);

  int section_ = 0, below_ = 0;
  std::string under_;
};

}  // namespace report
