#include "kit/even_rows.h"

#include <gtest/gtest.h>

namespace kit {

TEST(ARow, IsAsWideAsTheNamesOfItsColumns) {
  EvenRows rows({"a", "b", "c"});
  EXPECT_EQ(rows.fault({"1", "2", "3"}), "");
  EXPECT_EQ(
      rows.fault({"1", "2"}),
      "The row has 2 cells where there should be 3: a separator is missing, or the empty cells at its end were left out. Put it in.");
  EXPECT_EQ(
      rows.fault({"1", "2", "3", "4"}),
      "The row has 4 cells where there should be 3: a separator is too many, or a text with one in it is not in quotes. Take it out, or put quotes around the text.");
  EXPECT_NE(rows.fault({"1", "2", "3", ""}), "") << "the other rows have no cell there, so what is blank may have been shifted";
}

TEST(ARow, MayHaveBlankCellsBeyondTheNamesWhereAllHaveThem) {
  EvenRows rows({"a", "b", "", " "});
  EXPECT_EQ(rows.fault({"1", "2", "", ""}), "");
  EXPECT_EQ(rows.fault({"1", "2", "", ""}), "");
  EXPECT_NE(rows.fault({"1", "2"}), "");
  EXPECT_NE(rows.fault({"1", "2", "3", ""}), "");
}

TEST(AComma, IsDecimalWhereItCannotStandBetweenThousands) {
  for (const auto* number : {"12,5", "0,123", "1234,567", "1.234,5", "-3,25", "1.234.567,8", "£0,99", ",5"})
    EXPECT_EQ(comma_in(number), Comma::decimal) << number;
  for (const auto* number : {"12,345", "1,234", "£12,345", "12,345%", "-1,234"}) EXPECT_EQ(comma_in(number), Comma::either) << number;
  for (const auto* number : {"1,234,567", "1,234.5", "12.5", "7", "Bristol, City of", "", "12,345 and 7"})
    EXPECT_EQ(comma_in(number), Comma::none) << number;
}

}  // namespace kit
