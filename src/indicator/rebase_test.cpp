#include "indicator/rebase.h"

#include <gtest/gtest.h>

namespace indicator {
namespace {

using calendar::Period;

const kit::Moment now{1'764'000'000};

struct Story {
  std::vector<Period> periods;
  std::vector<Rebase> known;
  council::Asker asker;

  Story() {
    for (int month = 0; month < 24; ++month) periods.push_back({2023 * 12 + 3 + month, 1});  // from April 2023
    asker.person = "i.greaves";
    asker.role = council::Role::performance_team;
    asker.has_people = true;
  }
  Charted chart() const { return {7, periods, known, {"f.aziz", "p.shah", "", "SEND", ""}}; }
  kit::Verdict<Rebase> begins(const std::string& day, const std::string& reason = "A second team began.") const {
    return rebase(chart(), {day, reason}, asker, now);
  }
  kit::Verdict<Rebase> taken_back(const std::string& day, const std::string& reason = "The team left again.") const {
    return take_back(chart(), {day, reason}, asker, now);
  }
};

std::string said(const kit::Verdict<Rebase>& verdict) {
  std::string all;
  if (!verdict)
    for (const auto& refusal : verdict.refusals().all()) all += refusal.field + ": " + refusal.sentence + "\n";
  return all;
}

TEST(BeginningAChartAfresh, CountsFromTheFirstDayOfThePeriod) {
  const auto begun = Story().begins("2024-05-17");
  ASSERT_TRUE(begun) << said(begun);
  EXPECT_EQ(begun->starts_on.iso(), "2024-05-01");
  EXPECT_EQ(begun->edition, 1);
  EXPECT_EQ(begun->by, "i.greaves");
  EXPECT_EQ(begun->reason, "A second team began.");
}

TEST(BeginningAChartAfresh, GoesToTheNextPeriodThatHasAFigure) {
  Story story;
  story.periods.erase(story.periods.begin() + 13);  // May 2024
  EXPECT_EQ(story.begins("2024-05-01")->starts_on.iso(), "2024-06-01");
}

TEST(BeginningAChartAfresh, NeedsAReasonAndAPeriod) {
  EXPECT_EQ(
      said(Story().begins("", "")),
      "reason: Say what changed then, and how you know: it stands on the chart.\nstarts_on: Choose the period from which the chart begins afresh.\n");
}

TEST(BeginningAChartAfresh, IsRefusedWhereItBeginsAlreadyOrNothingFollows) {
  Story story;
  EXPECT_EQ(said(story.begins("2023-04-01")), "starts_on: The chart begins there already. Choose a later period.\n");
  EXPECT_EQ(said(story.begins("2030-01-01")), "starts_on: There is no figure for that period or a later one. Choose an earlier period.\n");
  story.known.push_back(*story.begins("2024-05-01"));
  EXPECT_EQ(said(story.begins("2024-05-31")),
            "starts_on: The chart begins afresh there already. Choose another period, or take that one back.\n");
}

TEST(BeginningAChartAfresh, IsForThePerformanceTeamAndForHeadsOfTheService) {
  Story story;
  story.asker.role = council::Role::officer;
  EXPECT_EQ(
      said(story.begins("2024-05-01")),
      ": Heads of service for their services, and the performance team may begin a process chart afresh. Ask the performance team.\n");
  story.asker.role = council::Role::head_of_service;
  EXPECT_FALSE(story.begins("2024-05-01")) << "of another service";
  story.asker.units = {"SEND"};
  EXPECT_TRUE(story.begins("2024-05-01"));
}

TEST(AFreshStart, IsTakenBackWithAReasonAndCanBeginAgain) {
  Story story;
  EXPECT_EQ(said(story.taken_back("2024-05-01")),
            "taken: The chart does not begin afresh there. Somebody may have taken it back already.\n");
  story.known.push_back(*story.begins("2024-05-01"));
  EXPECT_EQ(said(story.taken_back("2024-05-01", "")),
            "why: Say why it is taken back: the chart then reads as if it had never begun afresh there.\n");
  const auto back = story.taken_back("2024-05-01");
  ASSERT_TRUE(back) << said(back);
  EXPECT_TRUE(back->gone);
  EXPECT_EQ(back->edition, 2);
  EXPECT_EQ(in_force(story.known).size(), 1u);
  story.known.push_back(*back);
  EXPECT_TRUE(in_force(story.known).empty());
  EXPECT_EQ(story.begins("2024-05-01")->edition, 3);
}

TEST(FreshStarts, HoldInOrderOfTimeByTheirNewestEditions) {
  Story story;
  story.known = {*story.begins("2023-10-01"), *story.begins("2024-05-01")};
  const auto holding = in_force(story.known);
  ASSERT_EQ(holding.size(), 2u);
  EXPECT_EQ(holding[0]->starts_on.iso(), "2023-10-01");
  EXPECT_EQ(holding[1]->starts_on.iso(), "2024-05-01");
}

}  // namespace
}  // namespace indicator
