#include "collect/due_dates.h"

#include <gtest/gtest.h>

#include <set>

namespace collect {
namespace {

kit::Moment at(std::string_view iso) { return *kit::Moment::parse(iso); }

std::vector<std::string> told(std::string_view from, std::string_view to) {
  std::vector<std::string> all;
  for (const auto& due : due_dates(calendar::usual_cycles(), {}, at(from), at(to)))
    all.push_back(due.at.iso() + " " + std::string(code(due.job)) + " " + due.subject());
  return all;
}

TEST(WhatFallsDue, InTheMonthAfterAQuarterIsInTheOrderOfTheFramework) {
  const auto all = told("2025-06-30T12:00:00Z", "2025-07-31T23:00:00Z");
  std::vector<std::string> quarterly;
  for (const auto& one : all)
    if (one.find("quarterly") != std::string::npos) quarterly.push_back(one);
  EXPECT_EQ(quarterly, (std::vector<std::string>{"2025-06-30T23:00:00Z open quarterly 2025-04-01/P3M",
                                                 "2025-07-03T07:00:00Z remind quarterly 2025-04-01/P3M",
                                                 "2025-07-17T07:00:00Z remind quarterly 2025-04-01/P3M",
                                                 "2025-07-22T07:00:00Z check quarterly 2025-04-01/P3M",
                                                 "2025-07-22T07:00:00Z chase quarterly 2025-04-01/P3M",
                                                 "2025-07-25T07:00:00Z escalate quarterly 2025-04-01/P3M",
                                                 "2025-07-31T23:00:00Z run quarterly 2025-04-01/P3M"}));
}

// On the midnight that ends July the reports for June run before the window for July opens.
TEST(WhatFallsDue, AtOneMomentRunsBeforeItOpens) {
  const auto all = told("2025-07-31T22:59:59Z", "2025-07-31T23:00:00Z");
  EXPECT_EQ(all, (std::vector<std::string>{"2025-07-31T23:00:00Z run monthly 2025-06-01/P1M",
                                           "2025-07-31T23:00:00Z run quarterly 2025-04-01/P3M",
                                           "2025-07-31T23:00:00Z open monthly 2025-07-01/P1M"}));
}

TEST(WhatFallsDue, IsTheSameHoweverTheTimeIsCut) {
  const auto whole = told("2024-12-31", "2026-12-31");
  std::vector<std::string> pieces;
  for (auto day = kit::Date::of(2024, 12, 31); day < kit::Date::of(2026, 12, 31); day = day.plus(1))
    for (const auto& due : due_dates(calendar::usual_cycles(), {}, kit::Moment::end_of(day), kit::Moment::end_of(day.plus(1))))
      pieces.push_back(due.at.iso() + " " + std::string(code(due.job)) + " " + due.subject());
  EXPECT_EQ(pieces, whole);
  EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), whole.size());
}

TEST(WhatFallsDue, OnceAYearIsThatTargetsAreProposedAndThatTheyAreSealed) {
  const auto yearly = [](const calendar::TargetCalendar& targets) {
    std::vector<std::string> all;
    for (const auto& due : due_dates(calendar::usual_cycles(), targets, at("2025-04-01"), at("2026-06-30")))
      if (due.job == DueDate::Job::propose || due.job == DueDate::Job::seal)
        all.push_back(due.at.iso() + " " + std::string(code(due.job)) + " " + due.subject());
    return all;
  };
  EXPECT_EQ(yearly({}), (std::vector<std::string>{"2025-12-01T08:00:00Z propose annual 2026-04-01/P1Y",
                                                  "2026-03-31T23:00:00Z seal annual 2026-04-01/P1Y"}));
  EXPECT_EQ(yearly({{11, 3}, {1, 1}, {3, 31}, {5, 1}}),
            (std::vector<std::string>{"2025-04-30T23:00:00Z seal annual 2025-04-01/P1Y",
                                      "2025-11-03T08:00:00Z propose annual 2026-04-01/P1Y",
                                      "2026-04-30T23:00:00Z seal annual 2026-04-01/P1Y"}));
}

TEST(AReminder, IsAtEightInLondonOnBothDaysWhenTheClocksChange) {
  auto cycles = calendar::usual_cycles();
  cycles[0].enter_days = 30;
  cycles[0].check_from_day = 30;
  cycles[0].remind_days = {26, 30};
  for (const auto& due : due_dates(cycles, {}, at("2025-03-29"), at("2025-03-30")))
    if (due.job == DueDate::Job::remind) EXPECT_EQ(due.at, at("2025-03-30T07:00:00Z"));
  for (const auto& due : due_dates(cycles, {}, at("2025-10-25"), at("2025-10-26")))
    if (due.job == DueDate::Job::remind) EXPECT_EQ(due.at, at("2025-10-26T08:00:00Z"));
}

}  // namespace
}  // namespace collect
