// A rule in an address, so that one can send what one is writing to a colleague; and the rule that such an address asks for.
#pragma once
#include <optional>
#include <string>

#include "assess/rule_editions.h"
#include "kit/http.h"

namespace assess {

std::string address(std::string_view path, Scope scope, const RatingRule& rule);

std::optional<Scope> scope_asked_for(const kit::Request& asked);  // `for`: the whole council when it is not there
// From `steps` and `name`, or `from` one that is shipped, or the one that counts, or will.
kit::Verdict<RatingRule> rule_asked_for(const kit::Request& asked, const RuleEditions& rules, Scope scope);

// Of all editions, whether they count yet or not: the scope's own, if it has one; and the rule that counts for it.
const RuleEdition* own_rule(const RuleEditions& rules, Scope scope);
const RatingRule& rule_with_own(const RuleEditions& rules, Scope scope);
const RatingRule& rule_without_own(const RuleEditions& rules, Scope scope);

}  // namespace assess
