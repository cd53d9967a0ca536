#include "kit/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kit {

TEST(ADecimal, ReadsPlainNotationExactly) {
  const std::pair<std::string_view, std::int64_t> cases[] = {
      {"92.5", 925000},   {"-0.125", -1250}, {"12", 120000},        {"0", 0}, {"-0", 0}, {"0.0001", 1},
      {"1.50000", 15000}, {"007", 70000},    {"0.1000000000", 1000}};
  for (const auto& [text, units] : cases) {
    ASSERT_TRUE(Decimal::parse(text)) << text;
    EXPECT_EQ(Decimal::parse(text)->units(), units) << text;
  }
}

TEST(ADecimal, RefusesEverythingElse) {
  for (const std::string_view text : {"", "-", ".", "1.", ".5", "+1", "--1", "1,234", "45%", " 1", "1 ", "1e5", "0x1F",
                                      "NaN", "1.2.3", "0.00001", "1.23456", "½", "１"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(ADecimal, ReachesTheEndsOfItsRangeAndNotBeyond) {
  EXPECT_EQ(Decimal::parse("922337203685477.5807")->units(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(Decimal::parse("-922337203685477.5808")->units(), std::numeric_limits<std::int64_t>::min());
  EXPECT_FALSE(Decimal::parse("922337203685477.5808"));
  EXPECT_FALSE(Decimal::parse("-922337203685477.5809"));
  EXPECT_FALSE(Decimal::parse("99999999999999999999999999"));
}

TEST(ADecimal, IsWrittenInItsShortestExactForm) {
  for (const std::string_view text :
       {"92.5", "-0.125", "12", "0", "0.0001", "-0.0001", "1000000", "922337203685477.5807", "-922337203685477.5808"})
    EXPECT_EQ(Decimal::parse(text)->text(), text);
}

TEST(ADecimal, TakesTheNearestTenThousandthOfADouble) {
  EXPECT_EQ(Decimal::nearest(0.1 + 0.2)->text(), "0.3");
  EXPECT_EQ(Decimal::nearest(1.00005)->text(), "1.0001");
  EXPECT_EQ(Decimal::nearest(-1.00005)->text(), "-1.0001");
  EXPECT_EQ(Decimal::nearest(2.67485)->text(), "2.6749");
  EXPECT_EQ(Decimal::nearest(0.00004)->text(), "0");
  EXPECT_EQ(Decimal::nearest(-0.00004)->units(), 0);
  EXPECT_EQ(Decimal::nearest(9007199254740.993)->text(), "9007199254740.9922");  // the double's own nearest
  EXPECT_FALSE(Decimal::nearest(1e15));
  EXPECT_FALSE(Decimal::nearest(922337203685477.6));
  EXPECT_FALSE(Decimal::nearest(std::nan("")));
  EXPECT_FALSE(Decimal::nearest(-std::numeric_limits<double>::infinity()));
}

TEST(ADecimal, NeverWrapsWhenAddedOrSubtracted) {
  const auto most = Decimal::of_units(std::numeric_limits<std::int64_t>::max());
  const auto least = Decimal::of_units(std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(add(Decimal::whole(2), *Decimal::parse("0.5"))->text(), "2.5");
  EXPECT_EQ(subtract(Decimal::whole(2), *Decimal::parse("2.5"))->text(), "-0.5");
  EXPECT_FALSE(add(most, Decimal::of_units(1)));
  EXPECT_FALSE(subtract(least, Decimal::of_units(1)));
}

TEST(ADecimal, IsOrderedAsNumbersAre) {
  EXPECT_LT(*Decimal::parse("-1"), *Decimal::parse("-0.9999"));
  EXPECT_LT(*Decimal::parse("9.9"), *Decimal::parse("10"));
}

}  // namespace kit
