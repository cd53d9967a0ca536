// Into which classes the values of a map fall: as many areas in each (quantiles), or as wide a range (equal intervals). Stated with the
// map, with how many areas each has.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace explore {

enum class Classing : std::uint8_t { quantile, equal };
std::string_view code(Classing classing);   // "quantile", for the address
std::string_view words(Classing classing);  // "As many areas in each"
std::optional<Classing> read_classing(std::string_view text);

struct ValueClass {
  double least = 0, most = 0;  // of the values in it; of equal intervals, its bounds
  int areas = 0;
};

struct Classes {
  std::vector<ValueClass> all;  // lowest first
  int of(double value) const;   // its place in `all`
};

// At most `wished` classes, fewer where there are fewer different values: the same value is never in two.
Classes classes_of(std::span<const double> values, Classing classing, int wished = 5);

}  // namespace explore
