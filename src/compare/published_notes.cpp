#include "compare/published_notes.h"

#include <algorithm>

namespace compare {
namespace {

constexpr std::size_t most_remarks = 40, most_reasons = 200;

}  // namespace

void PublishedNotes::leave(const std::string& reason, std::size_t row, std::string_view example) {
  static const std::string others = "Other columns of the same kind.";
  auto& left = left_out_[left_out_.size() < most_reasons || left_out_.contains(reason) ? reason : others];
  if (left.values++ == 0) left = {left_out_.contains(reason) ? reason : others, 1, row, std::string(example.substr(0, 80))};
}

void PublishedNotes::remark(const std::string& sentence, std::size_t alike) {
  const auto said = [&](const std::string& each) {
    return alike == 0 ? each == sentence : each.starts_with(std::string_view(sentence).substr(0, alike));
  };
  if (remarks_.size() < most_remarks && std::ranges::none_of(remarks_, said)) remarks_.push_back(sentence);
}

std::vector<LeftOut> PublishedNotes::left_out() const {
  std::vector<LeftOut> all;
  for (const auto& [reason, left] : left_out_) all.push_back(left);
  std::ranges::stable_sort(all, std::ranges::greater{}, &LeftOut::values);
  return all;
}

}  // namespace compare
