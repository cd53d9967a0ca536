// What the record says of a figure that is entered, whatever way it came: what stood before, what stands now, and by what right.
#pragma once
#include <string>

#include "collect/entry.h"
#include "council/desk.h"

namespace work {

council::Deed entry_deed(const council::Desk& desk, const collect::Due& due, const collect::Entry& entry, std::string key);

}  // namespace work
