// Lists of neighbours in the database, each list of a name in editions.
#pragma once
#include <string>
#include <vector>

#include "compare/neighbour_list.h"
#include "council/record.h"
#include "kit/db.h"

namespace compare {

struct NeighbourList {
  std::string name, source;
  std::int64_t edition = 0;
  kit::Moment at;
  std::int64_t subjects = 0;  // councils for which it names neighbours
};

std::vector<NeighbourList> neighbour_lists(kit::Transaction& tx, kit::Moment as_at);
std::vector<std::string> neighbours_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject);  // nearest first
void add_neighbours(kit::Transaction& tx, const NeighbourList& list, const Neighbours& neighbours, council::RecordId record);

}  // namespace compare
