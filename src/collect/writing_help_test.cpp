#include "entry_test.h"

namespace collect {
namespace {

using namespace tests;

const Period q4 = Period::quarter({2024}, 4);

std::string help(const Case& one, std::string note, std::string_view value = "15", std::string next = "A second crew starts in August.") {
  auto entry = one.entry;
  entry.value = Decimal::parse(value);
  entry.note = std::move(note);
  entry.next = std::move(next);
  std::string all;
  for (const auto& sentence : writing_help(one.due(), entry)) all += (all.empty() ? "" : " | ") + sentence;
  return all;
}

constexpr auto good = "Two crews were short in May, so rounds ran late.";

TEST(WritingHelp, IsSilentAboutAGoodNote) { EXPECT_EQ(help(Case().with(q4, "12"), good), ""); }

TEST(WritingHelp, SeesTheLastNoteAgain) {
  Case one;
  one.with(q4, "12", "Two crews were short in May, so all rounds ran late.");
  EXPECT_EQ(help(one, good, "15", ""), "The note repeats that of 2024/25 Q4. Say what is new.");
}

TEST(WritingHelp, SeesAnImprovementThatIsNone) {
  const auto one = Case().with(q4, "12");
  EXPECT_EQ(help(one, "Collection improved a great deal this quarter.", "11"),
            "The note speaks of improvement, but the figure fell from 12.0 to 11.0, which is worse.");
  EXPECT_EQ(help(one, "Collection got worse in most streets.", "13"),
            "The note says it got worse, but the figure rose from 12.0 to 13.0, which is better.");
  EXPECT_EQ(help(one, "Collection has not improved for want of crews.", "11"), "") << "it says so itself";
  auto low = one;
  low.definition.polarity = indicator::Polarity::low_good;
  EXPECT_EQ(help(low, "Collection improved a great deal this quarter.", "11"), "");
}

TEST(WritingHelp, AsksAboutNumbersThatAreNowhereInTheData) {
  auto one = Case().with(q4, "412.5").with_target("450");
  EXPECT_EQ(help(one, "It went from 412.5 to 431 against a target of 450 by 30 September 2025, 18.5 more.", "431"), "");
  EXPECT_EQ(help(one, "It went from 398 to 431 because crews came back.", "431"),
            "The note quotes 398, which is not in the figure, its parts, its target or the figures before. Is that right?");
}

TEST(WritingHelp, WantsANextStepWhenTheFigureIsRed) {
  auto one = Case().with(q4, "12");
  one.status = "red";
  EXPECT_EQ(help(one, good, "15", ""), "The figure is off target, and the note names no next step.");
  EXPECT_EQ(help(one, good), "Say when it will be back on track.");
  one.entry.back_on = kit::Date::of(2025, 9, 30);
  EXPECT_EQ(help(one, good), "");
  one.status = "amber";
  EXPECT_EQ(help(one, good, "15", ""), "The figure is close to target, and the note names no next step.");
  one.status = "green";
  EXPECT_EQ(help(one, good, "15", ""), "");
}

TEST(WritingHelp, LikesTwoOrThreeSentences) {
  std::string words = "Rounds";
  for (int i = 0; i < 130; ++i) words += " ran late";
  EXPECT_EQ(help(Case(), words, "15", ""), "The note has 261 words. Two or three sentences are read; put the rest into evidence.");
  EXPECT_EQ(help(Case(), "Fine."), "The note is very short. Say what happened, and why.");
}

TEST(WritingHelp, KnowsPhrasesThatTellNothing) {
  EXPECT_EQ(help(Case(), "Business as usual in every depot."), "‘business as usual’ tells a reader nothing. Say what happened.");
}

TEST(WritingHelp, NeverStopsAnyone) {
  auto one = Case().with(q4, "12", "n/a");
  one.status = "red";
  EXPECT_TRUE(enter(one.due(), typed("11", "n/a"), owner(), in_time));
}

}  // namespace
}  // namespace collect
