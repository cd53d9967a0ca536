#include "assess/money_view.h"

#include <gtest/gtest.h>

#include "kit/tell.h"

namespace assess {
namespace {

Picture council() {
  using council::Unit;
  Picture picture;
  picture.as_at = *kit::Moment::parse("2025-08-01T09:00:00Z");
  picture.council.units = {{Unit::Kind::directorate, "PLACE", "Place"}, {Unit::Kind::service, "WASTE", "Waste", "PLACE"}};
  for (const auto& [month, actual] : {std::pair{4, "90.25"}, {5, ""}}) {
    money::Month one;
    one.unit = "WASTE";
    one.month = calendar::Period::month(2025, month);
    one.budget = kit::Decimal::whole(100);
    one.forecast = kit::Decimal::whole(110);
    if (*actual) one.actual = kit::Decimal::parse(actual);
    picture.money.push_back(one);
  }
  return picture;
}

TEST(ThePageOfMoney, ListsADirectorateItsServicesAndTheCouncil) {
  const auto view = money_view(council(), {2025});
  ASSERT_EQ(view.lines.size(), 3u);
  EXPECT_EQ(view.lines[0].name, "Place");
  EXPECT_EQ(view.lines[1].name, "Waste");
  EXPECT_EQ(view.lines[2].kind, "council");
  EXPECT_EQ(view.to, "April 2025");
  EXPECT_EQ(view.lines[2].words, "£20 over budget (adverse, 10.0%)");
}

TEST(ThePageOfMoney, TellsPenceInItsData) {
  const auto csv = kit::told_as_csv(money_view(council(), {2025}), kit::For::machines);
  EXPECT_NE(csv.find("WASTE,Waste,service,PLACE,200,100,90.25,,220,20,adverse,"), std::string::npos) << csv;
}

TEST(ThePageOfMoney, BeginsWithTheNewestYearThatHasAnActual) {
  auto picture = council();
  EXPECT_EQ(newest_year_of_money(picture).words(), "2025/26");
  picture.money.front().month = calendar::Period::month(2024, 4);
  EXPECT_EQ(newest_year_of_money(picture).words(), "2024/25") << "where that of today has none";
  picture.money.clear();
  EXPECT_EQ(newest_year_of_money(picture).words(), "2025/26");
  EXPECT_TRUE(money_view(picture, {2025}).empty());
}

TEST(TheLineOfMoney, StandsBesidePerformanceWhereThereIsMoney) {
  auto picture = council();
  EXPECT_EQ(money_line(picture, {2025}), "Money in 2025/26: budget £200; forecast against it: £20 over budget (adverse, 10.0%).");
  EXPECT_EQ(money_line(picture, {2025}, "WASTE"), money_line(picture, {2025}));
  EXPECT_EQ(money_line(picture, {2025}, "RES"), "");
  EXPECT_EQ(money_line(picture, {2024}), "");
}

TEST(TheSentenceOfMoney, SaysBudgetForecastAndWhatWasSpent) {
  const auto picture = council();
  const auto all = money::council_standing(picture.council, picture.money, {2025}, calendar::Period::year({2025}));
  EXPECT_EQ(
      money_sentence(all),
      "The council’s budget for 2025/26 is £200. The year is forecast to end at £220, £20 over budget (adverse, 10.0%). By the end of April 2025 £90 was spent, against a budget to date of £100.");
}

}  // namespace
}  // namespace assess
