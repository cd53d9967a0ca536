// Sets of boundaries in the database. A set of the same name is its next edition: maps use the newest, the earlier stay.
#pragma once
#include <string>
#include <vector>

#include "council/record.h"
#include "explore/boundaries.h"
#include "kit/db.h"

namespace explore {

struct BoundarySet {
  std::int64_t number = 0;
  std::string name, source, licence;
  std::optional<kit::Date> dated;  // the day whose boundaries they are
  std::string file;                // as its owner named it
  std::int64_t found = 0, taken = 0;
  bool are_small = false;
  std::vector<std::string> remarks, unmatched;
  kit::Moment at;
  council::RecordId record = 0;
};

kit::Refusals faults_of(const BoundarySet& set);  // of its name and licence, as they were typed

std::vector<BoundarySet> boundary_sets(kit::Transaction& tx, kit::Moment as_at);          // newest first
std::vector<BoundarySet> newest_boundary_sets(const std::vector<BoundarySet>& all);       // one of each name
std::vector<Outline> outlines_of(kit::Transaction& tx, const BoundarySet& set);           // by code
std::vector<LeftOutArea> areas_left_out_of(kit::Transaction& tx, const BoundarySet& set);
std::int64_t add_boundaries(kit::Transaction& tx, const BoundarySet& set, const Boundaries& boundaries, council::RecordId record);

}  // namespace explore
