// The form in which a rule is written: its steps as typed, so that a form that comes back shows what stood there.
#pragma once
#include <string>
#include <vector>

#include "assess/rule_editions.h"
#include "council/desk.h"
#include "kit/html.h"
#include "kit/http.h"

namespace assess {

struct TypedCondition {
  std::string kind, number;  // kind empty: none
};
struct TypedStep {
  std::string rating;
  std::vector<TypedCondition> when;
};
struct TypedRule {
  Scope scope;
  std::string name;
  std::vector<TypedStep> steps;
};
TypedRule typed_of(Scope scope, const RatingRule& rule);
TypedRule typed_in(const kit::Request& asked);

// What was typed as a rule; numbers that cannot be read are refused. Whether the rule is sound is for `faults`.
kit::Verdict<RatingRule> read(const TypedRule& typed);

// What a button beside a step does to the list: "up_2", "down_2", "remove_2", "add". Anything else leaves it.
void edit(TypedRule& typed, std::string_view deed);

void rule_form(kit::Html& html, const council::Desk& desk, const TypedRule& typed, const kit::Refusals& no);

}  // namespace assess
