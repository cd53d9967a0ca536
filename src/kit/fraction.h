// An exact fraction: what adding, multiplying and dividing exact numbers gives, so that rounding happens once, at the end.
// Arithmetic that leaves the range, or divides by zero, answers "none", never wraps.
#pragma once
#include <optional>

#include "kit/decimal.h"

namespace kit {

class Fraction {
 public:
  constexpr Fraction() = default;
  explicit Fraction(Decimal number);

  friend std::optional<Fraction> add(Fraction a, Fraction b);
  friend std::optional<Fraction> subtract(Fraction a, Fraction b);
  friend std::optional<Fraction> multiply(Fraction a, Fraction b);
  friend std::optional<Fraction> divide(Fraction a, Fraction b);  // none when b is zero as well
  friend bool operator<(Fraction a, Fraction b);
  friend bool operator==(Fraction a, Fraction b) { return a.top_ == b.top_ && a.bottom_ == b.bottom_; }

  bool is_zero() const { return top_ == 0; }
  std::optional<Decimal> nearest() const;  // nearest ten-thousandth, half away from zero; none when out of range

 private:
  __extension__ using Whole = __int128;
  constexpr Fraction(Whole top, Whole bottom) : top_(top), bottom_(bottom) {}
  static std::optional<Fraction> lowest(Whole top, Whole bottom);

  Whole top_ = 0, bottom_ = 1;  // in lowest terms; the bottom is above zero
};

std::optional<Fraction> add(Fraction a, Fraction b);
std::optional<Fraction> subtract(Fraction a, Fraction b);
std::optional<Fraction> multiply(Fraction a, Fraction b);
std::optional<Fraction> divide(Fraction a, Fraction b);

}  // namespace kit
