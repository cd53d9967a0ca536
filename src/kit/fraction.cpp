#include "kit/fraction.h"

#include <limits>

namespace kit {
namespace {

__extension__ using Whole = __int128;

constexpr Whole size(Whole number) { return number < 0 ? -number : number; }

Whole common(Whole a, Whole b) {
  a = size(a);
  while (b != 0) {
    const Whole rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

Fraction::Fraction(Decimal number) {
  const Whole divisor = common(number.units(), 10'000);
  top_ = number.units() / divisor;
  bottom_ = 10'000 / divisor;
}

std::optional<Fraction> Fraction::lowest(Whole top, Whole bottom) {
  constexpr Whole least = std::numeric_limits<Whole>::min();  // has no opposite
  if (bottom == 0 || top == least || bottom == least) return std::nullopt;
  Whole divisor = common(top, size(bottom));
  if (bottom < 0) divisor = -divisor;
  return Fraction(top / divisor, bottom / divisor);
}

std::optional<Fraction> add(Fraction a, Fraction b) {
  Whole left = 0, right = 0, top = 0, bottom = 0;
  const Whole shared = common(a.bottom_, b.bottom_);
  const bool too_large = __builtin_mul_overflow(a.top_, b.bottom_ / shared, &left) ||
                         __builtin_mul_overflow(b.top_, a.bottom_ / shared, &right) ||
                         __builtin_add_overflow(left, right, &top) ||
                         __builtin_mul_overflow(a.bottom_ / shared, b.bottom_, &bottom);
  return too_large ? std::nullopt : Fraction::lowest(top, bottom);
}

std::optional<Fraction> subtract(Fraction a, Fraction b) { return add(a, Fraction(-b.top_, b.bottom_)); }

std::optional<Fraction> multiply(Fraction a, Fraction b) {
  const Whole first = common(a.top_, b.bottom_), second = common(b.top_, a.bottom_);
  Whole top = 0, bottom = 0;
  const bool too_large = __builtin_mul_overflow(a.top_ / first, b.top_ / second, &top) ||
                         __builtin_mul_overflow(a.bottom_ / second, b.bottom_ / first, &bottom);
  return too_large ? std::nullopt : Fraction::lowest(top, bottom);
}

std::optional<Fraction> divide(Fraction a, Fraction b) {
  if (b.top_ == 0) return std::nullopt;
  return multiply(a, b.top_ < 0 ? Fraction(-b.bottom_, -b.top_) : Fraction(b.bottom_, b.top_));
}

bool operator<(Fraction a, Fraction b) {
  const auto difference = subtract(a, b);
  if (difference) return difference->top_ < 0;
  return static_cast<long double>(a.top_) / static_cast<long double>(a.bottom_) <
         static_cast<long double>(b.top_) / static_cast<long double>(b.bottom_);
}

std::optional<Decimal> Fraction::nearest() const {
  const Whole whole = size(top_) / bottom_, rest = size(top_) % bottom_;
  constexpr Whole most = std::numeric_limits<std::int64_t>::max();
  Whole units = 0, scaled = 0;
  if (whole > most / 10'000 || __builtin_mul_overflow(rest, Whole{10'000}, &scaled)) return std::nullopt;
  units = whole * 10'000 + scaled / bottom_;
  if (scaled % bottom_ >= bottom_ - scaled % bottom_) ++units;
  if (units > most) return std::nullopt;
  return Decimal::of_units(static_cast<std::int64_t>(top_ < 0 ? -units : units));
}

}  // namespace kit
