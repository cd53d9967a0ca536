#include "entry_test.h"

namespace collect {
namespace {

using namespace tests;

indicator::Definition of_unit(std::string unit) {
  indicator::Definition d;
  d.code = "WS01";
  d.unit = std::move(unit);
  return d;
}

// What is kept, in plain decimals, or the sentence that refuses.
std::string read(std::string_view text, std::string unit) {
  const auto number = read_typed(text, of_unit(std::move(unit)));
  return number ? number->text() : said(number.refusals());
}
// What the form shows of what was typed.
std::string shown(std::string_view text, const std::string& unit) { return as_typed(*read_typed(text, of_unit(unit)), of_unit(unit)); }

TEST(WhatIsTyped, IsReadByItsUnit) {
  EXPECT_EQ(typed_as(of_unit("£")), TypedAs::money);
  EXPECT_EQ(typed_as(of_unit("£ per household")), TypedAs::money);
  EXPECT_EQ(typed_as(of_unit("Yes/No")), TypedAs::yes_or_no);
  EXPECT_EQ(typed_as(of_unit("h:mm:ss")), TypedAs::duration);
  EXPECT_EQ(typed_as(of_unit("date")), TypedAs::date);
  EXPECT_EQ(typed_as(of_unit("days")), TypedAs::number);
}

TEST(Money, MayHaveItsPoundSignAndCommas) {
  EXPECT_EQ(read("£1,234.50", "£"), "1234.5");
  EXPECT_EQ(read("1234.5", "£"), "1234.5");
  EXPECT_EQ(read("-£20", "£"), "-20");
  EXPECT_EQ(read("£12", "days"), "Found ‘£12’. WS01 is not money: leave out the pound sign.");
}

TEST(APercentage, MayHaveItsSignWhereItIsOne) {
  EXPECT_EQ(read("92.5%", "%"), "92.5");
  EXPECT_EQ(read("92.5", "%"), "92.5");
  EXPECT_EQ(read("92.5%", "days"), "Found ‘92.5%’. WS01 is not a percentage: leave out the per cent sign.");
}

TEST(YesOrNo, IsTypedInWords) {
  for (const auto* yes : {"yes", "Yes", " YES ", "y", "1"}) EXPECT_EQ(read(yes, "yes/no"), "1") << yes;
  for (const auto* no : {"no", "No", "n", "0"}) EXPECT_EQ(read(no, "yes/no"), "0") << no;
  EXPECT_EQ(read("perhaps", "yes/no"), "Found ‘perhaps’. Type yes or no.");
  EXPECT_EQ(shown("y", "yes/no"), "yes");
  EXPECT_EQ(shown("0", "yes/no"), "no");
}

TEST(ADuration, IsKeptInSeconds) {
  EXPECT_EQ(read("1:05:30", "h:mm:ss"), "3930");
  EXPECT_EQ(read("0:07", "h:mm:ss"), "420") << "hours and minutes";
  EXPECT_EQ(read("125:00:00", "h:mm:ss"), "450000");
  for (const auto* wrong : {"1:60:00", "1:00:60", "90", "1:", ":30", "1:5:3:2", "-1:00", "1h 30m", "", "100000:00:00", "99999999999:00"})
    EXPECT_EQ(read(wrong, "h:mm:ss").substr(0, 6), "Found ") << wrong;
  EXPECT_EQ(read("90", "h:mm:ss"), "Found ‘90’. Type hours, minutes and seconds, such as 1:05:30.");
  EXPECT_EQ(shown("01:05:30", "h:mm:ss"), "1:05:30");
}

TEST(ADate, IsTypedAsYearMonthDay) {
  EXPECT_EQ(read("1970-01-02", "date"), "1");
  EXPECT_EQ(shown("2025-07-31", "date"), "2025-07-31");
  EXPECT_EQ(shown("1948-07-05", "date"), "1948-07-05");
  for (const auto* wrong : {"31/07/2025", "2025-02-29", "soon"})
    EXPECT_EQ(read(wrong, "date"), "Found ‘" + std::string(wrong) + "’. Type the day as in 2025-07-31.");
}

TEST(ANumber, IsNeverGuessed) {
  EXPECT_EQ(read("1,234.5", ""), "1234.5");
  EXPECT_EQ(read("−3", ""), "-3") << "a minus sign of another kind";
  for (const auto* wrong : {"1.234,5", "1e3", "NaN", "12 or 13", "1,23", "5k", "--1"})
    EXPECT_FALSE(read_typed(wrong, of_unit(""))) << wrong;
}

}  // namespace
}  // namespace collect
