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
  for (const auto* label : {"Tonnes recycled", "Rent collected", "Minutes available", "Capital spending since 1 April", "Council tax collected", "Days lost to stress"}) {
    auto d = percentage();
    d.numerator_label = label;
    EXPECT_EQ(said(counted(50, 100), d), "none") << label;
  }
  auto d = percentage();
  d.aggregation = indicator::Aggregation::weighted_mean;
  EXPECT_EQ(said(counted(50, 100), d), "none");
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

}  // namespace
}  // namespace assess
