#include "kit/fraction.h"

#include <gtest/gtest.h>

#include <limits>

namespace kit {
namespace {

Fraction exact(std::string_view text) { return Fraction(*Decimal::parse(text)); }
std::string text(const std::optional<Fraction>& fraction) {
  const auto number = fraction ? fraction->nearest() : std::nullopt;
  return number ? number->text() : "none";
}

TEST(AFraction, AddsAndMultipliesWithoutRounding) {
  const auto third = *divide(exact("1"), exact("3"));
  EXPECT_EQ(text(third), "0.3333");
  EXPECT_EQ(text(add(*add(third, third), third)), "1");
  EXPECT_EQ(text(multiply(third, exact("3"))), "1");
  EXPECT_EQ(text(subtract(exact("0.1"), exact("0.3"))), "-0.2");
  EXPECT_EQ(*add(exact("0.1"), exact("0.2")), exact("0.3"));
}

TEST(AFraction, IsRoundedOnceHalfAwayFromZero) {
  EXPECT_EQ(text(divide(exact("0.0001"), exact("2"))), "0.0001");
  EXPECT_EQ(text(divide(exact("-0.0001"), exact("2"))), "-0.0001");
  EXPECT_EQ(text(divide(exact("2"), exact("3"))), "0.6667");
  EXPECT_EQ(text(divide(exact("1"), exact("-3"))), "-0.3333");
}

TEST(AFraction, IsNothingOverZeroAndNothingOutOfRange) {
  EXPECT_EQ(text(divide(exact("1"), exact("0"))), "none");
  const Fraction most(Decimal::of_units(std::numeric_limits<std::int64_t>::max()));
  EXPECT_EQ(text(most), "922337203685477.5807");
  EXPECT_EQ(text(add(most, most)), "none");
  auto grown = std::optional(most);
  for (int i = 0; i < 5 && grown; ++i) grown = multiply(*grown, most);
  EXPECT_FALSE(grown);
  const Fraction least(Decimal::of_units(std::numeric_limits<std::int64_t>::min()));
  EXPECT_EQ(text(subtract(least, least)), "0");
}

TEST(AFraction, KnowsWhichIsLess) {
  EXPECT_TRUE(*divide(exact("1"), exact("3")) < exact("0.3334"));
  EXPECT_FALSE(exact("2") < exact("-2"));
  EXPECT_FALSE(exact("2") < exact("2"));
}

}  // namespace
}  // namespace kit
