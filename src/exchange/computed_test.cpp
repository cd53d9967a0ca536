// Computed indicators in files: their formulas with faults by row and column, and the figures that follow.
#include <gtest/gtest.h>

#include "exchange/known_council.h"
#include "exchange/preview.h"

namespace exchange {
namespace {

using namespace tried;

constexpr const char* head = "indicator,title,kind,frequency,good_direction,aggregation,applies_from,unit,computed_from\n";
std::string row(const std::string& code, const std::string& aggregation, const std::string& formula,
                const std::string& frequency = "monthly") {
  return code + ",Title of " + code + ",service," + frequency + ",high_good," + aggregation + ",2023-04-01,," + formula + "\n";
}
File indicators(const std::string& rows) { return csv("indicators.csv", head + rows); }
const std::string inputs = row("A", "sum", "") + row("B", "sum", "");

TEST(AFormulaInAFile, IsRefusedWithItsRowAndColumn) {
  EXPECT_EQ(
      said(decided({indicators(inputs + row("C", "sum", "[A] + [Z]") + row("D", "ratio", "[A] / (") +
                               row("E", "ratio", "[A] + [B]"))})),
      "indicators.csv, row 4, column computed_from: There is no indicator ‘Z’. Correct the reference.\n"
      "indicators.csv, row 5, column computed_from: At character 8: The formula stops here. Write what comes next, or take the last sign out.\n"
      "indicators.csv, row 6, column computed_from: E keeps numerator and denominator, so the last step is a division: ([BBF01] + [BBF02]) / [BBF03]. Its multiplier, 1, comes by itself.\n");
}

TEST(AFormulaInAFile, DoesNotGoRoundThroughOtherRows) {
  EXPECT_EQ(
      said(decided({indicators(inputs + row("C", "sum", "[D] + [A]") + row("D", "sum", "[C] * 2"))})),
      "indicators.csv, row 4, column computed_from: The formulas go round: C needs D, which needs C. Take one of these references out.\n"
      "indicators.csv, row 5, column computed_from: The formulas go round: D needs C, which needs D. Take one of these references out.\n");
}

TEST(AFormulaInAFile, MayReferToALaterRowAndToWhatIsKnown) {
  const auto verdict = decided({indicators(row("C", "sum", "[A] + [B]") + inputs + row("D", "snapshot", "[ho1] - 90"))});
  EXPECT_TRUE(verdict) << said(verdict);
}

std::string told(const Changes& changes) {
  std::string all;
  for (const auto& f : changes.figures) {
    const auto number = f.numerator ? f.numerator->text() + "/" + f.denominator->text()
                        : f.value   ? f.value->text()
                                    : std::string(collect::code(f.state));
    all += std::to_string(f.indicator) + " " + f.period.words() + " " + std::to_string(f.edition) + ": " + number +
           " from " + f.at.date().iso() + ", " + std::string(collect::code(f.standing)) + "\n";
  }
  return all;
}

TEST(FiguresOfAComputedIndicator, FollowFromWhatAFileBringsAsItWasKnown) {
  const auto verdict = decided(
      {indicators(inputs + row("C", "ratio", "[A] / [B]") + row("D", "sum", "[C].numerator + 1", "quarterly")),
       csv("figures.csv",
           "indicator,period,value,published_on\n"
           "A,April 2025,1,2025-05-10\nB,April 2025,4,2025-05-12\nA,April 2025,2,2025-06-12\n"
           "A,May 2025,3,2025-06-10\nB,May 2025,5,2025-06-10\nA,June 2025,7,2025-07-10\nB,June 2025,9,2025-07-11\n"
           "A,July 2025,7,2025-07-31\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(told(*verdict),
            "-3 April 2025 1: 1/4 from 2025-05-12, final\n"
            "-3 April 2025 2: 2/4 from 2025-06-12, revised\n"
            "-3 May 2025 1: 3/5 from 2025-06-10, final\n"
            "-3 June 2025 1: 7/9 from 2025-07-11, final\n"
            "-4 2025/26 Q1 1: 13 from 2025-07-11, final\n");
  EXPECT_EQ(verdict->notices, std::vector<std::string>{"5 figures of two computed indicators follow from what is brought in."});
}

// HO1 is known for April and May; a formula on it is new.
TEST(FiguresOfAComputedIndicator, FollowFromWhatIsKnownWhenTheFormulaIsNew) {
  const auto verdict = decided({indicators(row("D", "snapshot", "[HO1] - 90"))});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(told(*verdict), "-1 April 2025 1: 2.5 from 2025-07-15, final\n-1 May 2025 1: 3 from 2025-07-15, final\n");
}

std::shared_ptr<assess::Picture> with_computed() {
  auto picture = council();
  auto d = definition(7, "D");
  d.computed_from = "[HO1] - 90";
  auto known = figure(4, "2.5", "Computed from HO1 (92.5).");
  known.indicator = 7;
  picture->indicators.push_back({7, {d}, {}, {}, {}, {known}});
  assess::index(*picture);
  return picture;
}

TEST(FiguresOfAComputedIndicator, AreCorrectedWhenAFileCorrectsWhatTheyAreComputedFrom) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value,note\nHO1,April 2025,95,Late cases.\n")}, with_computed());
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(told(*verdict), "7 April 2025 2: 5 from 2025-08-01, revised\n");
}

TEST(FiguresOfAComputedIndicator, AreNotTypedOver) {
  EXPECT_EQ(
      said(decided({csv("figures.csv", "indicator,period,value\nD,April 2025,3\n")}, with_computed())),
      "figures.csv, row 2, column value: found 3, but D is computed from others. Correct those, and it follows; or leave this row out.\n");
  const auto same = decided({csv("figures.csv", "indicator,period,value\nD,April 2025,2.5\n")}, with_computed());
  ASSERT_TRUE(same) << said(same);
  EXPECT_EQ(same->facts(), 0u);
}

TEST(FiguresOfAComputedIndicator, AreTakenAsAFileTellsThemWhereNoneIsKnown) {
  const auto verdict =
      decided({csv("figures.csv",
                   "indicator,period,value,note\nD,June 2025,4,From the old system.\nHO1,June 2025,95,As planned.\n")},
              with_computed());
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(verdict->added_rows.size(), 2u);
  EXPECT_EQ(told(*verdict), "");
}

TEST(AnInputThatChangesItsKind, IsRefusedWhereAFormulaNeedsIt) {
  auto picture = with_computed();
  const auto verdict = decided(
      {csv(
          "indicators.csv",
          "indicator,title,kind,frequency,good_direction,aggregation,applies_from\nHO1,Title of HO1,service,annual,high_good,snapshot,2025-04-01\n")},
      picture);
  EXPECT_EQ(
      said(verdict),
      "indicators.csv, row 2, column computed_from: HO1 is annual and D monthly: a longer period cannot be split. Make D annual, or leave HO1 out.\n");
}

const std::string money_head = "unit,month,budget,actual,committed,forecast,reason,recorded_on\n";

TEST(AFormulaInAFile, IsRefusedMoneyOfNobodyWithTheListOfThoseThatAreKnown) {
  EXPECT_EQ(
      said(decided({indicators(inputs + row("C", "ratio", "[spend PLANING] / [A]"))})),
      "indicators.csv, row 4, column computed_from: There is no directorate or service ‘PLANING’ whose money could be taken. Write one of PLACE or PLANNING.\n");
}

TEST(AUnitCost, FollowsFromMoneyAndActivityAsTheyWereKnown) {
  const auto verdict = decided(
      {indicators(row("A", "sum", "", "quarterly") + row("COST", "ratio", "[spend PLANNING] / [A]", "quarterly")),
       csv("figures.csv", "indicator,period,value,published_on\nA,2025/26 Q1,40,2025-07-10\n"),
       csv("money.csv",
           money_head +
               "PLANNING,April 2025,,100.10,,,,2025-05-14\nPLANNING,May 2025,,200.20,,,,2025-06-14\n"
               "PLANNING,June 2025,,300.30,,,,2025-07-14\nPLANNING,June 2025,,300.40,,,Late bill.,2025-07-20\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(told(*verdict), "-2 2025/26 Q1 1: 600.6/40 from 2025-07-14, final\n-2 2025/26 Q1 2: 600.7/40 from 2025-07-20, revised\n");
}

// The figure of the unit cost was reported without the money of June; that comes in a file later, dated before the report.
TEST(AUnitCost, IsComputedAgainWhenMoneyIsBroughtIn) {
  auto picture = council();
  auto d = definition(7, "COST");
  d.aggregation = indicator::Aggregation::ratio;
  d.computed_from = "[spend PLANNING] / [HO1]";
  auto known = figure(4, "0", "Not available.");
  known.indicator = 7;
  known.value.reset();
  known.state = collect::State::delayed;
  picture->indicators.push_back({7, {d}, {}, {}, {}, {known}});
  assess::index(*picture);
  const auto verdict = decided({csv("money.csv", money_head + "PLANNING,April 2025,,1850,,,,2025-05-14\n")}, picture);
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(told(*verdict), "7 April 2025 2: 1850/92.5 from 2025-08-01, final\n");
  EXPECT_EQ(verdict->notices, std::vector<std::string>{"1 figure of one computed indicator follows from what is brought in."});
}

}  // namespace
}  // namespace exchange
