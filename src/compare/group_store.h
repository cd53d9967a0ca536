// Lists of neighbours in the database, each list of a name in editions: those that were brought in, and those that were computed.
#pragma once
#include <string>
#include <vector>

#include "compare/computed_group.h"
#include "compare/neighbour_list.h"
#include "council/record.h"
#include "kit/db.h"

namespace compare {

struct NeighbourList {
  std::string name, source;
  std::int64_t edition = 0;
  kit::Moment at;
  std::int64_t subjects = 0;  // councils for which it names neighbours
  std::optional<kit::Date> starts, ends;  // it holds until the day before `ends`
  std::vector<Feature> features;          // of a computed list
};

// The days on which it holds, as they were typed: the last day is the one before `ends`.
void read_days(const std::string& starts, const std::string& last, NeighbourList& list, kit::Refusals& no);

std::vector<NeighbourList> neighbour_lists(kit::Transaction& tx, kit::Moment as_at);
std::vector<Near> near_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject);  // nearest first
std::vector<std::string> neighbours_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject);
void add_neighbours(kit::Transaction& tx, const NeighbourList& list, const Neighbours& neighbours, council::RecordId record);

}  // namespace compare
