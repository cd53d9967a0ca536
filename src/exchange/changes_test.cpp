#include <gtest/gtest.h>

#include "exchange/known_council.h"
#include "exchange/preview.h"

namespace exchange {
namespace {

using namespace tried;

const Tally& figures(const kit::Verdict<Changes>& verdict) { return (*verdict)[Sheet::figures]; }

TEST(ARowThatSaysWhatIsKnown, ChangesNothing) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value,note\nho1,April 2025,92.5,Two crews short.\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(figures(verdict).unchanged, 1u);
  EXPECT_EQ(verdict->facts(), 0u);
  EXPECT_EQ(summary(*verdict), "Everything in the files is known already. Nothing changes.");
}

TEST(AColumnThatIsLeftOut, KeepsWhatIsKnown) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value\nHO1,April 2025,92.5\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(figures(verdict).unchanged, 1u);
  const auto people = decided({csv("people.csv", "person,name,role\np.shah,Priya Shah,officer\n")});
  ASSERT_TRUE(people) << said(people);
  EXPECT_EQ((*people)[Sheet::people].unchanged, 1u);
}

TEST(ANewFigureInPlaceOfAnother, DoesNotTakeOverItsNote) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value\nHO1,April 2025,95\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->added_rows.size(), 1u);
  const auto& added = verdict->figure_rows[verdict->added_rows[0]];
  EXPECT_EQ(added.edition, 2);
  EXPECT_EQ(added.note, "");
  EXPECT_EQ(added.at, today);
  EXPECT_EQ(figures(verdict).first_changed, std::vector<std::string>{"HO1, April 2025: 92.5 becomes 95"});
}

