#include "assess/interval.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

indicator::Definition percentage() {
  indicator::Definition d;
  d.unit = "%";
  d.decimals = 1;
  d.aggregation = indicator::Aggregation::ratio;
  d.multiplier = kit::Decimal::whole(100);
  d.numerator_label = "Plans issued within 20 weeks";
  d.denominator_label = "Plans issued";
  return d;
}

collect::Figure counted(int cases, int of) {
  collect::Figure figure;
  figure.numerator = kit::Decimal::whole(cases);
  figure.denominator = kit::Decimal::whole(of);
  return figure;
}

std::string said(const collect::Figure& figure, const indicator::Definition& d) {
  const auto interval = interval_of(figure, d);
  return interval ? interval_words(*interval, d) : "none";
}

TEST(AnInterval, OfAShareIsWilsons) {
  EXPECT_EQ(said(counted(124, 144), percentage()), "Between 79.5% and 90.8%, 19 times in 20");
  EXPECT_EQ(said(counted(0, 20), percentage()), "Between 0.0% and 16.1%, 19 times in 20");
  EXPECT_EQ(said(counted(20, 20), percentage()), "Between 83.9% and 100.0%, 19 times in 20");
}

TEST(AnInterval, OfARateIsByars) {
  auto d = percentage();
  d.unit = "per 100,000 residents";
  d.decimals = 0;
  d.multiplier = kit::Decimal::whole(100'000);
  EXPECT_EQ(said(counted(65, 100'000), d), "Between 50 per 100,000 residents and 83 per 100,000 residents, 19 times in 20");
}

TEST(AnInterval, IsNotGivenForMoneyWeightAndTime) {
  for (const auto* label : {"Tonnes recycled", "Rent collected", "Minutes available", "Capital spending since 1 April",
                            "Council tax collected", "Days lost to stress"}) {
    auto d = percentage();
    d.numerator_label = label;
    EXPECT_EQ(said(counted(50, 100), d), "none") << label;
  }
}

indicator::Definition days() {
  auto d = percentage();
  d.unit = "days";
  d.aggregation = indicator::Aggregation::weighted_mean;
  d.multiplier = kit::Decimal::whole(1);
  d.numerator_label = "Days between tenancies";
  d.denominator_label = "Homes re-let";
  return d;
}

collect::Figure averaged(int total, int cases, int deviation) {
  auto figure = counted(total, cases);
  figure.deviation = kit::Decimal::whole(deviation);
  return figure;
}

// By hand: 1,652 / 58 = 28.48; t of 57 degrees is 2.0025; 2.0025 * 17 / sqrt(58) = 4.47.
TEST(AnInterval, OfAnAverageIsThatOfT) {
  EXPECT_EQ(said(averaged(1652, 58, 17), days()), "Between 24.0 days and 33.0 days, 19 times in 20");
  EXPECT_EQ(sample_words(averaged(1652, 58, 17), days()), "The average of 58 homes re-let");
  EXPECT_EQ(said(averaged(60, 2, 0), days()), "Between 30.0 days and 30.0 days, 19 times in 20");
}

TEST(AnInterval, OfAnAverageNeedsTwoCasesAndTheirStandardDeviation) {
  EXPECT_EQ(said(counted(1652, 58), days()), "none");
  EXPECT_EQ(sample_words(counted(1652, 58), days()), "The average of 58 homes re-let");
  EXPECT_EQ(said(averaged(30, 1, 5), days()), "none");
  EXPECT_EQ(said(averaged(0, 0, 0), days()), "none");
  EXPECT_EQ(sample_words(averaged(0, 0, 0), days()), "");
}

TEST(AnInterval, IsNotGivenForWhatCannotBeCounted) {
  EXPECT_EQ(said(counted(11, 10), percentage()), "none");
  EXPECT_EQ(said(counted(1, 0), percentage()), "none");
  EXPECT_EQ(said({}, percentage()), "none");
  auto half = counted(5, 10);
  half.numerator = kit::Decimal::of_units(55'000);
  EXPECT_EQ(said(half, percentage()), "none");
}

TEST(SmallNumbers, AreSaidWithWhatOneCaseWouldDo) {
  EXPECT_EQ(small_numbers(counted(7, 12), percentage()), "Small numbers: 7 of 12. One case more or less moves the figure by 8.3 points.");
  EXPECT_EQ(small_numbers(counted(20, 29), percentage()), "Small numbers: 20 of 29. One case more or less moves the figure by 3.4 points.");
  EXPECT_EQ(small_numbers(counted(9, 200), percentage()), "Small numbers: 9 of 200. One case more or less moves the figure by 0.5 points.");
  EXPECT_EQ(small_numbers(counted(10, 30), percentage()), "");
}

TEST(SmallNumbers, OfAnAverageAreFewerThanThirtyCases) {
  EXPECT_EQ(small_numbers(averaged(300, 12, 9), days()),
            "Small numbers: 12. With fewer than 30, one unusual case moves the average a good deal.");
  EXPECT_EQ(small_numbers(averaged(750, 30, 9), days()), "");
}

}  // namespace
}  // namespace assess
