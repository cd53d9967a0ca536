// Direction of travel by two points (rules.md 4, method 1): a figure and what it is compared with.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "indicator/indicator.h"

namespace assess {

// Rising and falling are for indicators of which neither is good.
enum class Direction : std::uint8_t { improving, worsening, no_change, rising, falling, not_comparable };
std::string_view code(Direction direction);   // "improving", "increasing": as analysts write them
std::string_view words(Direction direction);  // "Improving", "Rising", "Not comparable"

enum class Comparable : std::uint8_t { yes, no };  // no: the definition broke in between

// How large a change must be to count: more than `size`, in the own unit or in per cent of the comparator.
struct Threshold {
  enum class Kind : std::uint8_t { absolute, relative };
  Kind kind = Kind::absolute;
  double size = 0;
};

struct Pair {
  std::optional<double> current, comparator;
  std::optional<double> low, high;  // where within a range is best
  Comparable comparable = Comparable::yes;
};

Direction direction(const Pair& pair, indicator::Polarity polarity, const Threshold& threshold,
                    std::optional<int> decimals);

}  // namespace assess
