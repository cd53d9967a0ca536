// The forms of the workbench: trying a target, proposing one, asking, and deciding.
#pragma once
#include "council/desk.h"
#include "kit/http.h"
#include "work/target_workbench.h"

namespace work {

Looking looking_at(const kit::Request& asked);
collect::TypedTarget typed_target(const kit::Request& asked);

std::string workbench_address(const Workbench& view);               // with its year
void try_a_target(kit::Html& html, const Workbench& view);          // by the address alone
void menu_of_offers(kit::Html& html, const Workbench& view, const council::Desk& desk);
void proposal_form(kit::Html& html, const Workbench& view, const council::Desk& desk, const kit::Refusals& no);
void challenge_form(kit::Html& html, const Workbench& view, const council::Desk& desk, const kit::Refusals& no);
void decision_form(kit::Html& html, const Workbench& view, const council::Desk& desk, const kit::Refusals& no);

}  // namespace work
