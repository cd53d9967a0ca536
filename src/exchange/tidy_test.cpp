#include "exchange/tidy.h"

#include <gtest/gtest.h>

#include "exchange/known_council.h"

namespace exchange {
namespace {

using namespace tried;
using calendar::Frequency;
using calendar::Period;

TEST(AReference, IsMadeFromTheTitle) {
  EXPECT_EQ(code_from("Not in education, employment or training (NEET)(16-17 years old)"), "NEET");
  EXPECT_EQ(code_from("Local Authority territorial carbon dioxide (CO2) emissions estimates"), "CO2");
  EXPECT_EQ(code_from("School readiness: percentage of children achieving a good level"), "SCHOOL-READINESS");
  EXPECT_EQ(code_from("Employment rate - aged 16-64"), "EMPLOYMENT-RATE");
  EXPECT_EQ(code_from("..."), "INDICATOR");
}

TEST(TheUnit, ComesFromMeasureAndUnit) {
  EXPECT_EQ(unit_of({"", "Percentage", "Persons"}), "%");
  EXPECT_EQ(unit_of({"", "Count", "Persons"}), "");
  EXPECT_EQ(unit_of({"", "Rate per 100,000 aged 65+", "Persons"}), "per 100,000 aged 65+");
  EXPECT_EQ(unit_of({"", "Frequency", "Tonnes"}), "tonnes");
  EXPECT_EQ(unit_of({"", "Frequency", "kilotonnes (kt CO2e)"}), "kilotonnes (kt CO2e)");
}

TEST(TheFrequency, ComesFromThePeriods) {
  const auto rolling = rhythm_of({{12 * 2021 + 9, 12}, {12 * 2022, 12}, {12 * 2022 + 3, 12}});
  ASSERT_TRUE(rolling);
  EXPECT_EQ(rolling->frequency, Frequency::quarterly);
  EXPECT_EQ(rolling->submitted, indicator::Submitted::rolling_12);
  EXPECT_EQ(stands_at({12 * 2021 + 9, 12}, rolling->frequency, rolling->submitted).words(), "2022/23 Q2");
  EXPECT_EQ(rhythm_of({Period::month(2025, 4), Period::month(2025, 6)})->frequency, Frequency::monthly);
  EXPECT_EQ(rhythm_of({{12 * 2019, 12}, {12 * 2020, 12}})->frequency, Frequency::annual);
  EXPECT_FALSE(rhythm_of({Period::month(2025, 4), {12 * 2025 + 3, 12}}));
}

const char* const header = "area_code,area_name,period,indicator,measure,units,value\n";
File tidy(const char* rows) { return csv("published.csv", std::string(header) + rows); }

TEST(RowsOfOtherAreas, AreKeptAsComparatorsAndNotMixedWithTheOwn) {
  const auto verdict = decided({tidy("E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.4\n"
                                     "E06000001,Hartlepool,2023/24,Recycling,Percentage,Waste,30\n"
                                     "E06000001,Hartlepool,2024/25,Recycling,Percentage,Waste,[c]\n")}, council(), "e08000009");
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->figures.size(), 1u);
  EXPECT_EQ(verdict->figures[0].value->text(), "58.4");
  ASSERT_EQ(verdict->comparator_figures.size(), 2u);
  EXPECT_EQ(verdict->comparator_figures[1].symbol, "[c]");
  EXPECT_FALSE(verdict->comparator_figures[1].value);
  ASSERT_EQ(verdict->definitions.size(), 1u);
  EXPECT_EQ(verdict->definitions[0].code, "RECYCLING");
  EXPECT_EQ(verdict->definitions[0].polarity, indicator::Polarity::neutral);
}

TEST(OneTitleInTwoUnits, MakesTwoIndicators) {
  const auto verdict = decided({tidy("E08000009,Trafford,2023/24,Recycling,Frequency,Tonnes,50939\n"
                                     "E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.4\n")}, council(), "E08000009");
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->definitions.size(), 2u);
  EXPECT_EQ(verdict->definitions[0].title, "Recycling (tonnes)");
  EXPECT_EQ(verdict->definitions[1].title, "Recycling");
}

TEST(TidyFiles, AreRefusedUntilTheOwnAreaIsKnown) {
  EXPECT_NE(
      said(decided({tidy("E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.4\n")})).find("--area E06000061"),
      std::string::npos);
  EXPECT_NE(said(decided({tidy("E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.4\n")}, council(), "E99"))
                .find("No row of the files is of the area ‘E99’"),
            std::string::npos);
}

TEST(TwoFiguresForOneAreaAndPeriod, AreRefused) {
  EXPECT_NE(said(decided({tidy("E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.4\n"
                               "E08000009,Trafford,2023/24,Recycling,Percentage,Waste,58.5\n")}, council(), "E08000009"))
                .find("published.csv, row 3, column value: found ‘58.5’. Row 2 gives another figure"), std::string::npos);
}

}  // namespace
}  // namespace exchange
