#include "indicator/formula.h"

#include <gtest/gtest.h>

#include <random>

#include "indicator/computed_from.h"

namespace indicator {
namespace {

std::string fault(std::string_view text) {
  const auto read = read_formula(text);
  return read ? "" : read.refusals().all().front().field + ": " + read.refusals().all().front().sentence;
}

std::string text(const Formula::Worked& worked) {
  if (const auto* failed = std::get_if<Formula::Failed>(&worked)) return *failed == Formula::Failed::over_zero ? "over zero" : "too large";
  const auto number = std::get<kit::Fraction>(worked).nearest();
  return number ? number->text() : "too large";
}

Formula::Numbers numbers(std::initializer_list<std::string_view> all) {
  Formula::Numbers made;
  for (const auto one : all) made.emplace_back(*kit::Decimal::parse(one));
  return made;
}

std::string worked(std::string_view formula, std::initializer_list<std::string_view> all = {}) {
  const auto read = read_formula(formula);
  return read ? text(read->worked(numbers(all))) : fault(formula);
}

TEST(AFormula, IsWorkedOutAsAtSchool) {
  EXPECT_EQ(worked("1 + 2 * 3"), "7");
  EXPECT_EQ(worked("(1 + 2) * 3"), "9");
  EXPECT_EQ(worked("10 - 2 - 3"), "5");
  EXPECT_EQ(worked("12 / 2 / 3"), "2");
  EXPECT_EQ(worked("-2 * -3 - -1"), "7");
  EXPECT_EQ(worked("2 × 6 ÷ 4 − 1"), "2");
  EXPECT_EQ(worked("sum([A], [B], 1.5)", {"2", "0.25"}), "3.75");
  EXPECT_EQ(worked("max([A], 3) - min([A], 3, 2)", {"5", "5"}), "3");
}

TEST(AFormula, IsRoundedOnceAtTheEnd) {
  EXPECT_EQ(worked("[A] / 3 * 3", {"1"}), "1");
  EXPECT_EQ(worked("[A] / 3 + [A] / 3 + [A] / 3", {"0.0001", "0.0001", "0.0001"}), "0.0001");
}

TEST(AFormula, RefersToIndicatorsAndTheirParts) {
  const auto read = read_formula("( [BBF07].numerator + [X-1.a].Numerator ) / [BBF07] .denominator");
  EXPECT_FALSE(read);
  const auto formula = read_formula("([BBF07].numerator + [ X-1.a ].Numerator) / [BBF07].denominator");
  ASSERT_TRUE(formula);
  EXPECT_EQ(formula->codes(), (std::vector<std::string>{"BBF07", "X-1.a"}));
  ASSERT_EQ(formula->references().size(), 3u);
  EXPECT_EQ(formula->references()[1].taken, Taken::numerator);
  EXPECT_EQ(formula->references()[2].taken, Taken::denominator);
  EXPECT_EQ(formula->with({"12", "3", "40"}), "(12 + 3) / 40");
}

TEST(AFormula, KeepsWhatIsAboveAndBelowItsLastDivisionApart) {
  const auto ratio = read_formula("([A] + [B]) / ([C] / 2)");
  ASSERT_TRUE(ratio);
  EXPECT_TRUE(ratio->is_ratio());
  EXPECT_EQ(text(ratio->top(numbers({"1", "2", "9"}))), "3");
  EXPECT_EQ(text(ratio->bottom(numbers({"1", "2", "9"}))), "4.5");
  for (const auto* other : {"[A] / [B] + 1", "[A] / [B] * 100", "-([A] / [B])", "sum([A] / [B])", "[A]"})
    EXPECT_FALSE(read_formula(other)->is_ratio()) << other;
}

TEST(AFormula, DividesNothingByZeroAndNeverWraps) {
  EXPECT_EQ(worked("1 / ([A] - [A])", {"3", "3"}), "over zero");
  EXPECT_EQ(worked("[A] * [A] * [A] * [A] * [A] * [A]", {"900000000000000", "900000000000000", "900000000000000",
                                                         "900000000000000", "900000000000000", "900000000000000"}),
            "too large");
}

TEST(AFormula, SaysWhereItCannotBeReadAndWhatToDo) {
  EXPECT_EQ(fault(""), "computed_from: At character 1: Write a formula.");
  EXPECT_EQ(fault("[A] + "), "computed_from: At character 7: The formula stops here. Write what comes next, or take the last sign out.");
  EXPECT_EQ(fault("[A] [B]"), "computed_from: At character 5: Put +, -, * or / between two things.");
  EXPECT_EQ(
      fault("BBF07 + 1"),
      "computed_from: At character 1: Found ‘bbf07’. A reference stands in square brackets, such as [BBF07]; the functions are sum, min and max.");
  EXPECT_EQ(fault("[A"), "computed_from: At character 1: This square bracket is not closed. Write ] after the reference.");
  EXPECT_EQ(fault("[ ] + 1"), "computed_from: At character 1: Write the reference of an indicator between the brackets, such as [BBF07].");
  EXPECT_EQ(fault("2 × (1 + 2"), "computed_from: At character 5: This parenthesis is not closed. Write ) where it ends.");
  EXPECT_EQ(fault("1 + 2)"), "computed_from: At character 6: This parenthesis closes nothing. Take it out, or open one before it.");
  EXPECT_EQ(fault("[A].top"), "computed_from: At character 4: After a reference comes .numerator, .denominator or nothing.");
  EXPECT_EQ(
      fault("1.23456"),
      "computed_from: At character 1: Write a number such as 1000 or 0.5, without commas and with at most four decimals.");
  EXPECT_EQ(fault("sum [A]"), "computed_from: At character 5: After sum comes a parenthesis: sum([BBF01], [BBF02]).");
  EXPECT_EQ(fault("1; drop table figure"), "computed_from: At character 2: Put +, -, * or / between two things.");
  EXPECT_EQ(fault("£5"), "computed_from: At character 1: Found ‘£’. Write a reference such as [BBF07], a number or a parenthesis.");
}

TEST(AFormula, IsNeitherLongNorDeepWithoutEnd) {
  EXPECT_EQ(
      fault(std::string(1001, '1')),
      "computed_from: A formula has at most 1,000 characters. Make an indicator of a part of it, and refer to that.");
  EXPECT_EQ(worked(std::string(30, '(') + "1" + std::string(30, ')')), "1");
  EXPECT_NE(fault(std::string(31, '(') + "1" + std::string(31, ')')).find("more than 30 parentheses"), std::string::npos);
  EXPECT_NE(fault(std::string(1000, '(')).find("more than 30 parentheses"), std::string::npos);
  std::string calls;
  for (int i = 0; i < 200; ++i) calls += "sum(";
  EXPECT_NE(fault(calls).find("more than 30 parentheses"), std::string::npos);
  EXPECT_EQ(worked(std::string(998, '-') + "1"), "1");
}

// Whatever bytes come, the answer is a formula that can be worked out, or one sentence.
TEST(AFormula, TakesAnyBytesWithoutHarm) {
  std::mt19937 chance(20261127);
  constexpr std::string_view pieces[] = {"[A]",
                                         "[B].numerator",
                                         "(",
                                         ")",
                                         "+",
                                         "-",
                                         "*",
                                         "/",
                                         "sum(",
                                         "min(",
                                         ",",
                                         "1",
                                         ".5",
                                         " ",
                                         "]",
                                         "[",
                                         "÷",
                                         "\xC3",
                                         std::string_view("\0", 1),
                                         "'",
                                         "9999999999"};
  for (int i = 0; i < 20'000; ++i) {
    std::string any;
    for (auto left = chance() % 12; left > 0; --left)
      any += chance() % 8 == 0 ? std::string(1, static_cast<char>(chance()))
                               : std::string(pieces[chance() % std::size(pieces)]);
    const auto read = read_formula(any);
    if (!read) {
      ASSERT_EQ(read.refusals().all().size(), 1u);
      ASSERT_TRUE(read.refusals().all().front().sentence.ends_with('.')) << any;
      continue;
    }
    const Formula::Numbers all(read->references().size(), kit::Fraction(kit::Decimal::whole(3)));
    ASSERT_FALSE(text(read->worked(all)).empty());
    ASSERT_TRUE(!read->is_ratio() || (!text(read->top(all)).empty() && !text(read->bottom(all)).empty()));
    ASSERT_TRUE(read_formula(read->with(std::vector<std::string>(all.size(), "3")))) << any;
  }
}

// Whether a formula suits its indicator.

Definition one(std::int64_t id, std::string code, Aggregation aggregation, std::string computed_from = "") {
  Definition d;
  d.indicator = id;
  d.code = std::move(code);
  d.title = "Title of " + d.code;
  d.aggregation = aggregation;
  d.computed_from = std::move(computed_from);
  return d;
}

class AComputedIndicator : public testing::Test {
 protected:
  AComputedIndicator() {
    all = {one(1, "R1", Aggregation::ratio), one(2, "R2", Aggregation::ratio), one(3, "S1", Aggregation::sum),
           one(4, "S2", Aggregation::sum)};
    all[1].frequency = calendar::Frequency::monthly;
  }
  std::string said(const Definition& d) const {
    std::string text;
    const auto no = faults_of_formula(d, find(), {"WASTE", "PARKS"});
    for (const auto& refusal : no.all()) text += (text.empty() ? "" : " | ") + refusal.sentence;
    return text;
  }
  FindDefinition find() const {
    return [this](std::string_view code) -> const Definition* {
      for (const auto& d : all)
        if (d.code == code) return &d;
      return nullptr;
    };
  }
  std::vector<Definition> all;
};

TEST_F(AComputedIndicator, MayBeOneOfManyKinds) {
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "([R1].numerator + [R2].numerator) / ([R1].denominator + [R2].denominator)")), "");
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "[S1] / [S2]")), "");
  EXPECT_EQ(said(one(9, "C", Aggregation::sum, "sum([S1], [S2]) - 3")), "");
  EXPECT_EQ(said(one(9, "C", Aggregation::snapshot, "[R1] - [R2]")), "");
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio)), "");
}

