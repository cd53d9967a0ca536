// A file as it was brought: under the name its owner gave it, from memory or from the disk. The name is shown, never used as a path.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace exchange {

struct File {
  std::string name;            // "figures.csv", "Plan 2025.xlsx"
  std::string bytes;           // what it holds; or, when empty,
  std::filesystem::path path;  // where it is
};
using Files = std::vector<File>;

}  // namespace exchange
