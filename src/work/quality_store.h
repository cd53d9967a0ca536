// Gathers how the figures of every indicator in force came about.
#pragma once
#include <vector>

#include "kit/db.h"
#include "work/quality_facts.h"

namespace work {

// In the order of the picture. Asks the database a fixed number of times, however many indicators there are.
std::vector<QualityFacts> load_quality(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now);

}  // namespace work
