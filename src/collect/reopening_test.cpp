#include "collect/reopening.h"

#include <gtest/gtest.h>

namespace collect {
namespace {

const kit::Moment after_the_run = *kit::Moment::parse("2025-08-05T10:00:00Z");

council::Asker manager(const char* person) {
  council::Asker asker;
  asker.person = person;
  asker.has_people = true;
  asker.role = council::Role::performance_team;
  return asker;
}

class OpeningAWindowAgain : public testing::Test {
 protected:
  void SetUp() override {
    definition.indicator = 7;
    definition.code = "BBF07";
    due.definition = &definition;
    due.period = calendar::Period::quarter({2025}, 1);
    due.window = calendar::window(calendar::usual_cycle(calendar::Frequency::quarterly), due.period);
  }
  std::string refused(const TypedReopening& typed, kit::Moment now = after_the_run, const std::vector<Reopening>& known = {}) const {
    const auto asked = ask_to_reopen(due, known, typed, manager("k.benali"), now);
    return asked ? "" : asked.refusals().all().front().sentence;
  }
  indicator::Definition definition;
  Due due;
  const TypedReopening good{"The case system was down for the last week.", "2025-08-12"};
};

TEST_F(OpeningAWindowAgain, IsAskedForAndThenDecidedBySomebodyElse) {
  const auto asked = ask_to_reopen(due, {}, good, manager("k.benali"), after_the_run);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->ends, kit::Moment::end_of(kit::Date::of(2025, 8, 12)));

  EXPECT_FALSE(decide(*asked, due, Decision::open, "", manager("k.benali"), after_the_run));
  const auto opened = decide(*asked, due, Decision::open, "", manager("d.pemberton"), after_the_run);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->stage, Reopening::Stage::open);
  EXPECT_EQ(opened->decided_by, "d.pemberton");
  EXPECT_FALSE(decide(*opened, due, Decision::refuse, "No.", manager("d.pemberton"), after_the_run));  // decided already
}

TEST_F(OpeningAWindowAgain, NeedsAReasonADayAndAWindowThatIsClosed) {
  EXPECT_EQ(refused({"", "2025-08-12"}), "Say why the window has to be opened again: the person who decides reads it.");
  EXPECT_EQ(refused({"Down.", "soon"}), "Choose the last day on which the figure can be entered.");
  EXPECT_EQ(refused({"Down.", "2025-10-12"}), "Choose a day from today up to 5 September 2025.");
  EXPECT_EQ(refused(good, *kit::Moment::parse("2025-08-12T10:00:00Z"), {}), "");
  EXPECT_EQ(refused({"Down.", "2025-07-20"}, *kit::Moment::parse("2025-07-10T10:00:00Z")),
            "The window for 2025/26 Q1 is open: the figure can be entered now.");
}

TEST_F(OpeningAWindowAgain, IsAskedForOnce) {
  const auto asked = ask_to_reopen(due, {}, good, manager("k.benali"), after_the_run);
  EXPECT_EQ(refused(good, after_the_run, {*asked}), "For BBF07, 2025/26 Q1, it is asked for already, or open.");
}

TEST_F(OpeningAWindowAgain, IsRefusedWithAReasonOnly) {
  const auto asked = ask_to_reopen(due, {}, good, manager("k.benali"), after_the_run);
  EXPECT_FALSE(decide(*asked, due, Decision::refuse, "", manager("d.pemberton"), after_the_run));
  EXPECT_TRUE(decide(*asked, due, Decision::refuse, "Send a correction instead.", manager("d.pemberton"), after_the_run));
}

TEST_F(OpeningAWindowAgain, MakesOfALateFigureOneThatIsInTime) {
  EXPECT_EQ(due.kind_at(after_the_run), EntryKind::late);
  due.reopening = *ask_to_reopen(due, {}, good, manager("k.benali"), after_the_run);
  EXPECT_EQ(due.kind_at(after_the_run), EntryKind::figure);
}

}  // namespace
}  // namespace collect
