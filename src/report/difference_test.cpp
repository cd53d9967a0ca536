#include "report/difference.h"

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
  for (const auto& one : difference.changes) all.push_back(one.indicator + " " + std::string(code(one.what)) + ": " + one.was + " -> " + one.is + (one.why.empty() ? "" : " (" + one.why + ")"));
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
  EXPECT_EQ(told(found), (std::vector<std::string>{"A2 figure: 85.0% -> 70.0% (Two returns were counted twice.)", "A2 mark: none -> [r]", "A2 status: On target -> Off target", "A2 note: It went as planned. -> It fell."}));
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
  const std::vector<std::string> expected = {"A1 target: 80% -> 90%", "A1 status: On target -> Off target", "A2 title: Title of A2 -> Another title", "A2 definition: edition 1 -> edition 2", "B1 presence: yes -> no"};
  EXPECT_EQ(told(found), expected);
  EXPECT_EQ(in_short(found), "They differ in three indicators: A1, A2, B1.");
}

}  // namespace
}  // namespace report
