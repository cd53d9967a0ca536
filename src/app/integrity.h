// Is everything stored sound? Asks the database itself, walks the chain of records, and compares what is kept with what
// the rules allow. Each fault is a sentence; none means that all is well.
#pragma once
#include <string>
#include <vector>

#include "kit/db.h"

namespace app {

struct Soundness {
  std::vector<std::string> faults;
  std::int64_t records = 0;
  std::int64_t figures = 0;
};

Soundness check_everything(kit::Database& db);

// Files kept with figures that are not on the disk as they were brought.
std::vector<std::string> file_faults(kit::Database& db, const std::string& data_folder);

}  // namespace app
