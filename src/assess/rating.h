// How a figure stands against its target (rules.md 3.1): on it, close to it, off it, or why that cannot be said.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indicator/indicator.h"
#include "indicator/target.h"

namespace assess {

// Not rated: the council's rule says so, as of a provisional figure.
enum class Rating : std::uint8_t { blue, green, amber, red, no_data, no_target, data_only, not_rated };
inline constexpr std::array all_ratings = {Rating::blue,    Rating::green,     Rating::amber,     Rating::red,
                                           Rating::no_data, Rating::no_target, Rating::data_only, Rating::not_rated};
std::string_view code(Rating rating);   // "green", "no_data"
std::string_view words(Rating rating);  // "On target", "No figure yet"
inline bool is_rated(Rating rating) { return rating <= Rating::red; }

// What a figure stands against. Doubles, since a target to date is seldom a round number.
struct Standard {
  std::optional<double> target, low, high;
  indicator::Tolerance::Kind kind = indicator::Tolerance::Kind::relative;
  double tolerance = 0;              // per cent of the target, the own unit, or the limit itself
  std::optional<double> well_above;  // per cent better than target that earns blue
};
Standard standard(const indicator::Expected& expected, const indicator::Tolerance& tolerance);

struct Rated {
  Rating rating = Rating::no_data;
  std::optional<double> variance;          // figure less target; for a range the distance outside it
  std::optional<double> variance_percent;  // of the target's size; none for a target of zero
  std::optional<double> favourable;        // above zero is better than target
  int step = -1;                           // of the rule, that decided; -1: there was nothing to judge
};

// By the usual rule. With `decimals`, figure and target are rounded for publication first: what the reader sees is what is judged.
Rated rate(std::optional<double> figure, const Standard& standard, indicator::Polarity polarity,
           std::optional<int> decimals);

}  // namespace assess
