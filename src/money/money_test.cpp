#include "money/money.h"

#include <gtest/gtest.h>

#include "money/standing.h"

namespace money {
namespace {

using calendar::Period;
constexpr calendar::FinancialYear year{2025};

Pounds pounds(std::string_view text) { return text.empty() ? Pounds() : kit::Decimal::parse(text); }

Month month(std::string unit, int of_year, std::string_view budget, std::string_view actual = "", std::string_view forecast = "") {
  Month made;
  made.unit = std::move(unit);
  made.month = Period::month(of_year < 4 ? 2026 : 2025, of_year);
  made.budget = pounds(budget);
  made.actual = pounds(actual);
  made.forecast = pounds(forecast);
  return made;
}

Standing standing_of(const Months& all, int to) { return standing(newest(all), year, Period::month(2025, to)); }

std::string said(const Month& one) {
  std::string all;
  const auto no = faults(one);
  for (const auto& refusal : no.all()) all += refusal.field + ": " + refusal.sentence + "\n";
  return all;
}

TEST(Money, IsWrittenByItsDigitsAndNotByADouble) {
  EXPECT_EQ(written(*pounds("90071992547409.93")), "£90,071,992,547,409.93");
  EXPECT_EQ(written(*pounds("-1250.5")), "−£1,250.50");
  EXPECT_EQ(written(*pounds("0.05")), "£0.05");
  EXPECT_EQ(in_whole_pounds(*pounds("999.5")), "£1,000");
  EXPECT_EQ(in_whole_pounds(*pounds("-999.49")), "−£999");
  EXPECT_EQ(in_whole_pounds(*pounds("-0.4")), "£0");
}

TEST(Money, HasNoPartOfAPenny) {
  EXPECT_EQ(said(month("WASTE", 4, "12.345")), "budget: found 12.345. Give pounds and pence, with at most two decimals: 1250.75.\n");
  EXPECT_EQ(said(month("WASTE", 4, "12.34", "-0.01")), "");
}
TEST(Money, IsRefusedWhereItCannotBeMeant) {
  EXPECT_NE(said(month("WASTE", 4, "10000000000.01")).find("not in thousands"), std::string::npos);
  EXPECT_EQ(said(month("WASTE", 4, "10000000000")), "");
  EXPECT_NE(said(month("WASTE", 4, "")).find("found no sum"), std::string::npos);
}

TEST(TheYear, AddsUpToThePenny) {
  Months all;
  for (int m = 4; m <= 12; ++m) all.push_back(month("WASTE", m, "0.10", m <= 6 ? "0.20" : "", "0.10"));
  const auto now = standing_of(all, 6);
  EXPECT_EQ(now.budget, pounds("0.9"));
  EXPECT_EQ(now.budget_to_date, pounds("0.3"));
  EXPECT_EQ(now.actual, pounds("0.6"));
  EXPECT_EQ(now.variance(), pounds("0"));
  EXPECT_EQ(now.variance_to_date(), pounds("0.3"));
  EXPECT_EQ(variance_words(now), "On budget");
}

TEST(TheYear, CountsTheNewestEditionAlone) {
  auto first = month("WASTE", 4, "100", "90", "100"), second = first;
  second.edition = 2;
  second.actual = pounds("95");
  EXPECT_EQ(standing_of({first, second}, 4).actual, pounds("95"));
}

TEST(TheYear, HoldsItsOwnMonthsAlone) {
  auto before = month("WASTE", 4, "100");
  before.month = Period::month(2025, 3);
  EXPECT_FALSE(standing_of({before}, 4).budget);
}

TEST(AForecast, OverBudgetIsAdverseAndUnderItFavourable) {
  EXPECT_EQ(variance_words(standing_of({month("WASTE", 4, "1000", "", "1012.5")}, 4)), "£13 over budget (adverse, 1.3%)");
  EXPECT_EQ(variance_words(standing_of({month("WASTE", 4, "1000", "", "900")}, 4)), "£100 under budget (favourable, 10.0%)");
  EXPECT_EQ(against(pounds("0.01")), Against::adverse);
  EXPECT_EQ(against(pounds("-0.01")), Against::favourable);
}
TEST(AForecast, OfIncomeIsAdverseWhenLessComesIn) {
  EXPECT_EQ(variance_words(standing_of({month("PLANNING", 4, "-1000", "", "-900")}, 4)), "£100 over budget (adverse, 10.0%)");
}
TEST(AForecast, TakesTheActualOfAMonthThatHasNoOther) {
  EXPECT_EQ(standing_of({month("WASTE", 4, "100", "120"), month("WASTE", 5, "100", "", "90")}, 4).forecast, pounds("210"));
}
TEST(AForecast, OfTheYearIsNotKnownWhileAMonthHasNone) {
  const auto now = standing_of({month("WASTE", 4, "100", "120"), month("WASTE", 5, "100")}, 4);
  EXPECT_FALSE(now.forecast);
  EXPECT_EQ(variance_words(now), "Not known: 1 month has no forecast");
  EXPECT_EQ(against(now.variance()), Against::not_known);
}
TEST(AForecast, OfNothingHasNoShare) {
  EXPECT_EQ(variance_words(standing_of({month("WASTE", 4, "0", "", "50")}, 4)), "£50 over budget (adverse)");
  EXPECT_EQ(variance_words(standing_of({month("WASTE", 4, "", "50")}, 4)), "Not known: there is no budget");
}

TEST(TheYearToDate, IsNotComparedWhileAnActualIsMissing) {
  const auto now = standing_of({month("WASTE", 4, "100", "90"), month("WASTE", 5, "100")}, 5);
  EXPECT_EQ(now.actual, pounds("90"));
  EXPECT_EQ(now.months_without_actual, 1);
  EXPECT_FALSE(now.variance_to_date());
}
TEST(TheYearToDate, GoesToTheNewestActualAndNoFurtherThanAsked) {
  const Months all = {month("WASTE", 4, "100", "90"), month("WASTE", 5, "100", "95"), month("WASTE", 6, "100")};
  EXPECT_EQ(newest_actual(newest(all), year, Period::year(year)), Period::month(2025, 5));
  EXPECT_EQ(newest_actual(newest(all), year, Period::month(2025, 4)), Period::month(2025, 4));
  EXPECT_EQ(newest_actual(newest({}), year, Period::year(year)), Period::month(2025, 3));
}

council::Council two_directorates() {
  using council::Unit;
  council::Council council;
  council.units = {{Unit::Kind::directorate, "PLACE", "Place"},
                   {Unit::Kind::service, "WASTE", "Waste", "PLACE"},
                   {Unit::Kind::service, "PLANNING", "Planning", "PLACE"},
                   {Unit::Kind::directorate, "RES", "Resources"},
                   {Unit::Kind::service, "LOST", "Part of nothing", "GONE"}};
  return council;
}

TEST(TheCouncil, IsTheSumOfItsDirectoratesAndTheyOfTheirServices) {
  const Months all = {month("LOST", 4, "1", "1"), month("PLACE", 4, "10.01", "10"), month("PLANNING", 4, "20", "21"),
                      month("WASTE", 4, "30", "30")};
  const auto council = two_directorates();
  const auto now = council_standing(council, all, year, Period::year(year));
  ASSERT_EQ(now.directorates.size(), 2u) << "Resources has no money, and what is part of nothing stands by itself";
  EXPECT_EQ(now.directorates[0].whole.budget, pounds("60.01")) << "its own, and that of both services";
  EXPECT_EQ(now.directorates[0].services.size(), 2u);
  EXPECT_EQ(now.directorates[0].services[1].whole.actual, pounds("21"));
  EXPECT_EQ(now.total.budget, pounds("61.01"));
  EXPECT_EQ(now.to, Period::month(2025, 4));
}
TEST(TheCouncil, WithoutMoneyHasNoLines) { EXPECT_FALSE(council_standing(two_directorates(), {}, year, Period::year(year)).any()); }

}  // namespace
}  // namespace money
