#include "work/quality.h"

#include <gtest/gtest.h>

#include "work/quality_facts.h"

namespace work {
namespace {

using calendar::Period;
using collect::State;

const auto today = kit::Date::of(2025, 9, 1);

// Facts with so many periods that are all in order, entered here and on time.
struct Told {
  indicator::Definition definition;
  QualityFacts facts;

  explicit Told(int periods = 4) {
    definition.code = "BBF07";
    definition.unit = "%";
    definition.decimals = 1;
    definition.least = kit::Decimal::whole(0);
    definition.most = kit::Decimal::whole(100);
    facts.definition = &definition;
    for (int i = periods; i > 0; --i) {
      PeriodFacts one;
      one.period = Period::month(2025, 8 - i);
      one.due = one.period.last().plus(21);
      one.is_there = true;
      one.reported = 60.0 + i;
      one.came = one.due.plus(-3);
      facts.periods.push_back(one);
    }
  }
  PeriodFacts& newest() { return facts.periods.back(); }
  Quality quality() const { return work::quality(facts, today); }
  std::string says(Dimension dimension) const { return quality().statements[static_cast<std::size_t>(dimension)].sentence; }
  std::string concerns() const {
    std::string all;
    for (const auto concern : quality().concerns) all += (all.empty() ? "" : " ") + std::string(code(concern));
    return all;
  }
};

void take_away(PeriodFacts& period) {
  period.is_there = false;
  period.reported.reset();
  period.came.reset();
}

TEST(QualityOfFigures, HasNothingToLookAtWhenAllIsInOrder) {
  Told told;
  EXPECT_EQ(told.concerns(), "");
  EXPECT_EQ(told.quality().headings(), 0);
  EXPECT_EQ(told.quality().statements.size(), 6u);
  EXPECT_EQ(
      told.says(Dimension::accuracy),
      "None of 4 reported figures was changed after it was reported. The checker returned none. Internal audit has not looked at it yet.");
  EXPECT_EQ(told.says(Dimension::completeness), "The last 4 periods all have a figure.");
  EXPECT_EQ(told.says(Dimension::uniqueness), "No other indicator has its title or shows the same figures.");
  EXPECT_EQ(
      told.says(Dimension::consistency),
      "What it counts did not change over these periods. No figure that was entered here was outside what it usually shows.");
  EXPECT_EQ(told.says(Dimension::timeliness), "Of the last 4 periods, four came by their due days.");
  EXPECT_EQ(told.says(Dimension::validity), "A figure must lie between 0.0% and 100.0%. All 4 reported figures do.");
}

TEST(QualityOfFigures, SaysWhatCameLateAndByHowMuch) {
  Told told;
  told.newest().came = told.newest().due.plus(5);
  EXPECT_EQ(told.concerns(), "late");
  EXPECT_EQ(told.says(Dimension::timeliness),
            "Of the last 4 periods, three came by their due days and one came late. It came 5 days late.");
  told.facts.periods[0].came = told.facts.periods[0].due.plus(2);
  EXPECT_EQ(told.quality().days_late, 3.5);
  EXPECT_EQ(told.says(Dimension::timeliness),
            "Of the last 4 periods, two came by their due days and two came late. The median is 3.5 days late.");
}

TEST(QualityOfFigures, CallsAPeriodWithoutAFigureLateSoFarAndAGap) {
  Told told;
  take_away(told.newest());  // July 2025, due by 21 August
  EXPECT_EQ(told.concerns(), "late gap");
  EXPECT_EQ(told.quality().headings(), 2);
  EXPECT_EQ(told.says(Dimension::timeliness),
            "Of the last 4 periods, three came by their due days and one has not come. It is 11 days late so far.");
  EXPECT_EQ(told.says(Dimension::completeness), "Three of the last 4 periods have a figure. Nothing has come for July 2025.");
  told.newest().is_there = true;
  told.newest().state = State::delayed;
  EXPECT_EQ(told.says(Dimension::completeness), "Three of the last 4 periods have a figure. Said to be not available yet: July 2025.");
}

TEST(QualityOfFigures, DoesNotGuessWhenAFileWasEntered) {
  Told told;
  for (auto& period : told.facts.periods) {
    period.came.reset();
    period.from_file = true;
  }
  EXPECT_EQ(told.concerns(), "");
  EXPECT_EQ(told.says(Dimension::timeliness),
            "Of the last 4 periods, four were brought in from files, which do not say when they were entered.");
  EXPECT_EQ(
      told.says(Dimension::consistency),
      "What it counts did not change over these periods. No figure of these was entered here, so none was compared with what it usually shows.");
}

TEST(QualityOfFigures, DoesNotCountWhatDidNotApply) {
  Told told;
  take_away(told.newest());
  told.newest().is_there = true;
  told.newest().state = State::not_applicable;
  EXPECT_EQ(told.concerns(), "");
  EXPECT_EQ(told.says(Dimension::completeness), "The last 3 periods all have a figure. It did not apply in July 2025.");
  EXPECT_EQ(told.quality().periods, 3);
}

TEST(QualityOfFigures, SaysWhatWasChangedHowFarAndWhetherTheStatusFollowed) {
  Told told;
  told.newest().replaced = {{today, 60.0, 61.0}};
  told.facts.periods[0].replaced = {{today, 66.5, 64.0, false, true}};
  EXPECT_EQ(told.concerns(), "changed");
  EXPECT_TRUE(
      told.says(Dimension::accuracy)
          .starts_with(
              "Two of 4 figures were changed after the report, by 2.5 points at most (April 2025); one change of status followed. "));
  EXPECT_EQ(told.quality().changed_status, 1);
}

TEST(QualityOfFigures, SaysWhatTheCheckerAndTheAuditorFound) {
  Told told;
  told.newest().returned = 2;
  told.facts.control = collect::ControlCheck{1, 1, kit::Date::of(2025, 6, 3), collect::ControlCheck::Result::improve, "", "", {}};
  EXPECT_EQ(told.concerns(), "returned control");
  EXPECT_EQ(told.quality().headings(), 1);  // both are accuracy
  EXPECT_EQ(
      told.says(Dimension::accuracy),
      "None of 4 reported figures was changed after it was reported. The checker returned an entry twice (July 2025). Internal audit asked for improvement on 3 June 2025.");
  told.facts.control->result = collect::ControlCheck::Result::sound;
  EXPECT_EQ(told.concerns(), "returned");
}

TEST(QualityOfFigures, AsksForBounds) {
  Told told;
  told.definition.least.reset();
  EXPECT_EQ(told.says(Dimension::validity), "A figure must be 100.0% or less. All 4 reported figures do.");
  told.definition.most.reset();
  EXPECT_EQ(told.concerns(), "bounds");
  EXPECT_EQ(told.says(Dimension::validity),
            "Its definition sets no least and no greatest figure, so nothing stops a slip of the keyboard.");
}

TEST(QualityOfFigures, SaysWhenTheDefinitionBrokeAndWhichIndicatorsAreAlike) {
  Told told;
  told.facts.breaks = {kit::Date::of(2025, 6, 1)};
  told.facts.same_figures = {"BBF08", "BBF09"};
  EXPECT_EQ(told.concerns(), "alike broken");
  EXPECT_EQ(told.says(Dimension::uniqueness), "BBF08 and BBF09 show the same figures in each of these periods.");
  EXPECT_EQ(told.says(Dimension::consistency).substr(0, 82),
            "What it counts changed on 1 June 2025: figures before and after are not compared. ");
}

TEST(QualityOfFigures, WithMoreHeadingsToLookAtAreWorse) {
  Told two, one, more;
  take_away(two.newest());                                         // timeliness and completeness
  for (auto& period : one.facts.periods) period.came = period.due.plus(1);  // timeliness alone, four figures
  more.newest().came = more.newest().due.plus(1);
  EXPECT_TRUE(is_worse(two.quality(), one.quality()));
  EXPECT_TRUE(is_worse(one.quality(), more.quality()));
  EXPECT_FALSE(is_worse(more.quality(), one.quality()));
}

TEST(FactsOfQuality, AreAlikeByTitleOrByFiguresThatMove) {
  Told one, other, flat, flat_too;
  for (auto* told : {&one, &other, &flat, &flat_too}) told->facts.definition = &told->definition;
  one.definition.code = "A1", other.definition.code = "A2", flat.definition.code = "A3", flat_too.definition.code = "A4";
  one.definition.title = "Homes let", other.definition.title = "homes  Let", flat.definition.title = "Fires",
  flat_too.definition.title = "Floods";
  for (auto* told : {&flat, &flat_too})
    for (auto& period : told->facts.periods) period.reported = 0;
  std::vector<QualityFacts> all{one.facts, other.facts, flat.facts, flat_too.facts};
  mark_alike(all);
  EXPECT_EQ(all[0].same_title, std::vector<std::string>{"A2"});
  EXPECT_EQ(all[0].same_figures, std::vector<std::string>{"A2"});
  EXPECT_EQ(all[1].same_figures, std::vector<std::string>{"A1"});
  EXPECT_TRUE(all[2].same_figures.empty());  // nothing but zeros
  EXPECT_TRUE(all[3].same_title.empty());
}

}  // namespace
}  // namespace work
