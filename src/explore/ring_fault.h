// Whether a ring encloses an area as a map needs it: closed, of at least four points, of numbers, and never across itself.
#pragma once
#include <optional>
#include <string>

#include "explore/geo_file.h"

namespace explore {

struct RingFault {
  enum class Weight : std::uint8_t { spoils, slight };  // slight: a loop of less than a hundredth of what the ring encloses
  std::string sentence;
  Weight weight = Weight::spoils;
};

// What is wrong, or none. `looks` is how many pairs of lines may still be looked at in this file: a ring made to take for ever is given
// up and said so.
std::optional<RingFault> fault_of(const Ring& ring, std::size_t& looks);

}  // namespace explore
