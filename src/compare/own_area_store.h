// Whose figures are compared: the council's own, by its area code, unless another council is asked for.
#pragma once
#include "compare/group_store.h"
#include "compare/published_store.h"
#include "council/desk.h"
#include "kit/http.h"

namespace compare {

struct Country {
  Authorities authorities;
  std::vector<Load> newest;        // one for each data set
  std::string asked;               // the code, known to the register or not
  const Authority* own = nullptr;  // none: the register does not have it
  std::vector<NeighbourList> lists;  // those that name neighbours of it
  Group group;                     // the one asked for, or those of the same tier
};
Country country_for(const kit::Request& asked, council::Desk& desk);

// As known at a moment, with the eyes of a council.
Country country_in(kit::Transaction& tx, kit::Moment as_at, const std::string& code);
// A group as an address names it; those of the same tier where it names none that there is.
Group group_in(kit::Transaction& tx, const Country& country, const std::string& asked);

}  // namespace compare
