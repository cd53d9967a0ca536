#include "assess/indicator_process.h"

#include <gtest/gtest.h>

#include "assess/process_words.h"
#include "assess/told.h"

namespace assess {
namespace {

using told::Period;
using told::Story;

constexpr int april_2023 = 2023 * 12 + 3;

// Monthly percentages from April 2023.
struct Months : Story {
  int next = april_2023;

  explicit Months(std::initializer_list<std::optional<double>> figures = {}) {
    definition().frequency = told::Frequency::monthly;
    then(figures);
  }
  Months& then(std::initializer_list<std::optional<double>> figures) {
    for (const auto& figure : figures) {
      if (figure) this->figure({next, 1}, figure);
      ++next;
    }
    return *this;
  }
  Months& ordinary(int months) {
    for (int i = 0; i < months; ++i) figure({next++, 1}, i % 2 ? 72 : 70);
    return *this;
  }
  Months& rebased(int month, bool gone = false) {
    indicator::Rebase rebase;
    rebase.starts_on = Period{month, 1}.first();
    rebase.reason = gone ? "It was a mistake." : "A second team began.";
    rebase.edition = gone ? 2 : 1;
    rebase.gone = gone;
    kept().rebases.push_back(rebase);
    return *this;
  }
  IndicatorProcess process() { return process_of(kept()); }
  std::string finding() {
    const auto found = process();
    return signal_finding(found, definition()).value_or(steady_words(found, definition()));
  }
};

TEST(TheProcessOfAnIndicator, SaysSevenMonthsAboveAverage) {
  Months story;
  story.ordinary(14).then({80, 79, 80, 79, 80, 79, 80});
  EXPECT_EQ(story.finding(), "Seven months above average: improving");
  story.definition().polarity = indicator::Polarity::low_good;
  EXPECT_EQ(story.finding(), "Seven months above average: getting worse");
  story.definition().polarity = indicator::Polarity::neutral;
  EXPECT_EQ(story.finding(), "Seven months above average");
}

TEST(TheProcessOfAnIndicator, SaysWhenTheNewestLiesOutside) {
  Months story;
  story.ordinary(14).then({50});
  EXPECT_EQ(story.finding(), "Below the usual range in June 2024: getting worse");
}

TEST(TheProcessOfAnIndicator, CountsTheStepsOfATrend) {
  Months story({77, 70, 77, 70, 77, 70, 71, 72, 73, 74, 75, 76, 77});
  EXPECT_EQ(story.finding(), "Rising for seven months in a row: improving");
}

TEST(TheProcessOfAnIndicator, SaysThatNothingChangedOrThatNothingVaries) {
  EXPECT_EQ(Months().ordinary(20).finding(), "no significant change");
  EXPECT_EQ(Months({100, 100, 100, 100}).finding(), "the same every month");
}

TEST(TheProcessOfAnIndicator, BeginsAfreshWhereAPersonSaysSo) {
  Months story;
  story.ordinary(14).then({80, 81, 80, 81, 80, 81, 80, 81, 80, 81});
  ASSERT_TRUE(story.process().shift_since);
  EXPECT_EQ(story.process().shift_since->iso(), "2024-06-01");
  story.rebased(april_2023 + 14);
  const auto process = story.process();
  ASSERT_EQ(process.chart.stretches.size(), 2u);
  EXPECT_NEAR(process.newest().mean, 80.5, 1e-9);
  EXPECT_EQ(process.starts[0].reason, "A second team began.");
  EXPECT_EQ(story.finding(), "no significant change");
  EXPECT_FALSE(process.shift_since);
  EXPECT_EQ(limits_sentence(process, story.definition()), "Shaded: where figures fall by chance alone, from ten months since June 2024.");
}

TEST(TheProcessOfAnIndicator, GoesOnWhereAFreshStartWasTakenBack) {
  Months story;
  story.ordinary(24).rebased(april_2023 + 14).rebased(april_2023 + 14, true);
  EXPECT_EQ(story.process().chart.stretches.size(), 1u);
}

TEST(TheProcessOfAnIndicator, BeginsAfreshWhereTheDefinitionBreaksAndWhereItWasSplit) {
  Months story;
  story.ordinary(24);
  auto later = story.definition();
  later.edition = 2;
  later.applies_from = kit::Date::of(2023, 10, 15);
  later.breaks_series = true;
  later.reason = "Exceptions now counted";
  story.kept().definitions.push_back(later);
  story.kept().lineage.push_back({1, 2, indicator::LineageKind::split_from, kit::Date::of(2024, 4, 1), "Shared with health", {}});
  story.kept().lineage.push_back({1, 3, indicator::LineageKind::moved, kit::Date::of(2024, 8, 1), "Another service", {}});
  const auto process = story.process();
  ASSERT_EQ(process.starts.size(), 2u) << "a move to another service changes nothing that is counted";
  EXPECT_EQ(process.starts[0].from.words(), "October 2023");
  EXPECT_EQ(process.starts[1].from.words(), "April 2024");
  EXPECT_EQ(process.chart.stretches.size(), 3u);
}

TEST(TheProcessOfAnIndicator, BeginsAfreshWithTheCouncilsOwnFigures) {
  Months story;
  story.ordinary(24);
  for (auto& figure : story.kept().figures)
    if (figure.period.start < april_2023 + 10) figure.added_up = collect::AddedUp::apportioned;
  const auto process = story.process();
  ASSERT_EQ(process.starts.size(), 1u);
  EXPECT_EQ(process.starts[0].because, FreshStart::Because::own_figures);
  EXPECT_EQ(process.starts[0].from.start, april_2023 + 10);
  EXPECT_EQ(process.chart.stretches.size(), 2u);
}

TEST(TheProcessOfAnIndicator, PassesOverMonthsWithoutAFigureAndSaysSo) {
  Months story({70, 72, std::nullopt, std::nullopt, 71, 70, 72, std::nullopt, 71});
  const auto process = story.process();
  EXPECT_EQ(process.periods.size(), 6u);
  EXPECT_EQ(process.newest().missing, 3u);
  EXPECT_TRUE(std::ranges::find(process.cautions, "More than a fifth of the figures behind the limits are missing.") !=
              process.cautions.end());
  EXPECT_EQ(process.at({april_2023 + 4, 1})->figure, 71);
  EXPECT_EQ(process.at({april_2023 + 2, 1}), nullptr);
}

TEST(TheProcessOfAnIndicator, HoldsWhatEachMonthAddsToAYearToDate) {
  Months story;
  story.monthly_sum().definition().submitted = indicator::Submitted::cumulative;
  story.figure({april_2023, 1}, 10);
  story.figure({april_2023 + 1, 1}, 25);
  story.figure({april_2023 + 2, 1}, 31);
  const auto process = story.process();
  ASSERT_EQ(process.chart.points.size(), 3u);
  EXPECT_EQ(process.chart.points[1].figure, 15);
  EXPECT_EQ(process.chart.points[2].figure, 6);
  EXPECT_EQ(process.chart.assurance, Assurance::none) << "the target is one of the year to date";
}

TEST(TheProcessOfAnIndicator, SaysWhyThereIsNone) {
  Months rolling;
  rolling.ordinary(20).definition().submitted = indicator::Submitted::rolling_12;
  EXPECT_EQ(rolling.process().why_not,
            "Each figure covers 12 months and shares 11 of them with the one before, so limits would mean nothing.");
  EXPECT_EQ(Months({70}).process().why_not, "Limits need two figures at least.");
  EXPECT_EQ(Months().process().why_not, "Limits need two figures at least.");
  Story yearly;
  yearly.definition().frequency = told::Frequency::annual;
  for (int year = 2019; year < 2025; ++year) yearly.figure(Period::year({year}), 70 + year % 3);
  EXPECT_EQ(process_of(yearly.kept()).why_not,
            "One figure a year is too few to tell a change from chance: the trend over five years says more.");
}

TEST(TheProcessOfAnIndicator, KnowsWhetherItWillMeetItsTarget) {
  Months story;
  story.ordinary(20).target(2024, 95);
  EXPECT_EQ(story.process().chart.assurance, Assurance::fail);
  EXPECT_EQ(letter(story.process().chart.points.back()), '\0');
}

TEST(ASignal, IsToldInWordsForTheTable) {
  Months story;
  story.ordinary(40).then({60});
  EXPECT_EQ(signal_words(story.process().chart.points.back()), "Below the lower limit: getting worse");
  EXPECT_EQ(signal_words(story.process().chart.points[1]), "Ordinary variation");
  EXPECT_EQ(letter(story.process().chart.points.back()), 'L');
}

}  // namespace
}  // namespace assess
