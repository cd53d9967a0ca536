// What an input comes to in the period of what is computed from it: one figure, or several put together by its own aggregation.
#pragma once
#include <optional>
#include <string>

#include "collect/computed.h"
#include "kit/fraction.h"

namespace collect {

std::string exact_words(kit::Fraction number);  // "4,172.5"

struct TakenInput {
  std::optional<kit::Fraction> value, numerator, denominator;
  State state = State::given;    // when it is missing: why
  std::string missing;           // "has not been entered for May 2025"; empty when there is a figure
  bool over_zero = false;        // a ratio over nothing
  Standing standing = Standing::final;

  std::string words() const;     // "12 of 40", "3.5"
};
TakenInput take_input(const indicator::Definition& made, const indicator::Definition& input,
                      const calendar::Period& period, const Inputs& inputs);

}  // namespace collect
