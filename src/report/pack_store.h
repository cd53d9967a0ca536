// The packs of a council: those that the program brings, each in the newest edition that the council has made of it, and its own.
#pragma once
#include <vector>

#include "council/record.h"
#include "kit/db.h"
#include "report/pack.h"

namespace report {

std::vector<Pack> load_packs(kit::Transaction& tx);  // shipped ones first, in their order; those that report no more say so
void add_pack(kit::Transaction& tx, const Pack& pack, council::RecordId record);  // AlreadyThere: somebody was first

}  // namespace report
