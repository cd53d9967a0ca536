// Proposals in the database, each step an edition.
#pragma once
#include <vector>

#include "collect/proposal.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

std::vector<Proposal> all_proposals(kit::Transaction& tx);  // the newest edition of each, in the order in which they were made
std::int64_t add_proposal(kit::Transaction& tx, const Proposal& proposal, council::RecordId record);  // answers its number

}  // namespace collect
