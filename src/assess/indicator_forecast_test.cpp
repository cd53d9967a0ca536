#include "assess/indicator_forecast.h"

#include <gtest/gtest.h>

#include "assess/forecast_memory.h"
#include "assess/told.h"

namespace assess {
namespace {

using namespace told;

// Monthly from April 2022 to July 2025: about 100 a month, four months of 2025/26 are in.
Story homes(double per_month = 100) {
  Story story;
  story.monthly_sum();
  const Period first = Period::month(2022, 4);
  for (int i = 0; i < 40; ++i) story.figure({first.start + i, 1}, per_month + (i * 7 % 5) - 2);
  return story;
}

Story share_of_plans() {
  Story story;
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().multiplier = Decimal::whole(100);
  for (int i = 0; i < 13; ++i) {
    auto& figure = story.figure({Period::quarter({2022}, 1).start + 3 * i, 3}, {});
    figure.numerator = exact(90 + i % 3);
    figure.denominator = exact(100);
  }
  return story;
}

IndicatorForecast told_of(Story& story, int year = 2025) {
  index(story.picture);
  auto answer = forecast_indicator(story.picture, story.kept(), {year});
  EXPECT_TRUE(answer) << answer.refusals().all()[0].sentence;
  return *std::move(answer);
}

std::string refusal_of(Story& story, int year) {
  index(story.picture);
  const auto answer = forecast_indicator(story.picture, story.kept(), {year});
  return answer ? "" : answer.refusals().all()[0].sentence;
}

bool says(const IndicatorForecast& forecast, const std::string& sentence) {
  return std::ranges::find(forecast.caveats, sentence) != forecast.caveats.end();
}

TEST(WhereAnIndicatorIsHeading, IsToldToTheEndOfTheYear) {
  auto story = homes();
  story.target(2025, 1200).kind = indicator::TargetKind::linear;
  const auto found = told_of(story);
  ASSERT_EQ(found.periods.size(), 8u);
  EXPECT_EQ(found.periods.front(), Period::month(2025, 8));
  EXPECT_EQ(found.periods.back(), Period::month(2026, 3));
  EXPECT_EQ(found.figures, 40u);
  EXPECT_NEAR(found.outturn->value, 1200, 8);
  EXPECT_EQ(found.expected.value, 1200);
  EXPECT_EQ(found.method_words(), "The mean of Theta and exponential smoothing, from 40 figures.");
  EXPECT_TRUE(found.caveats.empty());
}

TEST(WhereAnIndicatorIsHeading, IsRatedAtTheOutturnAndAtBothEnds) {
  auto story = homes();
  story.target(2025, 1200).kind = indicator::TargetKind::linear;
  story.definition().tolerance = *indicator::read_tolerance("absolute 1");
  const auto found = told_of(story);
  EXPECT_EQ(found.rating.at_low, Rating::red);
  EXPECT_EQ(found.rating.at_high, Rating::green);
  EXPECT_FALSE(found.rating.is_settled());
  story.kept().targets[0].value = exact(900);
  EXPECT_TRUE(told_of(story).rating.is_settled());
  EXPECT_EQ(told_of(story).rating.at_value, Rating::green);
}

TEST(WhereAnIndicatorIsHeading, IsSaidInASentence) {
  IndicatorForecast found;
  found.year = {2025};
  found.periods = {Period::month(2026, 3)};
  found.outturn = YearEnd{412.3, Interval{380.2, 450.4}, Interval{350, 470}, 27};
  found.rating = {Rating::green, Rating::amber, Rating::green};
  Story story;
  const auto& definition = story.monthly_sum().definition();
  EXPECT_EQ(found.outturn_words(definition),
            "412 homes expected in 2025/26, and in four cases of five between 380 homes and 450 homes: on target, but "
            "close to target at the lower end.");
  found.rating = {Rating::amber, Rating::red, Rating::green};
  EXPECT_TRUE(found.outturn_words(definition)
                  .ends_with("close to target, but off target at the lower end and on target at the higher end."));
  found.rating = {Rating::data_only, Rating::data_only, Rating::data_only};
  EXPECT_TRUE(found.outturn_words(definition).ends_with("between 380 homes and 450 homes."));
  found.periods.clear();
  EXPECT_EQ(found.outturn_words(definition), "412 homes in 2025/26.");
}

TEST(WhereAnIndicatorIsHeading, AddsTheCasesOfAShareAndDividesOnce) {
  auto story = share_of_plans();
  const auto found = told_of(story);
  EXPECT_EQ(found.periods.size(), 3u);
  EXPECT_NEAR(found.outturn->value, 91, 1);
  EXPECT_LE(found.outturn->nearly_certain->high, 100);
}

TEST(WhereAnIndicatorIsHeading, NeedsThePartsOfAShare) {
  auto story = share_of_plans();
  for (auto& figure : story.kept().figures) {
    figure.value = figure.numerator;
    figure.numerator.reset();
    figure.denominator.reset();
  }
  const auto found = told_of(story);
  EXPECT_FALSE(found.outturn);
  EXPECT_EQ(found.why_no_outturn,
            "Some figures have no numerator and denominator, and percentages cannot be added up.");
  EXPECT_EQ(found.steps.size(), 3u);
  EXPECT_EQ(found.outturn_words(story.definition()), found.why_no_outturn);
}

TEST(WhereAnIndicatorIsHeading, IsKnownWhenTheYearIsOver) {
  auto story = homes();
  story.kept().figures.resize(36);
  const auto found = told_of(story, 2024);
  EXPECT_TRUE(found.periods.empty());
  EXPECT_TRUE(found.steps.empty());
  EXPECT_EQ(found.outturn->error, 0);
  double year = 0;
  for (int i = 24; i < 36; ++i) year += 100 + (i * 7 % 5) - 2;
  EXPECT_NEAR(found.outturn->value, year, 1e-9);
}

TEST(WhereAnIndicatorIsHeading, LooksThroughTheRestOfOneYearToTheEndOfTheNext) {
  auto story = homes();
  story.kept().figures.resize(34);  // January 2025 is the newest
  const auto found = told_of(story, 2025);
  EXPECT_EQ(found.periods.size(), 14u);
  EXPECT_NEAR(found.outturn->value, 1200, 15);
}

TEST(WhereAnIndicatorIsHeading, IsRefusedWithAReason) {
  auto story = homes();
  EXPECT_EQ(refusal_of(story, 2024), "2024/25 is over, and later figures are in.");
  EXPECT_EQ(refusal_of(story, 2028), "The newest figure is for July 2025, too long before the end of 2028/29.");
  story.definition().ends = kit::Date::of(2025, 9, 30);
  EXPECT_EQ(refusal_of(story, 2025), "This indicator is no longer in the set by the end of 2025/26.");
}

TEST(WhereAnIndicatorIsHeading, SaysWhatAReaderMustKnow) {
  auto story = homes();
  story.kept().figures.erase(story.kept().figures.begin() + 10);
  story.kept().figures.back().standing = collect::Standing::provisional;
  const auto gap = told_of(story);
  EXPECT_TRUE(says(gap, "One missing figure was taken to lie between its neighbours."));
  EXPECT_TRUE(says(gap, "The newest figure is provisional."));

  Story young = homes();
  young.kept().figures.erase(young.kept().figures.begin(), young.kept().figures.begin() + 24);
  EXPECT_TRUE(says(told_of(young), "It rests on less than two years, so it cannot know the seasons."));
  young.kept().figures.erase(young.kept().figures.begin(), young.kept().figures.begin() + 13);
  const auto newborn = told_of(young);
  EXPECT_TRUE(says(newborn, "It rests on three figures, too few to say how far it may be off."));
  EXPECT_EQ(newborn.method, ForecastMethod::mean);
}

TEST(WhereAnIndicatorIsHeading, IsNotSettledWithoutARange) {
  Story story;
  story.definition().aggregation = indicator::Aggregation::snapshot;
  story.target(2025, 95);
  for (int quarter = 0; quarter < 3; ++quarter) story.figure({q1.start + 3 * quarter, 3}, 97 + quarter % 2);
  const auto found = told_of(story);
  EXPECT_EQ(found.rating.at_value, Rating::green);
  EXPECT_FALSE(found.rating.at_low);
  EXPECT_FALSE(found.rating.is_settled());
  EXPECT_EQ(found.outturn_words(story.definition()), "97.3% expected in 2025/26: on target.");
}

TEST(WhereAnIndicatorIsHeading, DoesNotPutAYearTogetherAcrossABreak) {
  auto story = homes();
  auto changed = story.definition();
  changed.edition = 2;
  changed.applies_from = kit::Date::of(2025, 6, 1);
  changed.breaks_series = true;
  story.kept().definitions.push_back(changed);
  const auto found = told_of(story);
  EXPECT_FALSE(found.outturn);
  EXPECT_EQ(found.why_no_outturn,
            "The definition changed on 1 June 2025, within the year, so its periods do not add up.");
  EXPECT_TRUE(says(found, "Figures before 1 June 2025 are left out, since the definition changed then."));
  EXPECT_EQ(found.rating.at_value, Rating::no_data);
}

TEST(WhereAnIndicatorIsHeading, HasNoYearForAMedian) {
  auto story = homes();
  story.definition().aggregation = indicator::Aggregation::median;
  EXPECT_EQ(told_of(story).why_no_outturn,
            "The year's figure needs the records: it cannot be worked out from those of its periods.");
}

TEST(WhereAnIndicatorIsHeading, EndsAShareOfTheYearsDebitAtTheWhole) {
  Story story;
  story.monthly_sum();
  story.definition().unit = "%";
  story.definition().decimals = 1;
  story.definition().aggregation = indicator::Aggregation::ratio;
  story.definition().submitted = indicator::Submitted::cumulative_over_annual;
  const Period first = Period::month(2022, 4);
  for (int i = 0; i < 40; ++i) story.figure({first.start + i, 1}, (i % 12 + 1) * 8.3);
  const auto found = told_of(story);
  EXPECT_NEAR(found.outturn->value, 99.6, 0.5);
  EXPECT_LE(found.outturn->nearly_certain->high, 100);
}

TEST(TheTrackRecordOfAnIndicator, TellsItsLastTwelvePeriods) {
  auto story = homes();
  EXPECT_EQ(indicator_track_record(story.kept()).tries.size(), 12u);
  story.kept().figures.resize(1);
  EXPECT_TRUE(indicator_track_record(story.kept()).tries.empty());
}

TEST(TheMemoryOfForecasts, WorksOutAgainOnlyWhatHasChanged) {
  auto story = homes();
  story.target(2025, 1200).kind = indicator::TargetKind::linear;
  auto other = story.kept();
  other.id = 2;
  other.definitions[0].code = "BBF08";
  story.picture.indicators.push_back(other);
  index(story.picture);
  ForecastMemory memory;
  const auto ask = [&] {
    for (const auto& kept : story.picture.indicators) memory.forecast(story.picture, kept, {2025});
    return memory.worked_out();
  };
  EXPECT_EQ(ask(), 2u);
  EXPECT_EQ(ask(), 2u);
  story.figure(Period::month(2025, 8), 104);
  EXPECT_EQ(ask(), 3u);
  story.kept().targets[0].edition = 2;
  EXPECT_EQ(ask(), 3u) << "a target moves the rating and not the forecast";
}

TEST(TheMemoryOfForecasts, KeepsThePresentWhileThePastIsLookedAt) {
  auto story = homes();
  index(story.picture);
  auto past = story;
  past.picture.is_past = true;
  past.kept().figures.resize(38);
  ForecastMemory memory;
  const auto ask = [&](Story& of) {
    memory.forecast(of.picture, of.kept(), {2025});
    return memory.worked_out();
  };
  EXPECT_EQ(ask(story), 1u);
  EXPECT_EQ(ask(past), 2u);
  EXPECT_EQ(ask(story), 2u);
  EXPECT_EQ(ask(past), 2u);
  past.kept().figures = story.kept().figures;
  EXPECT_EQ(ask(past), 2u) << "nothing has changed since: the present answers";
}

TEST(TheMemoryOfForecasts, WorksOutAgainWhatAnotherRuleOrToleranceRates) {
  auto story = homes();
  story.target(2025, 1230).kind = indicator::TargetKind::linear;
  index(story.picture);
  ForecastMemory memory;
  const auto rating = [&] { return (*memory.forecast(story.picture, story.kept(), {2025}))->rating.at_value; };
  EXPECT_EQ(rating(), Rating::amber);
  story.picture.council.settings.push_back({"tolerance", "relative 1"});
  EXPECT_EQ(rating(), Rating::red);
  RuleEdition rule;
  rule.rule = {"Ours", *read_steps("green if on_target; amber if within_percent 5; red")};
  rule.applies_from = kit::Date::of(2020, 4, 1);
  story.picture.rules = {rule};
  EXPECT_EQ(rating(), Rating::amber);
  story.kept().targets[0].minimum = exact(1000);
  EXPECT_EQ(rating(), Rating::amber);
  EXPECT_EQ(memory.worked_out(), 1u) << "rated four times";
}

TEST(TheMemoryOfForecasts, AnswersWhatTheRuleAnswers) {
  auto story = homes();
  index(story.picture);
  ForecastMemory memory;
  const auto remembered = memory.forecast(story.picture, story.kept(), {2025});
  EXPECT_EQ((*remembered)->outturn->value, told_of(story).outturn->value);
  EXPECT_EQ(memory.track_record(story.picture, story.kept())->within(), indicator_track_record(story.kept()).within());
  EXPECT_EQ(memory.track_record(story.picture, story.kept()), memory.track_record(story.picture, story.kept()));
}

}  // namespace
}  // namespace assess
