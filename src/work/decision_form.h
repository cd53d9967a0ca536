// The form under something proposed, by which it is agreed to, refused or withdrawn.
#pragma once
#include <string>
#include <string_view>

#include "collect/proposal.h"
#include "council/desk.h"
#include "kit/html.h"
#include "kit/http.h"

namespace work {

// What whoever looks at it may do.
struct MayDecide {
  bool agree = false, refuse = false, withdraw = false;
  bool any() const { return agree || refuse || withdraw; }
};
void decision_form(kit::Html& html, const council::Desk& desk, std::string_view heading, std::string_view address,
                   const MayDecide& may, const kit::Refusals& no);

collect::ProposalStep step_in(const kit::Request& asked);

}  // namespace work
