#include "entry_test.h"

namespace collect {
namespace {

using namespace tests;

const Period q3 = Period::quarter({2024}, 3), q4 = Period::quarter({2024}, 4);

std::string warned(const Case& one, std::string_view value) {
  auto entry = one.entry;
  entry.value = Decimal::parse(value);
  std::string all;
  for (const auto& warning : warnings(one.due(), entry)) all += (all.empty() ? "" : " | ") + warning.code + ": " + warning.sentence;
  return all;
}

TEST(AWarning, IsOfAFigureOutsideWhatTheIndicatorUsuallyShows) {
  Case one;
  one.usual_low = 10;
  one.usual_high = 20;
  EXPECT_EQ(warned(one, "10"), "");
  EXPECT_EQ(warned(one, "20"), "");
  EXPECT_EQ(warned(one, "20.5"), "outside_usual: 20.5 is above what WS01 usually shows, 10.0 to 20.0.");
  EXPECT_EQ(warned(one, "9.5"), "outside_usual: 9.5 is below what WS01 usually shows, 10.0 to 20.0.");
  EXPECT_EQ(warned(one, "20.04"), "outside_usual: 20.04 is above what WS01 usually shows, 10.00 to 20.00.")
      << "as fine as it takes to see it";
}

TEST(AWarning, IsOfAFigureTenTimesTheLastOrATenthOfIt) {
  Case one;
  one.with(q3, "1000").with(q4, "12");
  EXPECT_EQ(warned(one, "120"), "");
  EXPECT_EQ(warned(one, "120.1"), "ten_times: 120.1 is more than ten times 12.0, the figure for 2024/25 Q4.");
  EXPECT_EQ(warned(one, "1.1"), "ten_times: 1.1 is less than a tenth of 12.0, the figure for 2024/25 Q4.");
  EXPECT_EQ(warned(one, "0"), "") << "nothing happened: that is no slip of a decimal point";
}

TEST(AWarning, IsOfAYearSoFarThatFell) {
  Case one;
  one.definition.submitted = indicator::Submitted::cumulative;
  one.with(q4, "100");
  EXPECT_EQ(warned(one, "30"), "") << "a new year begins from nothing";
  Due due = one.due();
  const auto q2 = Period::quarter({2025}, 2);
  one.figures.clear();
  one.with(q1, "30");
  due.period = q2;
  Entry entry;
  entry.value = Decimal::whole(29);
  const auto all = warnings(due, entry);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].code, "cumulative_fell");
  EXPECT_EQ(all[0].sentence, "The year so far fell from 30.0 in 2025/26 Q1 to 29.0. A figure for the year so far only grows.");
}

TEST(AWarning, IsOfATargetThatLooksMistyped) {
  Case one;
  one.with_target("95");
  EXPECT_EQ(warned(one, "94"), "");
  EXPECT_EQ(warned(one, "1.5"), "target_mistyped: The target is 95.0, far from 1.5. One of them may be mistyped.");
}

TEST(AWarning, StopsNothingOnceItHasAReason) {
  Case one;
  one.with(q4, "12");
  auto form = typed("200");
  EXPECT_EQ(said(enter(one.due(), form, owner(), in_time)),
            "reason-ten_times: 200.0 is more than ten times 12.0, the figure for 2024/25 Q4. If it is right, say why.");
  form.reasons = {{"ten_times", "  "}};
  EXPECT_FALSE(enter(one.due(), form, owner(), in_time)) << "blanks are no reason";
  form.reasons = {{"ten_times", std::string(501, 'x')}};
  EXPECT_EQ(said(enter(one.due(), form, owner(), in_time)), "reason-ten_times: Use at most 500 characters.");
  form.reasons = {{"ten_times", " The depot flooded. "}, {"no_such_warning", "x"}};
  const auto entered = enter(one.due(), form, owner(), in_time);
  ASSERT_TRUE(entered) << said(entered);
  ASSERT_EQ(entered->answers.size(), 1u) << "a reason nobody asked for is not kept";
  EXPECT_EQ(entered->answers[0].reason, "The depot flooded.");
  EXPECT_EQ(entered->answers[0].sentence, "200.0 is more than ten times 12.0, the figure for 2024/25 Q4.");
}

TEST(AWarning, AsksNothingOfWhatIsNotAvailable) {
  Case one;
  one.usual_low = 10;
  one.usual_high = 20;
  auto form = typed("", "The department publishes it in August.");
  form.state = "delayed";
  form.expected_on = "2025-08-20";
  EXPECT_TRUE(enter(one.due(), form, owner(), in_time));
}

}  // namespace
}  // namespace collect
