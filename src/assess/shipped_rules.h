// The rules that come with Goldenthread: the usual one, which counts until a council has its own, and others that councils publish
// and that one can start from.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "assess/rating_rule.h"

namespace assess {

struct ShippedRule {
  std::string_view code;  // "two-strikes", for addresses
  RatingRule rule;
  std::string_view about;
};
std::span<const ShippedRule> shipped_rules();  // the usual one first
const RatingRule& usual_rule();
std::string named(const RatingRule& rule);  // "the usual rule", "the rule ‘Two strikes’"

}  // namespace assess
