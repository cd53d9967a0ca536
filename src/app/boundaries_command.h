// `goldenthread boundaries`: brings in a file of boundaries for maps, as the page does. Exit code 0: saved; 1: refused, with every fault.
#pragma once
#include <string>

#include "app/commands.h"

namespace app {

struct BoundariesOptions {
  Place place;
  std::string file, name, source, licence, dated, layer;
  bool dry_run = false;  // say what would be kept and save nothing
};
int boundaries_command(const BoundariesOptions& options);

}  // namespace app
