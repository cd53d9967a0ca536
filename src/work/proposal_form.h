// The form by which a new definition or target is proposed, and the table of what would change.
#pragma once
#include <string>

#include "assess/picture.h"
#include "collect/proposal.h"
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace work {

// The indicator as it stands now, for a proposal of this kind and year. Points into the picture.
collect::ChangeOf change_of(const assess::Picture& picture, const assess::Kept& kept, const std::optional<calendar::FinancialYear>& year);
collect::ChangeOf change_of(const assess::Kept& kept, const std::optional<calendar::FinancialYear>& year);  // without the others
calendar::FinancialYear usual_year(kit::Moment now);  // of which a target is proposed: the one that has begun; the next has its round

parts::Page propose_page(const council::Desk& desk, const assess::Kept& kept, const collect::Proposal& typed, const kit::Refusals& no);
collect::Proposal proposal_in(const kit::Request& asked, const assess::Kept& kept, kit::Moment now);  // as typed
collect::Proposal proposal_of(const assess::Kept& kept, collect::Proposal::Kind kind, kit::Moment now);  // as things stand

std::string what_words(const collect::Proposal& proposal);  // "Target for 2025/26"
// Before and after, field by field; only what differs.
void what_would_change(kit::Html& html, const collect::Proposal& proposal, const collect::ChangeOf& of);

}  // namespace work
