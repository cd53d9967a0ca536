#include "assess/travel.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace assess {
namespace {

using indicator::DirectionMethod;
using told::Period;
using told::Story;

struct Travelled : Story {
  Travelled& by(DirectionMethod method) {
    definition().direction_method = method;
    return *this;
  }
  Travelled& months(std::initializer_list<double> figures, int from = 2024 * 12 + 3) {
    definition().frequency = told::Frequency::monthly;
    for (const double value : figures) figure({from++, 1}, value);
    return *this;
  }
  Travelled& shares(std::initializer_list<std::pair<int, int>> years, int first = 2020) {
    definition().frequency = told::Frequency::annual;
    definition().aggregation = indicator::Aggregation::ratio;
    definition().multiplier = kit::Decimal::whole(100);
    for (const auto& [cases, of] : years) {
      auto& figure = this->figure(Period::year({first++}), std::nullopt);
      figure.numerator = kit::Decimal::whole(cases);
      figure.denominator = kit::Decimal::whole(of);
    }
    return *this;
  }
  Judgement newest() { return judged(kept().figures.back().period); }
};

TEST(TheDirection, ByProcessChartIsThatOfItsNewestSignal) {
  Travelled story;
  story.months({70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 60}).by(DirectionMethod::spc);
  const auto j = story.newest();
  EXPECT_EQ(j.direction, Direction::worsening);
  EXPECT_EQ(j.direction_why, "Below the usual range in May 2025: getting worse.");
  EXPECT_EQ(direction_words(j), "Worsening, by process chart");
}

TEST(TheDirection, ByProcessChartIsNoSignificantChangeWithinTheUsual) {
  Travelled story;
  story.months({70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 69}).by(DirectionMethod::spc);
  const auto j = story.newest();
  EXPECT_EQ(j.direction, Direction::no_change) << "two figures would say worsening";
  EXPECT_EQ(direction_words(j), "No significant change, by process chart");
  EXPECT_TRUE(j.direction_why.starts_with("Within the usual ")) << j.direction_why;
}

TEST(TheDirection, ByProcessChartIsThatOfThePeriodAskedFor) {
  Travelled story;
  story.months({70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 60}).by(DirectionMethod::spc);
  EXPECT_EQ(story.judged({2024 * 12 + 3 + 12, 1}).direction, Direction::no_change);
}

TEST(TheDirection, ByALineNeedsTwelveMonthsWithoutAGap) {
  Travelled story;
  story.months({70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 82}).by(DirectionMethod::regression);
  const auto j = story.newest();
  EXPECT_EQ(j.direction, Direction::improving);
  EXPECT_EQ(j.direction_why, "Up by about 1.04 points a month over the last 12 months, more than chance explains, so improving.");
  story.kept().figures.erase(story.kept().figures.begin() + 4);
  EXPECT_EQ(story.newest().direction_why, "A line needs the last 12 months without a gap or a break.");
  EXPECT_EQ(story.newest().direction, Direction::not_comparable);
}

TEST(TheDirection, ByALineIsNoClearTrendWhereChanceWouldDo) {
  Travelled story;
  story.months({70, 72, 69, 73, 70, 71, 72, 69, 70, 73, 70, 71}).by(DirectionMethod::regression);
  EXPECT_EQ(direction_words(story.newest()), "No clear trend, by a line through the last periods");
}

TEST(TheDirection, ByALineDoesNotLookAcrossABreak) {
  Travelled story;
  story.months({70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 82}).by(DirectionMethod::regression);
  auto later = story.definition();
  later.edition = 2;
  later.applies_from = kit::Date::of(2024, 9, 1);
  later.breaks_series = true;
  story.kept().definitions.push_back(later);
  EXPECT_EQ(story.newest().direction, Direction::not_comparable);
}

TEST(TheDirection, OverFiveYearsIsFoundFromWhatWasCounted) {
  Travelled story;
  story.shares({{500, 1000}, {540, 1000}, {580, 1000}, {620, 1000}, {660, 1000}}).by(DirectionMethod::trend_marker);
  const auto j = story.newest();
  EXPECT_EQ(j.direction, Direction::improving);
  EXPECT_EQ(direction_words(j), "Improving, by the trend over five years");
  EXPECT_TRUE(j.direction_why.starts_with("Rising over the last five years")) << j.direction_why;
}

TEST(TheDirection, OverFiveYearsNeedsThemAll) {
  Travelled story;
  story.shares({{500, 1000}, {540, 1000}, {580, 1000}, {620, 1000}}).by(DirectionMethod::trend_marker);
  EXPECT_EQ(story.newest().direction, Direction::not_comparable);
}

TEST(TheDirection, OverFiveYearsOfFewCasesIsNoSignificantChange) {
  Travelled story;
  story.shares({{5, 10}, {6, 10}, {5, 10}, {6, 10}, {7, 10}}).by(DirectionMethod::trend_marker);
  EXPECT_EQ(story.newest().direction, Direction::no_change);
}

TEST(TheMethod, IsNamedWithWhatItComparesWith) {
  Story story;
  EXPECT_EQ(method_words(story.definition()), "by comparing with the quarter before");
  story.definition().comparator = indicator::Comparator::same_period_last_year;
  EXPECT_EQ(method_words(story.definition()), "by comparing with the same period last year");
  story.definition().direction_method = DirectionMethod::spc;
  EXPECT_EQ(method_words(story.definition()), "by process chart");
}

TEST(TheMethod, MustSuitTheFigures) {
  Story story;
  const auto fault = [&] {
    const auto no = indicator::faults(story.definition());
    return no.any() ? no.all().front().sentence : std::string();
  };
  story.definition().direction_method = DirectionMethod::trend_marker;
  EXPECT_EQ(fault(), "The trend over five years needs yearly figures. Choose two_point, spc or regression.");
  story.definition().direction_method = DirectionMethod::spc;
  EXPECT_EQ(fault(), "");
  story.definition().frequency = told::Frequency::annual;
  EXPECT_EQ(fault(), "A process chart needs figures more often than once a year. Choose two_point or trend_marker.");
}

}  // namespace
}  // namespace assess
