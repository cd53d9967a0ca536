#include "assess/process_fitness.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

using calendar::Frequency;
using Sentences = std::vector<std::string>;

ProcessChart chart_of(const std::vector<std::optional<double>>& figures, const Process& process = {}) {
  std::vector<Dated> dated;
  for (const auto& figure : figures) {
    const int month = static_cast<int>(dated.size());
    dated.push_back({kit::Date::of(2021 + month / 12, static_cast<unsigned>(month % 12 + 1), 1), figure});
  }
  return *process_chart(dated, process);
}

// Up and down about `level`, so that no rule fires.
std::vector<std::optional<double>> steady(double level, int times) {
  std::vector<std::optional<double>> figures;
  for (int i = 0; i < times; ++i) figures.push_back(level + (i * 7 % 5) - 2);
  return figures;
}

// Each August is quiet.
std::vector<std::optional<double>> quiet_summers(int times) {
  auto figures = steady(100, times);
  for (std::size_t i = 7; i < figures.size(); i += 12) *figures[i] -= 20;
  return figures;
}

indicator::Definition monthly() {
  indicator::Definition definition;
  definition.frequency = Frequency::monthly;
  definition.aggregation = indicator::Aggregation::sum;
  return definition;
}

TEST(AProcessChart, IsNotDrawnForFiguresThatContainEachOther) {
  auto definition = monthly();
  const auto chart = chart_of(steady(50, 24));
  EXPECT_FALSE(why_unfit(definition, chart));
  definition.submitted = indicator::Submitted::rolling_12;
  EXPECT_EQ(why_unfit(definition, chart),
            "Each figure covers 12 months and shares 11 of them with the one before, so limits would mean nothing.");
  definition.submitted = indicator::Submitted::cumulative_over_annual;
  EXPECT_TRUE(why_unfit(definition, chart));
}

TEST(AProcessChart, NeedsTwoFigures) {
  EXPECT_EQ(why_unfit(monthly(), chart_of({5})), "Limits need two figures at least.");
  EXPECT_EQ(why_unfit(monthly(), chart_of({})), "Limits need two figures at least.");
}

TEST(Seasons, AreSeenInFiguresThatFollowTheCalendar) {
  EXPECT_TRUE(is_seasonal(chart_of(quiet_summers(36)), Frequency::monthly));
  EXPECT_FALSE(is_seasonal(chart_of(steady(100, 36)), Frequency::monthly));
}

TEST(Seasons, NeedTwoYearsAndSomeChange) {
  EXPECT_FALSE(is_seasonal(chart_of(quiet_summers(23)), Frequency::monthly));
  EXPECT_FALSE(is_seasonal(chart_of(std::vector<std::optional<double>>(36, 0.1)), Frequency::monthly));
  EXPECT_FALSE(is_seasonal(chart_of(quiet_summers(36)), Frequency::annual));
}

std::vector<std::optional<double>> stepped(int before, int after) {
  auto figures = steady(50, before);
  for (const auto& figure : steady(60, after)) figures.push_back(figure);
  return figures;
}

TEST(ALastingShift, IsNineFiguresOnOneSideThatStillGoOn) {
  EXPECT_EQ(lasting_shift(chart_of(stepped(12, 9))), kit::Date::of(2022, 1, 1));
  EXPECT_FALSE(lasting_shift(chart_of(stepped(12, 8))));
  auto ended = stepped(12, 9);
  ended.push_back(40);
  EXPECT_FALSE(lasting_shift(chart_of(ended)));
  EXPECT_FALSE(lasting_shift(chart_of({})));
}

TEST(ALastingShift, EndsWhereTheChartBeginsAfresh) {
  Process process;
  process.rebases = {kit::Date::of(2022, 1, 1)};
  EXPECT_FALSE(lasting_shift(chart_of(stepped(12, 9), process)));
}

TEST(Cautions, StandBesideAChartOnlyWhenTheyApply) {
  EXPECT_EQ(cautions(chart_of(steady(50, 24)), monthly()), Sentences());
  EXPECT_EQ(cautions(chart_of({}), monthly()), Sentences());
  EXPECT_EQ(cautions(chart_of(quiet_summers(36)), monthly()),
            Sentences{"The figures follow the seasons: compare each with the same period last year."});
}

TEST(Cautions, SayWhenFiguresAreFewOrSmallOrMissing) {
  EXPECT_EQ(cautions(chart_of({1, {}, 2, {}, 1, 2, 1}), monthly()),
            (Sentences{"Trial limits: fewer than 13 points, so they will still move.",
                       "More than a fifth of the figures behind the limits are missing.",
                       "Fewer than three events a period: small numbers move much by chance."}));
}

TEST(Cautions, AskForTheCauseOfALastingShift) {
  EXPECT_EQ(cautions(chart_of(stepped(12, 9)), monthly()),
            Sentences{"On one side of the average since January 2022. If the cause is known, begin the chart afresh "
                      "there."});
}

}  // namespace
}  // namespace assess
