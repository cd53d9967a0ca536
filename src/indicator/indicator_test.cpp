#include "indicator/indicator.h"

#include <gtest/gtest.h>

#include "indicator/tolerance.h"

namespace indicator {
namespace {

Definition sound() {
  Definition d;
  d.code = "BBF07";
  d.title = "Plans issued within 20 weeks";
  d.unit = "%";
  d.decimals = 1;
  return d;
}

std::string said(const kit::Refusals& no) {
  std::string text;
  for (const auto& refusal : no.all()) text += refusal.field + ": " + refusal.sentence + "\n";
  return text;
}

TEST(ADefinition, IsTakenWhenItIsSound) { EXPECT_EQ(said(faults(sound())), ""); }

TEST(ADefinition, IsToldAllItsFaultsAtOnce) {
  Definition d = sound();
  d.code = "BBF 07";
  d.title.clear();
  d.decimals = 7;
  d.health_theme = "financial";
  d.least = kit::Decimal::whole(5);
  d.most = kit::Decimal::whole(1);
  EXPECT_EQ(said(faults(d)),
            "indicator: Found ‘BBF 07’. A reference has up to 40 letters, digits, hyphens, underscores or points.\n"
            "title: Give the indicator a title.\n"
            "health_theme: Only an organisational health indicator has a health theme. Leave it empty.\n"
            "decimals: Type a number of decimals from 0 to 4.\n"
            "most: The most a figure may be is below the least.\n");
}

TEST(ADefinition, ComparesOnlyLikeWithLike) {
  Definition d = sound();
  d.judged = Judged::year_to_date;
  EXPECT_EQ(said(faults(d)),
            "comparator: A year to date is compared with the same point last year. Choose same_point_last_year.\n");
  d.comparator = usual_comparator(d);
  EXPECT_EQ(said(faults(d)), "");
  d.comparator = Comparator::baseline;
  EXPECT_EQ(said(faults(d)),
            "baseline: The direction compares with the baseline, but there is none. Give the baseline, or choose "
            "another comparator.\n");
}

TEST(ADefinition, NeverPutsMediansTogether) {
  Definition d = sound();
  d.aggregation = Aggregation::median;
  d.judged = Judged::rolling_12;
  d.comparator = Comparator::same_period_last_year;
  EXPECT_EQ(said(faults(d)),
            "judged: A median or percentile cannot be made from several periods. Judge it in_period.\n");
}

TEST(ADefinition, CannotBeJudgedOtherwiseThanItIsSubmitted) {
  Definition d = sound();
  d.submitted = Submitted::rolling_12;
  EXPECT_EQ(said(faults(d)), "judged: Figures submitted for twelve months can only be judged as rolling_12.\n");
  d.submitted = Submitted::cumulative;
  d.aggregation = Aggregation::max;
  EXPECT_EQ(said(faults(d)),
            "submitted: Only a sum, a ratio or a weighted mean can be submitted from 1 April on. Choose in_period.\n");
}

TEST(WhatIsUsual, FollowsFromTheAggregation) {
  Definition d = sound();
  EXPECT_EQ(usual_judged(d), Judged::in_period);
  d.aggregation = Aggregation::sum;
  EXPECT_EQ(usual_judged(d), Judged::year_to_date);
  d.frequency = calendar::Frequency::annual;
  EXPECT_EQ(usual_judged(d), Judged::in_period);
  d.submitted = Submitted::rolling_12;
  EXPECT_EQ(usual_judged(d), Judged::rolling_12);
  d.judged = Judged::rolling_12;
  EXPECT_EQ(usual_comparator(d), Comparator::same_period_last_year);
}

TEST(AWord, IsReadAsCodeAsWordsAndAsPeopleWriteIt) {
  for (const auto* text : {"high_good", "Higher is better", "high", "High", "MAXIMISE"})
    EXPECT_EQ(read_polarity(text), Polarity::high_good) << text;
  for (const auto* text : {"low_good", "lower is better", "Low", "minimise"})
    EXPECT_EQ(read_polarity(text), Polarity::low_good) << text;
  EXPECT_EQ(read_polarity("-"), Polarity::neutral);
  EXPECT_EQ(read_polarity("upwards"), std::nullopt);
  EXPECT_EQ(read_kind("Place-based"), Kind::place_based);
  EXPECT_EQ(read_kind("organisational health"), Kind::organisational_health);
  EXPECT_EQ(read_submitted("rolling12"), Submitted::rolling_12);
  EXPECT_EQ(read_aggregation(""), std::nullopt);
}

TEST(AWord, ReadsBackEveryCode) {
  for (auto kind :
       {Kind::core, Kind::service, Kind::organisational_health, Kind::contextual, Kind::place_based, Kind::management})
    EXPECT_EQ(read_kind(code(kind)), kind);
  for (auto each : {Comparator::previous, Comparator::same_period_last_year, Comparator::same_point_last_year,
                    Comparator::baseline})
    EXPECT_EQ(read_comparator(code(each)), each);
  for (auto each : {LineageKind::split_from, LineageKind::merged_from, LineageKind::replaces, LineageKind::renumbered,
                    LineageKind::moved})
    EXPECT_EQ(read_lineage_kind(code(each)), each);
  for (int i = 0; i <= static_cast<int>(Aggregation::percentile); ++i)
    EXPECT_EQ(read_aggregation(code(static_cast<Aggregation>(i))), static_cast<Aggregation>(i));
}

TEST(AFigureOnAPage, CarriesItsUnitAndItsDecimals) {
  Definition d = sound();
  EXPECT_EQ(written(61.25, d), "61.3%");
  EXPECT_EQ(written_difference(-2.9, d), "2.9 points");
  d.decimals = 0;
  EXPECT_EQ(written_difference(1, d), "1 point");
  d.unit = "£";
  EXPECT_EQ(written(1234, d), "£1,234");
  EXPECT_EQ(written(-300, d), "-£300");
  EXPECT_EQ(written_difference(-300, d), "£300");
  d.unit = "£m";
  d.decimals = 1;
  EXPECT_EQ(written(1.25, d), "£1.3m");
  d.unit = "days";
  EXPECT_EQ(written(34, d), "34.0 days");
  d.decimals = 0;
  EXPECT_EQ(written(1, d), "1 day");
  d.unit = "per 1,000 residents";
  EXPECT_EQ(written(1, d), "1 per 1,000 residents");
  d.unit = "";
  EXPECT_EQ(written(1204, d), "1,204");
}

TEST(ATolerance, ReadsBackWhatItWrites) {
  for (const auto* text : {"relative 5", "absolute 2", "explicit 85", "explicit -3", "relative 2.5 blue 10"}) {
    const auto read = read_tolerance(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(written(*read), text);
  }
}

TEST(ATolerance, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(written(*read_tolerance("5%")), "relative 5");
  EXPECT_EQ(written(*read_tolerance("2 points")), "absolute 2");
  EXPECT_EQ(written(*read_tolerance("floor 85 blue 3")), "explicit 85 blue 3");
  for (const auto* text :
       {"", "5", "relative", "relative -5", "about 5", "relative 5 blue", "relative 5 blue -1", "relative 5 6"})
    EXPECT_FALSE(read_tolerance(text)) << text;
}

}  // namespace
}  // namespace indicator
