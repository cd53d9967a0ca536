// The direction of travel by the methods that look at more than two figures (rules.md 4, methods 2 to 4): the process chart, a
// line through the last periods, the trend over five years. Each says in a sentence what it found, or why it cannot say.
#pragma once
#include <string>

#include "assess/direction.h"
#include "assess/judgement.h"

namespace assess {

struct Travel {
  Direction direction = Direction::not_comparable;
  std::string why;
};

// By the definition's own method, up to and with `period`. Not for two_point.
Travel travel(const Kept& kept, const indicator::Definition& definition, const calendar::Period& period);

// How a direction was found: "by process chart", "by comparing with the quarter before".
std::string method_words(const indicator::Definition& definition);

// In lists, where only another way than two figures is named: "Worsening", "Worsening, by process chart".
std::string direction_words(const Judgement& judgement);

// "Improving"; and where nothing has changed, what the method calls that: "No significant change", "No clear trend".
std::string_view words(Direction direction, indicator::DirectionMethod method);

}  // namespace assess
