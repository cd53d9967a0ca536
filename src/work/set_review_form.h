// The forms that propose a change of the set: which of the seven, which indicator, and then what that one needs.
#pragma once
#include <string>

#include "assess/set_review.h"
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace work {

// A page below the review: its title, where one is, and what was refused.
parts::Page page_in_review(const assess::Review& review, std::string title, const kit::Refusals& no, std::string here);
parts::Page sealed_page(const assess::Review& review);  // in place of a form, once the set is sealed

parts::Page choose_change_page(const assess::Review& review, const council::Desk& desk);  // the seven, a line each
parts::Page choose_indicator_page(const assess::Review& review, const council::Desk& desk, assess::SetChangeKind kind,
                                  const kit::Refusals& no);
parts::Page propose_change_page(const assess::Review& review, const council::Desk& desk,
                                const assess::ReviewChange& typed, const kit::Refusals& no);

assess::ReviewChange change_in(const kit::Request& asked, const assess::Review& review, assess::SetChangeKind kind);  // as typed
// As things stand; `with`: of a merger, the indicator that a page suggested.
assess::ReviewChange change_of(const assess::Review& review, assess::SetChangeKind kind, const assess::Kept* kept, const std::string& with);

}  // namespace work
