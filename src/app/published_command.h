// `goldenthread published`: brings in a file of published figures of any size, as the page does, with the same checks. Exit code 0: saved;
// 1: refused, with every fault.
#pragma once
#include "app/commands.h"
#include "compare/bring_in.h"

namespace app {

struct PublishedOptions {
  Place place;
  std::string path, dictionary;
  compare::SaidOfFile said;
  std::size_t memory = usual_figures_memory;
  bool dry_run = false;  // say what would be kept and save nothing
};
int published_command(const PublishedOptions& options);

}  // namespace app
