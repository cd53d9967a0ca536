#include "collect/computed.h"

#include <gtest/gtest.h>

#include <map>

#include "entry_test.h"
#include "indicator/computed_from.h"
#include "indicator/spending.h"

namespace collect {
namespace {

using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;
using kit::Decimal;

using tests::q1;
const Period q2 = Period::quarter({2025}, 2);

Definition of(std::int64_t id, std::string code, Aggregation aggregation, calendar::Frequency frequency = calendar::Frequency::quarterly) {
  Definition d;
  d.indicator = id;
  d.code = std::move(code);
  d.title = "Title of " + d.code;
  d.aggregation = aggregation;
  d.frequency = frequency;
  if (aggregation == Aggregation::ratio) d.multiplier = Decimal::whole(100), d.unit = "%";
  return d;
}

class AComputedFigure : public testing::Test {
 protected:
  Inputs inputs() const {
    return {[this](std::string_view code, const Period&) -> const Definition* {
              for (const auto& d : definitions)
                if (d.code == code) return &d;
              return nullptr;
            },
            [this](indicator::IndicatorId id, const Period& period) -> const Figure* {
              const auto found = figures.find({id, period});
              return found == figures.end() ? nullptr : &found->second;
            }};
  }
  Figure& parts(std::int64_t id, const Period& period, std::string_view numerator, std::string_view denominator) {
    auto& figure = figures[{id, period}];
    figure.numerator = Decimal::parse(numerator);
    figure.denominator = Decimal::parse(denominator);
    return figure;
  }
  Figure& value(std::int64_t id, const Period& period, std::string_view text) {
    auto& figure = figures[{id, period}];
    figure.value = Decimal::parse(text);
    return figure;
  }
  Figure& missing(std::int64_t id, const Period& period, State state) {
    auto& figure = figures[{id, period}];
    figure.state = state;
    return figure;
  }
  std::string made(const Definition& d, const Period& period = q1) const {
    const auto computed = compute(d, *indicator::formula_of(d), period, inputs());
    const auto& f = computed.figure;
    std::string text(code(f.state));
    if (f.numerator) text = f.numerator->text() + "/" + f.denominator->text();
    if (f.value) text = f.value->text();
    return text + (f.standing == Standing::final ? "" : " " + std::string(code(f.standing))) + ": " + f.note;
  }

