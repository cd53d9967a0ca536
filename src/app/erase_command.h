// goldenthread erase: personal data that has been kept as long as the council says goes, and the chain of records still holds.
#pragma once
#include <string>

#include "app/commands.h"

namespace app {

struct EraseOptions {
  Place place;
  std::string before;    // a day; empty: by the council's settings
  bool dry_run = false;  // say what would go and erase nothing
};
int erase_command(const EraseOptions& options);

}  // namespace app
