#include "collect/figure.h"

#include <gtest/gtest.h>

namespace collect {
namespace {

using calendar::Period;
using indicator::Definition;
using kit::Decimal;

Definition share() {
  Definition d;
  d.code = "BBF07";
  d.unit = "%";
  d.decimals = 1;
  d.aggregation = indicator::Aggregation::ratio;
  d.multiplier = Decimal::whole(100);
  return d;
}

Figure of(int numerator, int denominator) {
  Figure f;
  f.period = Period::quarter({2025}, 1);
  f.numerator = Decimal::whole(numerator);
  f.denominator = Decimal::whole(denominator);
  return f;
}

std::string said(const kit::Refusals& no) {
  std::string text;
  for (const auto& refusal : no.all()) text += (text.empty() ? "" : " ") + refusal.field + ": " + refusal.sentence;
  return text;
}

TEST(AFigure, IsMadeFromItsParts) {
  EXPECT_DOUBLE_EQ(*number_of(of(9, 18), share()), 50);
  EXPECT_FALSE(number_of(of(0, 0), share())) << "no cases is no percentage";
  Figure late;
  late.state = State::delayed;
  late.value = Decimal::whole(5);
  EXPECT_FALSE(number_of(late, share()));
}

TEST(AFigure, IsTakenWhenItIsSound) {
  EXPECT_EQ(said(faults(of(9, 18), share())), "");
  EXPECT_EQ(said(faults(of(0, 0), share())), "");
}

TEST(AFigure, KeepsNumeratorAndDenominatorInOrder) {
  EXPECT_EQ(said(faults(of(19, 18), share())), "numerator: The numerator, 19, is above the denominator, 18.");
  Definition rate = share();
  rate.unit = "per 1,000 residents";
  EXPECT_EQ(said(faults(of(19, 18), rate)), "");
  Figure half = of(9, 18);
  half.denominator.reset();
  EXPECT_EQ(said(faults(half, share())), "denominator: Give the denominator too.");
}

TEST(AFigure, HasAStandardDeviationWhereItIsAnAverageWithItsParts) {
  Definition days = share();
  days.unit = "days";
  days.aggregation = indicator::Aggregation::weighted_mean;
  days.multiplier = Decimal::whole(1);
  Figure average = of(1652, 58);
  average.deviation = Decimal::whole(17);
  EXPECT_EQ(said(faults(average, days)), "");
  EXPECT_EQ(
      said(faults(average, share())),
      "numerator: The numerator, 1652, is above the denominator, 58. deviation: Only an average, such as days to decide, has a standard deviation. Leave it empty.");
  average.deviation = Decimal::whole(-1);
  EXPECT_EQ(said(faults(average, days)), "deviation: A standard deviation is zero or more.");
  average.deviation = Decimal::whole(17);
  average.numerator.reset();
  average.denominator.reset();
  average.value = Decimal::whole(28);
  EXPECT_EQ(said(faults(average, days)), "deviation: A standard deviation needs the numerator and the denominator beside it.");
}

TEST(AFigure, AgreesWithItsParts) {
  Figure f = of(1, 3);
  f.value = *Decimal::parse("33.3");
  EXPECT_EQ(said(faults(f, share())), "");
  f.value = *Decimal::parse("33.4");
  EXPECT_EQ(said(faults(f, share())),
            "value: The value is 33.4, but numerator and denominator make 33.3. Correct one of them, or leave the "
            "value out.");
}

TEST(AFigure, NeedsItsPartsWhereSeveralPeriodsArePutTogether) {
  Figure f = of(1, 3);
  f.numerator.reset();
  f.denominator.reset();
  f.value = Decimal::whole(61);
  EXPECT_EQ(said(faults(f, share())), "");
  Definition d = share();
  d.judged = indicator::Judged::year_to_date;
  EXPECT_EQ(said(faults(f, d)),
            "numerator: Several periods of BBF07 are put together from their parts. Give numerator and denominator.");
}

TEST(AFigure, FitsItsFrequencyAndItsBounds) {
  Figure f = of(9, 18);
  f.period = Period::month(2025, 4);
  EXPECT_EQ(said(faults(f, share())), "period: BBF07 is quarterly, and April 2025 is not such a period.");
  Definition d = share();
  d.least = Decimal::whole(60);
  EXPECT_EQ(said(faults(of(9, 18), d)), "value: 50.0% is below the least it can be, 60.0%.");
  d.frequency = calendar::Frequency::annual;
  d.least.reset();
  f.period = {12 * 2024, 12};
  EXPECT_EQ(said(faults(f, d)), "") << "published years need not begin in April";
}

TEST(AMissingFigure, IsAStateWithAReason) {
  Figure f;
  f.period = Period::quarter({2025}, 1);
  EXPECT_EQ(said(faults(f, share())), "value: Give numerator and denominator, or say in state why there is none.");
  f.state = State::delayed;
  EXPECT_EQ(said(faults(f, share())), "note: Say why the figure is delayed.");
  f.note = "The school census is late.";
  f.value = Decimal{};
  EXPECT_EQ(said(faults(f, share())), "value: The figure is delayed, so leave value, numerator and denominator empty.");
  f.value.reset();
  f.state = State::suppressed;
  f.expected_on = kit::Date::of(2025, 8, 1);
  EXPECT_EQ(said(faults(f, share())), "expected_on: Only a delayed figure has a day on which it is expected.");
}

TEST(ASymbol, IsReadAsTheStateItStandsFor) {
  for (const auto* text : {"[x]", "x", ":", "..", "-", "NA", "n/a", "Delayed"})
    EXPECT_EQ(read_state(text), State::delayed) << text;
  for (const auto* text : {"[z]", "z", "Z", "not applicable"})
    EXPECT_EQ(read_state(text), State::not_applicable) << text;
  for (const auto* text : {"[c]", "c", "suppressed"}) EXPECT_EQ(read_state(text), State::suppressed) << text;
  EXPECT_EQ(read_state(""), State::given);
  EXPECT_EQ(read_state("low"), std::nullopt);
  EXPECT_EQ(read_standing("[p]"), Standing::provisional);
  EXPECT_EQ(read_standing("maybe"), std::nullopt);
}

TEST(TheNewestFigures, AreTheLastEditionsOfEachPeriod) {
  Figure first = of(1, 2), second = of(2, 2), other = of(1, 2);
  second.edition = 2;
  other.period = first.period.next();
  const Figures all = {first, second, other};
  EXPECT_EQ(newest(all), (std::vector<const Figure*>{&all[1], &all[2]}));
}

}  // namespace
}  // namespace collect
