#include "kit/carried.h"

#include <algorithm>

namespace kit {

std::string_view carried(std::string_view path) {
  static const std::vector<Carried> sorted = [] {
    auto all = all_carried();
    std::sort(all.begin(), all.end(), [](const Carried& a, const Carried& b) { return a.path < b.path; });
    return all;
  }();
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), path,
                                   [](const Carried& one, std::string_view wanted) { return one.path < wanted; });
  return at != sorted.end() && at->path == path ? at->bytes : std::string_view{};
}

}  // namespace kit
