// Distribution lists in the database, in editions.
#pragma once
#include <vector>

#include "council/record.h"
#include "kit/db.h"
#include "report/distribution_list.h"

namespace report {

std::vector<DistributionList> load_lists(kit::Transaction& tx);  // the newest edition of each, by name; removed ones too
std::int64_t add_list(kit::Transaction& tx, const DistributionList& list,
                      council::RecordId record);  // its number. AlreadyThere: somebody was first

}  // namespace report
