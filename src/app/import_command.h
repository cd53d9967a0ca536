// `goldenthread import`: files in, all or nothing, with a preview of what changes. Exit code 0: saved, or nothing to do;
// 1: refused, with every fault and its place on standard error.
#pragma once
#include <string>
#include <vector>

#include "app/commands.h"

namespace app {

struct ImportOptions {
  Place place;
  std::vector<std::string> files;
  std::string area;      // the council's own GSS code, for tidy published CSV
  bool dry_run = false;  // say what would change and save nothing
  std::string clock;     // the moment at which it counts as brought in; empty: now
};
int import_command(const ImportOptions& options);

}  // namespace app
