#include "report/difference.h"

#include <algorithm>
#include <tuple>

#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;

class TwoEditions : public testing::Test {
 protected:
  TwoEditions() {
    for (const auto* code : {"A1", "A2", "B1"}) council.add({code, indicator::Kind::core, "85"});
  }
  assess::Kept& kept(std::size_t at) { return council.picture->indicators[at]; }
  Document composed() { return council.compose(pack_of(Shows::indicators)); }
  SmallCouncil council;
};

std::vector<std::string> told(const Difference& difference) {
  std::vector<std::string> all;
  for (const auto& one : difference.changes)
    all.push_back(one.indicator + " " + std::string(code(one.what)) + ": " + one.was + " -> " + one.is +
                  (one.why.empty() ? "" : " (" + one.why + ")"));
  return all;
}

TEST_F(TwoEditions, OfTheSameFiguresSayTheSame) {
  const auto found = difference(composed(), composed());
  EXPECT_FALSE(found.any());
  EXPECT_EQ(in_short(found), "The two say the same.");
}

TEST_F(TwoEditions, DifferInExactlyTheFigureThatWasCorrected) {
  const auto before = composed();
  auto corrected = SmallCouncil::figure(kept(1).id, "70");
  corrected.edition = 2;
  corrected.standing = collect::Standing::revised;
  corrected.reason = "Two returns were counted twice.";
  corrected.note = "It fell.";
  kept(1).figures.push_back(corrected);
  const auto found = difference(before, composed());
  EXPECT_EQ(told(found), (std::vector<std::string>{"A2 figure: 85.0% -> 70.0% (Two returns were counted twice.)",
                                                   "A2 mark: none -> [r]", "A2 status: On target -> Off target",
                                                   "A2 note: It went as planned. -> It fell."}));
  EXPECT_EQ(found.indicators(), 1);
  EXPECT_EQ(in_short(found), "They differ in one indicator: A2.");
  ASSERT_EQ(found.sentences.size(), 1u);
  EXPECT_TRUE(found.sentences[0].is.starts_with("2 of 3 indicators rated"));
}

TEST_F(TwoEditions, DifferInATargetADefinitionAndWhatIsInThem) {
  const auto before = composed();
  kept(0).targets[0].value = kit::Decimal::whole(90);
  auto redefined = kept(1).definitions[0];
  redefined.edition = 2;
  redefined.title = "Another title";
  kept(1).definitions.push_back(redefined);
  kept(2).definitions[0].kind = indicator::Kind::contextual;
  const auto found = difference(before, composed());
  const std::vector<std::string> expected = {"A1 target: 80% -> 90%", "A1 status: On target -> Off target",
                                             "A2 title: Title of A2 -> Another title",
                                             "A2 definition: edition 1 -> edition 2", "B1 presence: yes -> no"};
  EXPECT_EQ(told(found), expected);
  EXPECT_EQ(in_short(found), "They differ in three indicators: A1, A2, B1.");
}

class TwoEditionsWithMoney : public testing::Test {
 protected:
  TwoEditionsWithMoney() {
    for (const int month : {4, 5, 6}) tell(month, 1, "1100");
  }
  void tell(int month, int edition, const std::string& actual) {
    money::Month one{"WASTE", calendar::Period::month(2025, month), edition, {}, {}, {}, {}, "", {}};
    one.budget = kit::Decimal::whole(1000);
    one.actual = one.forecast = kit::Decimal::parse(actual);
    council.picture->money.push_back(one);
  }
  Document composed() {
    std::ranges::sort(council.picture->money, {}, [](const money::Month& one) { return std::tuple(one.unit, one.month, one.edition); });
    return council.compose(pack_of(Shows::money));
  }
  std::vector<std::string> told(const Document& before) {
    std::vector<std::string> all;
    for (const auto& one : difference(before, composed()).money)
      all.push_back(one.line + ", " + one.title + ": " + one.was + " -> " + one.is);
    return all;
  }
  SmallCouncil council;
};

TEST_F(TwoEditionsWithMoney, SayTheSameWhileNoneOfItWasToldAnew) {
  EXPECT_FALSE(difference(composed(), composed()).any());
}

TEST_F(TwoEditionsWithMoney, NameEachLineOnceWithWhatItWasAndIs) {
  const auto before = composed();
  tell(5, 2, "1350");
  const std::vector<std::string> of_each = {
      ", Actual to end of June 2025: £3,300 -> £3,550", ", Forecast of the year: £3,300 -> £3,550",
      ", Forecast against budget: £300 over budget (adverse, 10.0%) -> £550 over budget (adverse, 18.3%)"};
  std::vector<std::string> expected;
  for (const auto* line : {"Place", "The council", "Waste"})
    for (const auto& one : of_each) expected.push_back(line + one);
  EXPECT_EQ(told(before), expected) << "the foot of the services of Place is Place, which stands already";
  EXPECT_EQ(in_short(difference(before, composed())), "No indicator differs. Money differs in three lines: Place, The council and Waste.");
}

TEST_F(TwoEditionsWithMoney, TellPenceWhereThePoundsAreTheSame) {
  const auto before = composed();
  tell(5, 2, "1100.30");
  ASSERT_FALSE(told(before).empty());
  EXPECT_EQ(told(before).front(), "Place, Actual to end of June 2025: £3,300.00 -> £3,300.30");
}

TEST_F(TwoEditionsWithMoney, SayWhichMonthsWentMissing) {
  council.picture->council.units.push_back({council::Unit::Kind::service, "PARKS", "Parks", "PLACE", "", 1, {50}, false});
  council.picture->money.push_back({"PARKS",
                                    calendar::Period::month(2025, 6),
                                    1,
                                    kit::Decimal::whole(500),
                                    kit::Decimal::whole(500),
                                    {},
                                    {},
                                    "",
                                    {}});
  const auto before = composed();
  council.picture->money.push_back({"WASTE",
                                    calendar::Period::month(2025, 6),
                                    2,
                                    kit::Decimal::whole(1000),
                                    {},
                                    {},
                                    kit::Decimal::whole(1100),
                                    "",
                                    {}});
  const auto all = told(before);
  EXPECT_NE(std::ranges::find(all, "Waste, Actual to end of June 2025: £3,300 -> £2,200 (1 month missing)"), all.end());
}

TEST_F(TwoEditionsWithMoney, SayToWhichMonthEachSumRunsWhereTheseDiffer) {
  const auto before = composed();
  council.picture->money.pop_back();
  EXPECT_EQ(told(before)[1], "Place, Budget to end of May 2025: £3,000 (Budget to end of June 2025) -> £2,000");
}

TEST_F(TwoEditionsWithMoney, NameALineThatOnlyOneOfThemHas) {
  const auto before = composed();
  council.picture->council.units.push_back({council::Unit::Kind::service, "PARKS", "Parks", "PLACE", "", 1, {50}, false});
  council.picture->money.push_back({"PARKS",
                                    calendar::Period::month(2025, 4),
                                    1,
                                    kit::Decimal::whole(500),
                                    kit::Decimal::whole(500),
                                    {},
                                    {},
                                    "",
                                    {}});
  const auto all = told(before);
  EXPECT_NE(std::ranges::find(all, "Parks, Budget of the year: not in the report -> £500"), all.end()) << all.size();
  const auto now = composed();
  EXPECT_EQ(money_difference(now, before).back(), (MoneyChange{"Parks", "budget", "Budget of the year", "£500", "not in the report"}));
}

}  // namespace
}  // namespace report
