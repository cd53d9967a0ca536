// A rule tried on the real figures, before it is set: what would change, for whom and why; and the form that sets it.
#pragma once
#include "assess/rules_view.h"
#include "council/desk.h"
#include "kit/http.h"
#include "kit/verdict.h"
#include "parts/page.h"

namespace assess {

// A change on its way: the rule, and what is typed about it.
struct RuleChange {
  Scope scope;
  RatingRule rule;   // of one that is given up: the one that would count
  bool gone = false;
  std::string from, reason, authority;
};

parts::Reply recount_page(const kit::Request& asked, council::Desk& desk, const Picture& picture,
                          const RuleChange& change, const kit::Refusals& no);

void steps_to_read(kit::Html& html, const std::vector<StepView>& steps);

}  // namespace assess