TEST_F(AComputedIndicator, RefersToWhatIsThereAndNotToItself) {
  EXPECT_EQ(said(one(9, "C", Aggregation::sum, "[S1] + [S9]")), "There is no indicator ‘S9’. Correct the reference.");
  all.push_back(one(9, "C", Aggregation::sum, "[S1] + [C]"));
  EXPECT_EQ(said(all.back()), "C refers to itself. Take the reference out.");
  EXPECT_EQ(said(one(9, "C", Aggregation::sum, "1 + 2")),
            "It refers to no indicator. Write the reference of each in square brackets, such as [BBF07].");
}

TEST_F(AComputedIndicator, NeverAveragesPercentages) {
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "([R1] + [R1]) / [S1]")),
            "R1 is a ratio. Take [R1].numerator and [R1].denominator, so that percentages are never averaged.");
  EXPECT_EQ(said(one(9, "C", Aggregation::sum, "[S1].numerator")), "S1 has no numerator and denominator. Write [S1] alone.");
  EXPECT_EQ(
      said(one(9, "C", Aggregation::ratio, "[S1] / [S2] * 100")),
      "C keeps numerator and denominator, so the last step is a division: ([BBF01] + [BBF02]) / [BBF03]. Its multiplier, 1, comes by itself.");
}

