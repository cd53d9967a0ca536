#include "indicator/target.h"

#include <gtest/gtest.h>

namespace indicator {
namespace {

using calendar::Frequency;
using calendar::Period;
using kit::Decimal;

Definition homes() {
  Definition d;
  d.code = "HOU01";
  d.frequency = Frequency::monthly;
  d.aggregation = Aggregation::sum;
  d.judged = Judged::year_to_date;
  d.comparator = Comparator::same_point_last_year;
  return d;
}

Target of(TargetKind kind, std::int64_t value) {
  Target t;
  t.year = {2025};
  t.kind = kind;
  t.value = Decimal::whole(value);
  return t;
}

std::vector<Decimal> list(std::initializer_list<int> numbers) {
  std::vector<Decimal> made;
  for (int number : numbers) made.push_back(Decimal::whole(number));
  return made;
}

std::string said(const kit::Refusals& no) { return no.any() ? no.all()[0].field + ": " + no.all()[0].sentence : ""; }

const Period june = Period::month(2025, 6);

TEST(ATarget, SaysWhatIsExpectedToDate) {
  EXPECT_DOUBLE_EQ(*expected(of(TargetKind::linear, 1440), homes(), june).value, 360);
  Target profile = of(TargetKind::profile, 420);
  profile.periods = list({4, 5, 6, 8, 8, 9, 9, 10, 9, 8, 8, 16});
  EXPECT_DOUBLE_EQ(*expected(profile, homes(), june).value, 63);
  Target own = of(TargetKind::by_period, 0);
  own.periods = list({10, 20, 29, 38, 47, 57, 66, 75, 84, 93, 95, 97});
  EXPECT_DOUBLE_EQ(*expected(own, homes(), june).value, 29);
}

TEST(ATarget, SaysWhatIsExpectedOfAnAverageOrASnapshot) {
  Definition d = homes();
  d.aggregation = Aggregation::snapshot;
  d.judged = Judged::in_period;
  EXPECT_DOUBLE_EQ(*expected(of(TargetKind::flat, 95), d, june).value, 95);
  Target falling = of(TargetKind::trajectory, 300);
  falling.baseline = Decimal::whole(340);
  EXPECT_DOUBLE_EQ(*expected(falling, d, june).value, 330);
  d.frequency = Frequency::quarterly;
  EXPECT_DOUBLE_EQ(*expected(falling, d, Period::quarter({2025}, 2)).value, 320);
  d.frequency = Frequency::annual;
  EXPECT_DOUBLE_EQ(*expected(falling, d, Period::year({2025})).value, 300);
}

TEST(ATarget, SaysNothingOfAnotherYear) {
  EXPECT_FALSE(expected(of(TargetKind::flat, 95), homes(), Period::month(2025, 3)).value);
  EXPECT_TRUE(expected(of(TargetKind::flat, 95), homes(), Period::month(2026, 3)).value);
}

TEST(ATarget, ExpectsItsShareOfASinglePeriodAndTheWholeOfTwelveMonths) {
  Definition d = homes();
  d.judged = Judged::in_period;
  EXPECT_DOUBLE_EQ(*expected(of(TargetKind::linear, 1440), d, june).value, 120);
  d.judged = Judged::rolling_12;
  EXPECT_DOUBLE_EQ(*expected(of(TargetKind::linear, 1440), d, june).value, 1440);
}

TEST(ATarget, IsRefusedWhereNoneIsTaken) {
  Definition d = homes();
  d.kind = Kind::contextual;
  EXPECT_EQ(
      said(faults(of(TargetKind::flat, 95), d)),
      "indicator: This is a contextual indicator, which never has a target. Take the row out, or change the kind.");
  d.kind = Kind::core;
  d.polarity = Polarity::neutral;
  EXPECT_EQ(said(faults(of(TargetKind::flat, 95), d)),
            "indicator: Nobody has said which direction is good for this indicator. Say so before giving it a target.");
}

TEST(ATarget, NeedsWhatItsKindNeeds) {
  EXPECT_EQ(said(faults(of(TargetKind::linear, 95), homes())), "");
  Target profile = of(TargetKind::profile, 95);
  profile.periods = list({1, 2, 3});
  EXPECT_EQ(said(faults(profile, homes())), "periods: A monthly indicator needs 12 numbers, April first; there are 3.");
  profile.periods = std::vector<Decimal>(12);
  EXPECT_EQ(said(faults(profile, homes())), "periods: The weights of a profile are zero or more, and not all zero.");
  Target none = of(TargetKind::flat, 95);
  none.value.reset();
  EXPECT_EQ(said(faults(none, homes())), "target: Give the year's target.");
  EXPECT_EQ(said(faults(of(TargetKind::trajectory, 95), homes())),
            "kind: A sum starts each year at nothing. Use linear or profile instead of a trajectory.");
  Definition snapshot = homes();
  snapshot.aggregation = Aggregation::snapshot;
  EXPECT_EQ(said(faults(of(TargetKind::linear, 95), snapshot)),
            "kind: Only a sum is reached little by little. Use flat, explicit or trajectory.");
  EXPECT_EQ(said(faults(of(TargetKind::trajectory, 95), snapshot)),
            "baseline: A trajectory needs the value at 31 March before.");
}

TEST(ATarget, IsARangeExactlyWhereARangeIsBest) {
  Definition d = homes();
  Target range = of(TargetKind::range, 0);
  EXPECT_EQ(said(faults(range, d)),
            "kind: A range is a target only where within a range is best. Choose another kind, or change the good "
            "direction.");
  d.polarity = Polarity::in_range;
  EXPECT_EQ(said(faults(range, d)), "low: Give the low end of the range.");
  range.low = Decimal::whole(20);
  range.high = Decimal::whole(15);
  EXPECT_EQ(said(faults(range, d)), "high: The high end of the range is below the low end.");
  EXPECT_EQ(said(faults(of(TargetKind::flat, 95), d)),
            "kind: Within a range is best for this indicator. Give a range with low and high.");
}

TEST(ATarget, KeepsItsFloorBelowAndAsksForPointsWhereItIsZero) {
  Target t = of(TargetKind::flat, 80);
  t.tolerance = *read_tolerance("explicit 85");
  EXPECT_EQ(said(faults(t, homes())), "tolerance: The floor is above the target.");
  t.value = Decimal{};
  t.tolerance = *read_tolerance("relative 5");
  EXPECT_EQ(said(faults(t, homes())),
            "tolerance: A percentage of zero is zero. For a target of zero give a tolerance such as absolute 2.");
  t.tolerance = *read_tolerance("absolute 2");
  EXPECT_EQ(said(faults(t, homes())), "");
}

}  // namespace
}  // namespace indicator
