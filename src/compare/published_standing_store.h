// Where the council stands in published indicators that somebody chose, as known at the moment of a picture.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "compare/published_standing.h"
#include "kit/db.h"

namespace compare {

struct ChosenSeries {
  std::vector<Series> all;
  std::string group;  // as an address names it; those of the same tier where it names none that there is
};
// One for each, in their order. None where the register does not have the council.
std::vector<PublishedStanding> published_standings(kit::Transaction& tx, const std::string& data_folder,
                                                   const assess::Picture& picture, const ChosenSeries& chosen,
                                                   const calendar::Period& until);

}  // namespace compare
