#include "exchange/intake.h"

namespace exchange {

// Rows of one indicator usually follow one another, so the word asked last is tried first.
std::uint32_t Words::place_of(std::string_view word) {
  if (!all_.empty() && all_[last_] == word) return last_;
  asked_.assign(word);
  const auto [found, is_new] = places_.try_emplace(asked_, static_cast<std::uint32_t>(all_.size()));
  if (is_new) all_.push_back(asked_);
  return last_ = found->second;
}

bool Intake::empty() const { return rows() == 0; }

std::size_t Intake::rows() const {
  return council.size() + plan.size() + indicators.size() + targets.size() + figures.size() + people.size() +
         rebases.size() + rules.size() + money.size() + predecessors.size() + mapping.size() + tidy.size();
}

}  // namespace exchange
