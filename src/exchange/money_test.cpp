// The sheet Money: read with care, told in editions, all or nothing.
#include <gtest/gtest.h>

#include "exchange/export.h"
#include "exchange/known_council.h"
#include "exchange/preview.h"

namespace exchange {
namespace {

using namespace tried;

const std::string header = "unit,month,budget,actual,committed,forecast,reason,recorded_on\n";

std::shared_ptr<assess::Picture> after(const kit::Verdict<Changes>& verdict) {
  auto picture = council();
  picture->money = verdict->money;
  return picture;
}

TEST(TheSheetMoney, IsReadToThePenny) {
  const auto verdict = decided({csv("money.csv", header + "planning,April 2025,\"£1,234.50\",1200.05,,-0.01,,2025-05-14\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->money.size(), 1u);
  const auto& one = verdict->money[0];
  EXPECT_EQ(one.unit, "PLANNING") << "as the sheet Council spells it";
  EXPECT_EQ(one.month, calendar::Period::month(2025, 4));
  EXPECT_EQ(one.budget, kit::Decimal::parse("1234.5"));
  EXPECT_EQ(one.actual, kit::Decimal::parse("1200.05"));
  EXPECT_FALSE(one.committed);
  EXPECT_EQ(one.forecast, kit::Decimal::parse("-0.01"));
  EXPECT_EQ(one.at, on("2025-05-14"));
  EXPECT_EQ(summary(*verdict), "New: 1 month of money.");
}

TEST(TheSheetMoney, BroughtTwiceChangesNothing) {
  const auto file =
      csv("money.csv",
          header + "PLANNING,April 2025,100,90,,,,2025-05-14\nPLANNING,April 2025,100,95,,,Late bill.,2025-06-14\n");
  const auto first = decided({file});
  ASSERT_TRUE(first) << said(first);
  EXPECT_EQ(first->money.size(), 2u);
  const auto again = decided({file}, after(first));
  ASSERT_TRUE(again) << said(again);
  EXPECT_EQ(again->facts(), 0u);
  EXPECT_EQ((*again)[Sheet::money].unchanged, 2u);
}

TEST(TheSheetMoney, WithAnotherNumberIsANewEditionAndKeepsTheColumnsItLeavesOut) {
  const auto first = decided({csv("money.csv", header + "PLANNING,April 2025,100,,,100,,2025-04-01\n")});
  ASSERT_TRUE(first) << said(first);
  const auto second = decided({csv("closed.csv", "unit,month,actual\nPLANNING,2025-04,90.5\n")}, after(first));
  ASSERT_TRUE(second) << said(second);
  ASSERT_EQ(second->money.size(), 1u);
  EXPECT_EQ(second->money[0].edition, 2);
  EXPECT_EQ(second->money[0].budget, kit::Decimal::whole(100));
  EXPECT_EQ(second->money[0].actual, kit::Decimal::parse("90.5"));
  EXPECT_EQ((*second)[Sheet::money].changed, 1u);
}

TEST(TheSheetMoney, ListsAllItsFaultsByRowAndColumnAndBringsNothing) {
  const auto verdict = decided({csv("money.csv", header +
      "PLANING,April 2025,1,,,,,\nPLANNING,2025/26 Q1,1,,,,,\nPLANNING,May 2025,12.345,,,,,\nPLANNING,June 2025,5%,,,,,\n"
      "PLANNING,July 2025,,,,,,\nPLANNING,April 2025,1,,,,,\nPLANNING,April 2025,2,,,,,\nPLANNING,May 2025,1,,,,,2031-01-01\n")});
  ASSERT_FALSE(verdict);
  const auto all = said(verdict);
  const auto says = [&](const char* sentence) { EXPECT_NE(all.find(sentence), std::string::npos) << sentence << "\n" << all; };
  says("row 2, column unit: found ‘PLANING’. There is no directorate or service with this code. Did you mean PLANNING?");
  says("row 3, column month: found ‘2025/26 Q1’. Type a month such as April 2025 or 2025-04.");
  says("row 4, column budget: found 12.345. Give pounds and pence");
  says("row 5, column budget: found ‘5%’. Type pounds and pence");
  says("row 6, column budget: found no sum.");
  says("row 8, column month: found ‘April 2025’. Row 7 has the same unit, month and date.");
  says("row 9, column recorded_on: found 1 January 2031, which is still to come");
}

TEST(TheSheetMoney, GoesOutAsItCameIn) {
  const auto text = header + "PLANNING,April 2025,100.5,90,10,95,Virement.,2025-05-14\nPLANNING,May 2025,100,,,,,2025-05-14\n";
  const auto verdict = decided({csv("money.csv", text)});
  ASSERT_TRUE(verdict) << said(verdict);
  const auto out = as_csv(export_sheet(*after(verdict), Sheet::money));
  const auto again = decided({csv("money.csv", out)}, after(verdict));
  ASSERT_TRUE(again) << said(again);
  EXPECT_EQ(again->facts(), 0u);
  EXPECT_NE(out.find("PLANNING,April 2025,100.5,90,10,95,Virement.,2025-05-14"), std::string::npos) << out;
}

}  // namespace
}  // namespace exchange
