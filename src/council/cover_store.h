// Deputies and reach in the database, in editions.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "council/cover.h"
#include "council/record.h"
#include "kit/db.h"
#include "kit/moment.h"

namespace council {

std::vector<Cover> load_covers(kit::Transaction& tx);                                     // newest editions, by person and first day
std::vector<std::string> covered_by(kit::Transaction& tx, const std::string& deputy, kit::Date today);  // whom a deputy stands in for
std::int64_t add_cover(kit::Transaction& tx, const Cover& cover,
                       RecordId record);  // a new one (id 0) or the next edition; answers its number
std::vector<Reach> load_reach(kit::Transaction& tx, const std::string& person);
void add_reach(kit::Transaction& tx, const Reach& reach, RecordId record);

}  // namespace council
