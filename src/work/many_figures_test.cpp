#include "work/many_figures.h"

#include <gtest/gtest.h>

#include "work/sent_entry.h"

namespace work {
namespace {

using collect::Typed;

// Two indicators in the first quarter of 2025/26, seen on 2 July.
class ManyFigures : public testing::Test {
 protected:
  ManyFigures() {
    for (std::size_t i = 0; i < 2; ++i) {
      auto& d = definitions_[i];
      d.indicator = static_cast<indicator::IndicatorId>(i + 1);
      d.code = i == 0 ? "BBF01" : "BBF02";
      d.owner = "p.shah";
      d.frequency = calendar::Frequency::quarterly;
      d.applies_from = kit::Date::of(2023, 4, 1);
      due_[i].definition = &d;
      due_[i].period = calendar::Period::quarter({2025}, 1);
      due_[i].cycle = calendar::usual_cycle(calendar::Frequency::quarterly);
      due_[i].window = calendar::window(due_[i].cycle, due_[i].period);
    }
    shah_.person = "p.shah";
    shah_.role = council::Role::officer;
  }

  ManyRow row(std::size_t which, std::string value, std::string note = "As planned.") const {
    ManyRow made;
    made.due = &due_[which];
    made.typed.value = std::move(value);
    made.typed.note = std::move(note);
    return made;
  }
  Many enter(const std::vector<ManyRow>& rows) const { return enter_many(rows, shah_, now_); }

  indicator::Definition definitions_[2];
  collect::Due due_[2];
  council::Asker shah_;
  kit::Moment now_ = *kit::Moment::parse("2025-07-02T09:00:00Z");
};

TEST_F(ManyFigures, AreEnteredEachByTheRuleOfItsPage) {
  const auto many = enter({row(0, "12"), row(1, "13")});
  EXPECT_TRUE(many.refusals.empty());
  ASSERT_EQ(many.entries.size(), 2u);
  EXPECT_EQ(many.entries[1].value, kit::Decimal::whole(13));
  EXPECT_EQ(many.entries[1].entered_by, "p.shah");
  EXPECT_EQ(many.rows, (std::vector<std::size_t>{0, 1}));
}

TEST_F(ManyFigures, SayOfEachFaultInWhichRowAndFieldItIs) {
  auto bad = row(1, "1o", "");
  const auto many = enter({row(0, "12"), bad});
  ASSERT_EQ(many.refusals.size(), 2u);
  EXPECT_EQ(many.refusals[0].row, 1u);
  EXPECT_EQ(many.refusals[0].field, "value");
  EXPECT_EQ(many.refusals[1].field, "note");
}

TEST_F(ManyFigures, AreLeftAloneWhereNothingWasTyped) {
  EXPECT_TRUE(enter({row(0, "", "")}).entries.empty());
  auto same = row(0, "1,200", "As planned.\r\nNext month too.");
  same.made_from = row(0, "1200", "As planned.\nNext month too.").typed;
  same.typed.seen = 5;  // whatever anybody else has saved meanwhile
  const auto many = enter({same});
  EXPECT_TRUE(many.entries.empty() && many.refusals.empty() && many.conflicts.empty());
}

TEST_F(ManyFigures, AreAConflictWhereSomeoneElseSavedMeanwhile) {
  due_[0].entry.edition = 1;
  const auto many = enter({row(0, "12")});
  EXPECT_EQ(many.conflicts, std::vector<std::size_t>{0});
  EXPECT_FALSE(many.refusals.empty());
}

TEST_F(ManyFigures, OfAnotherOwnerAreAsIfTheyWereNotThere) {
  definitions_[1].owner = "o.madeley";
  ManyRow unknown = row(0, "12");
  unknown.due = nullptr;
  const auto many = enter({unknown, row(1, "13")});
  ASSERT_EQ(many.refusals.size(), 2u);
  EXPECT_EQ(many.refusals[0].sentence, many.refusals[1].sentence);
}

TEST_F(ManyFigures, ComeOnceEach) {
  const auto many = enter({row(0, "12"), row(0, "13")});
  ASSERT_EQ(many.refusals.size(), 1u);
  EXPECT_EQ(many.refusals[0].sentence, "BBF01 for 2025/26 Q1 is there twice. Give it once.");
}

TEST_F(ManyFigures, TakeOneReasonForEveryWarningOfARow) {
  due_[0].usual_low = 1;
  due_[0].usual_high = 5;
  const auto asked = enter({row(0, "12")});
  ASSERT_EQ(asked.refusals.size(), 1u);
  EXPECT_EQ(asked.refusals[0].field, "reason-outside_usual");
  auto answered = row(0, "12");
  answered.reason = "Two boroughs were merged.";
  const auto many = enter({answered});
  ASSERT_EQ(many.entries.size(), 1u);
  EXPECT_EQ(many.entries[0].answers[0].reason, "Two boroughs were merged.");
}

TEST_F(ManyFigures, AreNotAFigureAndNotAvailableAtOnce) {
  auto both = row(0, "12");
  both.typed.expected_on = "2025-07-20";
  EXPECT_EQ(enter({both}).refusals[0].field, "expected_on");
  both.typed.state = "delayed";
  EXPECT_EQ(enter({both}).refusals[0].field, "value");
}

TEST(AStateOfFields, FollowsFromTheDayOnWhichAFigureIsExpected) {
  Typed typed;
  typed.expected_on = "5/8/2025";
  settle_state(typed);
  EXPECT_EQ(typed.state, "delayed");
  EXPECT_EQ(typed.expected_on, "2025-08-05");
  typed.value = "3";
  settle_state(typed);
  EXPECT_EQ(typed.state, "");
}

TEST(ADay, IsReadAsASpreadsheetWritesIt) {
  EXPECT_EQ(day_typed("05/12/2025"), "2025-12-05");
  EXPECT_EQ(day_typed(" 5/12/2025 "), "2025-12-05");
  EXPECT_EQ(day_typed("2025-12-05"), "2025-12-05");
  EXPECT_EQ(day_typed("05/12/25"), "05/12/25");
  EXPECT_EQ(day_typed("5/12/2025 noon"), "5/12/2025 noon");
}

TEST(ASentFigure, KeepsItsDigitsAndItsReasons) {
  const auto sent = read_sent(
      R"({"indicator": "BBF01", "period": "2025-26-q1", "value": 12.50, "reasons": {"ten_times": "So."}, "edition": 3, "provisional": true})",
      "k");
  ASSERT_TRUE(sent.faults.empty());
  ASSERT_EQ(sent.entries.size(), 1u);
  const auto& one = sent.entries[0];
  EXPECT_EQ(one.typed.value, "12.50");
  EXPECT_EQ(one.typed.reasons[0].second, "So.");
  EXPECT_EQ(one.edition, 3);
  EXPECT_EQ(one.typed.standing, "provisional");
  EXPECT_EQ(one.key, "k");
}

TEST(ASentFigure, IsRefusedFieldByField) {
  const auto sent = read_sent(
      R"([{"indicator": 7, "value": [], "note": 5, "edition": -1, "provisional": "yes", "reasons": {"x": 1}, "colour": "red"}])",
      "");
  std::string fields;
  for (const auto& fault : sent.faults) fields += fault.field + " ";
  EXPECT_EQ(fields, "indicator value note edition provisional reasons.x colour indicator period ");
}

}  // namespace
}  // namespace work