  std::vector<Definition> definitions = {of(1, "R1", Aggregation::ratio), of(2, "R2", Aggregation::ratio),
                                         of(3, "S1", Aggregation::sum), of(4, "S2", Aggregation::sum)};
  std::map<std::pair<std::int64_t, Period>, Figure> figures;
  Definition ratio = with(of(9, "C", Aggregation::ratio), "([R1].numerator + [R2].numerator) / ([R1].denominator + [R2].denominator)");
  static Definition with(Definition d, std::string formula) {
    d.computed_from = std::move(formula);
    return d;
  }
};

TEST_F(AComputedFigure, AddsTheUpperAndLowerPartsOfRatios) {
  parts(1, q1, "12", "40");
  parts(2, q1, "3", "9");
  EXPECT_EQ(made(ratio), "15/49: Computed from R1 (12 of 40) and R2 (3 of 9).");
  const auto computed = compute(ratio, *indicator::formula_of(ratio), q1, inputs());
  EXPECT_EQ(computed.arithmetic, "(12 + 3) / (40 + 9)");
  ASSERT_EQ(computed.from.size(), 2u);
  EXPECT_EQ(computed.from[0].title, "Title of R1");
  EXPECT_EQ(computed.from[1].words, "3 of 9");
}

TEST_F(AComputedFigure, IsNotAvailableWhileAnInputIsMissingAndSaysWhich) {
  EXPECT_EQ(made(ratio), "delayed: Not available: R1 has not been entered; R2 has not been entered.");
  parts(1, q1, "12", "40");
  EXPECT_EQ(made(ratio), "delayed: Not available: R2 has not been entered.");
  missing(2, q1, State::delayed);
  EXPECT_EQ(made(ratio), "delayed: Not available: R2 is not available yet.");
  missing(2, q1, State::not_applicable);
  EXPECT_EQ(made(ratio), "not_applicable: Not available: R2 does not apply.");
  missing(2, q1, State::suppressed);
  EXPECT_EQ(made(ratio), "suppressed: Not available: R2 is suppressed.");
  figures.clear();
  value(1, q1, "61.2");
  parts(2, q1, "3", "9");
  EXPECT_EQ(made(ratio), "delayed: Not available: R1 has no numerator and denominator.");
}

TEST_F(AComputedFigure, JoinsMoneyAndActivityToThePennyOverTheMonthsOfItsPeriod) {
  auto spent = indicator::spending_of("WASTE", "Waste and recycling");
  spent.indicator = 7;
  definitions.push_back(spent);
  const auto cost = with(of(9, "C", Aggregation::ratio), "[spend WASTE] / [S1]");
  for (const int month : {4, 5}) value(7, Period::month(2025, month), "1000000.10");
  value(3, q1, "3");
  EXPECT_EQ(made(cost), "delayed: Not available: what Waste and recycling spent has not been entered for June 2025.");
  value(7, Period::month(2025, 6), "-0.05");
  EXPECT_EQ(made(cost), "2000000.15/3: Computed from what Waste and recycling spent (£2,000,000.15) and S1 (3).");
  missing(7, Period::month(2025, 5), State::delayed).value.reset();
  EXPECT_EQ(made(cost), "delayed: Not available: what Waste and recycling spent is not available yet for May 2025.");
  value(7, Period::month(2025, 5), "1").state = State::given;
  value(3, q1, "0");
  EXPECT_EQ(made(cost), "1000001.05/0: Computed from what Waste and recycling spent (£1,000,001.05) and S1 (0).")
      << "nothing was counted, so there is no value; and it counts as reported";
}

TEST_F(AComputedFigure, HasNoValueOverNothingAndStillCountsAsReported) {
  parts(1, q1, "0", "0");
  parts(2, q1, "0", "0");
  EXPECT_EQ(made(ratio), "0/0: Computed from R1 (0 of 0) and R2 (0 of 0).");
  Figure f = compute(ratio, *indicator::formula_of(ratio), q1, inputs()).figure;
  EXPECT_EQ(f.state, State::given);
  EXPECT_FALSE(number_of(f, ratio));
  const auto gap = with(of(9, "C", Aggregation::snapshot), "[R1] - [R2]");
  EXPECT_EQ(made(gap), "not_applicable: Computed from R1 (0 of 0) and R2 (0 of 0). There was nothing to divide by.");
  value(3, q1, "5");
  value(4, q1, "0");
  EXPECT_EQ(made(with(of(9, "C", Aggregation::snapshot), "[S1] / [S2]")),
            "not_applicable: Computed from S1 (5) and S2 (0). There was nothing to divide by.");
}

TEST_F(AComputedFigure, IsExactAndRoundedOnce) {
  value(3, q1, "0.1");
  value(4, q1, "0.2");
  EXPECT_EQ(made(with(of(9, "C", Aggregation::sum), "[S1] + [S2]")), "0.3: Computed from S1 (0.1) and S2 (0.2).");
  EXPECT_EQ(made(with(of(9, "C", Aggregation::snapshot), "100 * [S1] / 3")), "3.3333: Computed from S1 (0.1).");
  parts(1, q1, "1", "3");
  parts(2, q1, "2", "3");
  EXPECT_EQ(made(with(of(9, "C", Aggregation::snapshot), "[R1] + [R2]")), "100: Computed from R1 (1 of 3) and R2 (2 of 3).");
}

TEST_F(AComputedFigure, IsNoSurerThanWhatItIsComputedFrom) {
  parts(1, q1, "12", "40").standing = Standing::provisional;
  parts(2, q1, "3", "9");
  EXPECT_EQ(made(ratio), "15/49 provisional: Computed from R1 (12 of 40) and R2 (3 of 9).");
  figures[{2, q1}].standing = Standing::unchecked;
  EXPECT_EQ(made(ratio), "15/49 unchecked: Computed from R1 (12 of 40) and R2 (3 of 9).");
}

class OfAQuarter : public AComputedFigure {
 protected:
  OfAQuarter() {
    for (auto& d : definitions) d.frequency = calendar::Frequency::monthly;
  }
  Definition& input(std::size_t i) { return definitions[i]; }
  static Period month(int m) { return Period::month(2025, m); }
};

TEST_F(OfAQuarter, TakesMonthsAsTheirIndicatorPutsThemTogether) {
  for (int m = 4; m <= 6; ++m) value(3, month(m), std::to_string(m * 10)), parts(1, month(m), std::to_string(m), "10");
  const auto sum = with(of(9, "C", Aggregation::sum), "[S1]"),
             share = with(of(9, "C", Aggregation::ratio), "[R1].numerator / [R1].denominator");
  EXPECT_EQ(made(sum), "150: Computed from S1 (150).");
  EXPECT_EQ(made(share), "15/30: Computed from R1 (15 of 30).");
  input(2).aggregation = Aggregation::snapshot;
  EXPECT_EQ(made(sum), "60: Computed from S1 (60).");
  input(2).aggregation = Aggregation::mean_of_snapshots;
  EXPECT_EQ(made(sum), "50: Computed from S1 (50).");
  input(2).aggregation = Aggregation::max;
  EXPECT_EQ(made(sum), "60: Computed from S1 (60).");
  input(2).aggregation = Aggregation::min;
  EXPECT_EQ(made(sum), "40: Computed from S1 (40).");
}

TEST_F(OfAQuarter, NeedsEveryMonthThatApplies) {
  value(3, month(4), "1");
  value(3, month(6), "3");
  const auto sum = with(of(9, "C", Aggregation::sum), "[S1]");
  EXPECT_EQ(made(sum), "delayed: Not available: S1 has not been entered for May 2025.");
  missing(3, month(5), State::not_applicable);
  EXPECT_EQ(made(sum), "4: Computed from S1 (4).");
}

TEST_F(OfAQuarter, TakesWhatHasComeSinceTheQuarterBefore) {
  input(2).submitted = indicator::Submitted::cumulative;
  value(3, month(6), "60");
  value(3, month(9), "100");
  const auto sum = with(of(9, "C", Aggregation::sum), "[S1]");
  EXPECT_EQ(made(sum, q1), "60: Computed from S1 (60).");
  EXPECT_EQ(made(sum, q2), "40: Computed from S1 (40).");
  EXPECT_EQ(periods_fed(sum, input(2), month(6)), (std::vector<Period>{q1, q2}));
  EXPECT_EQ(periods_fed(sum, input(2), Period::month(2026, 3)), std::vector<Period>{Period::quarter({2025}, 4)});
  figures.erase({3, month(6)});
  EXPECT_EQ(made(sum, q2), "delayed: Not available: S1 has not been entered for June 2025.");
  auto same_way = sum;
  same_way.submitted = indicator::Submitted::cumulative;
  EXPECT_EQ(made(same_way, q2), "100: Computed from S1 (100).");
}

// The steps that a computed figure takes beside its inputs.

class Following : public testing::Test {
 protected:
  Following() {
    one.definition.computed_from = "[A] + [B]";
    computed.period = collect::tests::q1;
    computed.value = Decimal::whole(15);
    computed.note = "Computed from A (12) and B (3).";
  }
  std::string step(InputsAre inputs, kit::Moment now = tests::in_time) {
    const auto next = follow(one.due(), computed, inputs, now);
    if (!next) return "nothing";
    one.entry = *next;
    return std::to_string(next->edition) + " " + std::string(code(next->kind)) + " " + std::string(code(next->stage)) +
           (next->reason.empty() ? "" : " (" + next->reason + ")");
  }
  tests::Case one;
  Figure computed;
};

TEST_F(Following, GoesThroughTheStagesOfItsInputs) {
  EXPECT_EQ(step(InputsAre::waiting, tests::at("2025-06-30T22:00:00Z")), "nothing");
  EXPECT_EQ(step(InputsAre::waiting), "1 figure entered");
  EXPECT_EQ(step(InputsAre::waiting), "nothing");
  EXPECT_EQ(step(InputsAre::checked), "2 figure checked");
  EXPECT_EQ(step(InputsAre::reported), "nothing");
  EXPECT_EQ(step(InputsAre::reported, tests::the_run), "3 figure reported");
  EXPECT_TRUE(one.entry.computed);
  EXPECT_EQ(one.entry.entered_by + one.entry.by, "");
}

TEST_F(Following, CorrectsWhatWasReportedWhenAnInputIsCorrected) {
  one.with(collect::tests::q1, "14", "Computed from A (11) and B (3).");
  EXPECT_EQ(step(InputsAre::waiting, tests::after), "1 correction entered (A figure that it is computed from was corrected.)");
  EXPECT_EQ(step(InputsAre::reported, tests::after), "2 correction reported (A figure that it is computed from was corrected.)");
  EXPECT_EQ(figure_of(one.entry).standing, Standing::revised);
}

TEST_F(Following, DoesNothingWhereNothingIsDifferent) {
  one.with(collect::tests::q1, "15", "Computed from A (12) and B (3).");
  EXPECT_EQ(step(InputsAre::reported, tests::after), "nothing");
  computed.standing = Standing::provisional;
  EXPECT_EQ(step(InputsAre::reported, tests::after), "1 correction reported (A figure that it is computed from was corrected.)");
}

TEST_F(Following, WaitsForNobody) {
  EXPECT_EQ(waits(one.due(), tests::in_time), Waits::for_inputs);
  EXPECT_EQ(waits(one.due(), tests::late), Waits::for_inputs);
  step(InputsAre::waiting);
  EXPECT_EQ(waits(one.due(), tests::in_time), Waits::for_inputs);
  EXPECT_EQ(tests::said(approve(one.due(), 1, tests::checker(), tests::in_check_week)),
            "This figure is computed from others. It counts as checked when they are.");
  EXPECT_EQ(tests::said(give_back(one.due(), 1, "Why?", tests::checker(), tests::in_check_week)),
            "This figure is computed from others. It counts as checked when they are.");
  step(InputsAre::checked);
  EXPECT_EQ(waits(one.due(), tests::in_check_week), Waits::for_run);
}

}  // namespace
}  // namespace collect
