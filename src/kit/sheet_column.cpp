#include "kit/sheet.h"

namespace kit {

std::string column_name(unsigned column) {
  std::string name;
  for (std::uint64_t left = std::uint64_t{column} + 1; left > 0; left = (left - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
  return name;
}

}  // namespace kit
