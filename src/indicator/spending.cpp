#include "indicator/spending.h"

namespace indicator {
namespace {

constexpr std::string_view word = "spend";

bool is_word(std::string_view text) {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((text[i] | 32) != word[i]) return false;
  return true;
}

}  // namespace

std::string_view unit_spent_by(std::string_view reference) {
  const auto blank = reference.find(' ');
  if (blank == reference.npos || !is_word(reference.substr(0, blank))) return {};
  const auto unit = reference.find_first_not_of(' ', blank);
  return unit == reference.npos ? std::string_view() : reference.substr(unit);
}

Definition spending_of(std::string_view unit, std::string_view name) {
  Definition d;
  d.code = std::string(word) + " " + std::string(unit);
  d.title = "What " + std::string(name) + " spent";
  d.unit = "£";
  d.decimals = 2;
  d.kind = Kind::contextual;
  d.frequency = calendar::Frequency::monthly;
  d.aggregation = Aggregation::sum;
  return d;
}

std::string spoken(const Definition& input) {
  if (unit_spent_by(input.code).empty()) return input.code;
  return "w" + input.title.substr(1);
}

}  // namespace indicator
