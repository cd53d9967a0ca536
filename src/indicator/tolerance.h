// How far from its target a figure may be and still be close (rules.md 3.1). Data: a council has a default, an indicator or
// a target may have its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "kit/decimal.h"
#include "kit/verdict.h"

namespace indicator {

struct Tolerance {
  enum class Kind {
    relative,   // `size` per cent of the target
    absolute,   // `size` in the indicator's own unit (points, for a percentage)
    threshold,  // `size` is itself the floor or ceiling ("explicit" in files)
  };
  Kind kind = Kind::relative;
  kit::Decimal size = kit::Decimal::whole(5);
  std::optional<kit::Decimal> well_above;  // per cent better than target that earns blue; none: no blue
  friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

std::string_view code(Tolerance::Kind kind);  // "relative", "absolute", "explicit"
std::optional<Tolerance::Kind> read_tolerance_kind(std::string_view text);
// "5%", "2 points", "floor 85" for files and settings: "relative 5", "absolute 2", "explicit 85", then optionally " blue 10".
std::string written(const Tolerance& tolerance);
kit::Verdict<Tolerance> read_tolerance(std::string_view text);

}  // namespace indicator
