#include "compare/published_notes.h"

#include <algorithm>

namespace compare {
namespace {

constexpr std::size_t most_remarks = 40, most_reasons = 200, most_letters = 80;

}  // namespace

void PublishedNotes::leave(const WhyLeft& why, const FoundAt& at) {
  const std::string reason(why.reason);
  const bool has_room = left_out_.size() < most_reasons || left_out_.contains(reason);
  const auto& told = has_room ? why : why::others_alike;
  auto& left = left_out_[std::string(told.reason)];
  if (left.values++ > 0) return;
  left.reason = told.reason, left.to_do = told.to_do;
  left.first_row = at.row, left.first_column = at.column.substr(0, most_letters), left.example = at.text.substr(0, most_letters);
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