TEST_F(AComputedIndicator, FitsThePeriodsOfItsInputs) {
  auto made = one(9, "C", Aggregation::sum, "[S1]");
  made.frequency = calendar::Frequency::monthly;
  EXPECT_EQ(said(made), "S1 is quarterly and C monthly: a longer period cannot be split. Make C quarterly, or leave S1 out.");
  all[2].frequency = calendar::Frequency::monthly;
  all[2].aggregation = Aggregation::median;
  made.frequency = calendar::Frequency::quarterly;
  EXPECT_EQ(said(made), "S1 is a median, of which several periods cannot make one. Make C monthly.");
  all[3].submitted = Submitted::rolling_12;
  EXPECT_EQ(said(one(9, "C", Aggregation::sum, "[S2]")),
            "S2 is handed in for twelve months, and C each period by itself. Hand both in the same way.");
}

TEST_F(AComputedIndicator, DoesNotGoRound) {
  all.push_back(one(5, "A", Aggregation::sum, "[B] + 1"));
  all.push_back(one(6, "B", Aggregation::sum, "[S1] + [D]"));
  all.push_back(one(7, "D", Aggregation::sum, "[A] + [S2]"));
  EXPECT_EQ(said(all[4]), "The formulas go round: A needs B, which needs D, which needs A. Take one of these references out.");
  all[6].computed_from = "[S2] * 2";
  EXPECT_EQ(said(all[4]), "");
}

TEST_F(AComputedIndicator, IsFoundInGoodTimeInALongChain) {
  for (int i = 0; i < 2'000; ++i)
    all.push_back(one(100 + i, "L" + std::to_string(i), Aggregation::sum,
                      "[L" + std::to_string(i + 1) + "] + [L" + std::to_string((i + 7) % 2000) + "]"));
  EXPECT_TRUE(cycle_through(all[4], find()).ends_with("L1993, which needs L0")) << cycle_through(all[4], find());
}

TEST_F(AComputedIndicator, MayNameWhatADirectorateOrServiceSpent) {
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "[spend WASTE] / [S1]")), "");
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "([Spend waste] + [spend PARKS]) / [R1].denominator")), "") << "in either case of letters";
}

TEST_F(AComputedIndicator, IsRefusedMoneyOfNobodyWithTheListOfThoseThatAreKnown) {
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "[spend WATSE] / [S1]")),
            "There is no directorate or service ‘WATSE’ whose money could be taken. Write one of WASTE or PARKS.");
  EXPECT_EQ(said(one(9, "C", Aggregation::ratio, "[spend WASTE].numerator / [S1]")),
            "spend WASTE has no numerator and denominator. Write [spend WASTE] alone.");
}

}  // namespace
}  // namespace indicator