TEST(EditionsInOneFile, FollowOneAnotherByTheirDates) {
  const auto verdict =
      decided({csv("figures.csv",
                   "indicator,period,value,published_on\nHO1,June 2025,90,2025-07-10\nHO1,June 2025,91,2025-07-20\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->added_rows.size(), 2u);
  EXPECT_EQ(verdict->figure_rows[verdict->added_rows[1]].edition, 2);
  EXPECT_EQ(verdict->figure_rows[verdict->added_rows[1]].at, on("2025-07-20"));
}

TEST(AnEditionOfTheSameDay, FollowsTheOneBeforeByASecond) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value,published_on\nHO1,May 2025,94,2025-07-15\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(verdict->figure_rows[verdict->added_rows[0]].at, kit::Moment{on("2025-07-15").seconds + 1});
}

TEST(MeasureAndCase, AreUnderstoodInColumnNames) {
  const auto verdict = decided({csv("figures.csv", "Measure,PERIOD,Value,Published On\nHO1,June 2025,\"1,234.5%\",31/07/2025\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  const auto& row = verdict->figure_rows[verdict->added_rows[0]];
  EXPECT_EQ(row.value->text(), "1234.5");
  EXPECT_EQ(row.at, on("2025-07-31"));
}

TEST(MoreThanFourDecimals, AreRoundedAndCounted) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value\nHO1,June 2025,90.000049\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(verdict->figure_rows[verdict->added_rows[0]].value->text(), "90");
  ASSERT_EQ(verdict->notices.size(), 1u);
  EXPECT_EQ(verdict->notices[0], "1 figure has more than four decimals. The nearest ten-thousandth was taken.");
}

TEST(ARenumberedIndicator, KeepsItsIdentity) {
  const auto verdict =
      decided({csv("indicators.csv",
                   "indicator,formerly,title,kind,frequency,good_direction,aggregation,applies_from,agreed_on\n"
                   "HO7,HO1,Title of HO1,service,monthly,high_good,snapshot,2025-04-01,2025-04-01\n"),
               csv("figures.csv", "indicator,period,value\nHO7,June 2025,90\nHO1,July 2025,91\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->definitions.size(), 1u);
  EXPECT_EQ(verdict->definitions[0].indicator, 1);
  EXPECT_EQ(verdict->definitions[0].edition, 2);
  for (const auto row : verdict->added_rows) EXPECT_EQ(verdict->figure_rows[row].indicator, 1);
  EXPECT_TRUE(verdict->lines.empty()) << "its priorities were not in the file";
}

TEST(ThePrioritiesOfAnIndicator, AreAddedAndTakenAway) {
  const auto verdict = decided({csv("plan.csv", "what,code,title,framework,level\npriority,PARKS,Parks,PLAN,Vision\n"),
                                csv("indicators.csv", "indicator,title,kind,frequency,good_direction,aggregation,applies_from,priorities\n"
                                                      "HO1,Title of HO1,service,monthly,high_good,snapshot,2023-04-01,parks\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_TRUE(verdict->definitions.empty());
  ASSERT_EQ(verdict->lines.size(), 2u);
  EXPECT_EQ(verdict->lines[0].priority, "PARKS");
  EXPECT_FALSE(verdict->lines[0].gone);
  EXPECT_EQ(verdict->lines[1].priority, "HOMES");
  EXPECT_TRUE(verdict->lines[1].gone);
}

TEST(ATextCellWithAnApostropheAgainstFormulas, ComesBackWithoutIt) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value,note\nHO1,June 2025,-5,'=1+1\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(verdict->figure_rows[verdict->added_rows[0]].note, "=1+1");
}

TEST(EveryRow, IsNewChangedOrUnchanged) {
  const auto verdict = decided(
      {csv("figures.csv", "indicator,period,value\nHO1,April 2025,92.5\n\nHO1,May 2025,94\nHO1,June 2025,1\n , ,\n")});
  ASSERT_TRUE(verdict) << said(verdict);
  EXPECT_EQ(figures(verdict).rows(), 3u);
  EXPECT_EQ(figures(verdict).added, 1u);
  EXPECT_EQ(figures(verdict).changed, 1u);
}

const char* const two_rebases =
    "indicator,starts_on,reason,gone,decided_by,agreed_on\nHO1,2025-05-01,A team left.,,p.shah,2025-06-01\nHO1,2025-05-01,It came back.,yes,p.shah,2025-07-01\n";

TEST(AFreshStartOfAChart, ComesInWithItsEditions) {
  const auto verdict = decided({csv("rebases.csv", two_rebases)});
  ASSERT_TRUE(verdict) << said(verdict);
  ASSERT_EQ(verdict->rebases.size(), 2u);
  EXPECT_EQ(verdict->rebases[0].reason, "A team left.");
  EXPECT_EQ(verdict->rebases[1].edition, 2);
  EXPECT_TRUE(verdict->rebases[1].gone);
  EXPECT_EQ(verdict->rebases[1].at, on("2025-07-01"));
  EXPECT_EQ(summary(*verdict), "New: 1 fresh start of a chart. Changed: 1 fresh start of a chart.");
}

TEST(AFreshStartOfAChart, ThatIsKnownChangesNothing) {
  auto picture = council();
  auto first = decided({csv("rebases.csv", two_rebases)});
  picture->indicators[1].rebases = first->rebases;
  ASSERT_EQ(picture->indicators[1].now().code, "HO1");
  const auto again = decided({csv("rebases.csv", two_rebases)}, picture);
  ASSERT_TRUE(again) << said(again);
  EXPECT_EQ(again->facts(), 0u);
  EXPECT_EQ((*again)[Sheet::rebases].unchanged, 2u);
}

TEST(TheWayADirectionIsFound, IsReadAndRefused) {
  const std::string header = "indicator,title,kind,frequency,good_direction,aggregation,applies_from,direction_method\n";
  const auto good = decided({csv("indicators.csv", header + "X1,T,core,monthly,high_good,snapshot,2025-04-01,process chart\n")});
  ASSERT_TRUE(good) << said(good);
  EXPECT_EQ(good->definitions[0].direction_method, indicator::DirectionMethod::spc);
  const auto unknown = decided({csv("indicators.csv", header + "X1,T,core,monthly,high_good,snapshot,2025-04-01,guess\n")});
  EXPECT_NE(said(unknown).find("column direction_method: found ‘guess’. Choose one of: two_point"), std::string::npos) << said(unknown);
  const auto unfit = decided({csv("indicators.csv", header + "X1,T,core,monthly,high_good,snapshot,2025-04-01,trend_marker\n")});
  EXPECT_NE(said(unfit).find("needs yearly figures"), std::string::npos) << said(unfit);
}

}  // namespace
}  // namespace exchange
