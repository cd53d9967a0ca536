// An exact number of ten-thousandths: an entered figure, a target, a numerator, a sum of money. Held in 64 bits, so up to
// 922 million million, in the database as in memory. Arithmetic that leaves the range answers "none", never wraps.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kit {

class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal of_units(std::int64_t ten_thousandths) { return Decimal(ten_thousandths); }
  static constexpr Decimal whole(std::int64_t number) { return Decimal(number * 10000); }

  // Plain decimal notation only: optional minus, digits, optional point and digits ("92.5", "-0.125"). At most four
  // decimals may differ from zero; more, or a number out of range, is none. Reading "1,234" or "45%" is kit/number.h's work.
  static std::optional<Decimal> parse(std::string_view text);
  // Nearest ten-thousandth, half away from zero; none when out of range or not finite.
  static std::optional<Decimal> nearest(double number);

  constexpr std::int64_t units() const { return units_; }
  double number() const { return static_cast<double>(units_) / 10000.0; }
  std::string text() const;  // shortest exact: "92.5", "-0.125", "12"

  friend constexpr auto operator<=>(Decimal, Decimal) = default;

 private:
  explicit constexpr Decimal(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);

}  // namespace kit
