#include "work/quality_facts.h"

#include <gtest/gtest.h>

#include "assess/told.h"

namespace work {
namespace {

using assess::told::Story;
using calendar::Frequency;
using calendar::Period;
using collect::EntryKind;
using collect::Stage;
using collect::State;

// From what everybody reads, and the steps on their way.
const auto now = *kit::Moment::parse("2025-09-01T09:00:00Z");

struct Gathered {
  Story story;
  std::vector<EntryStep> steps;
  explicit Gathered(int months = 3) {
    story.definition().frequency = Frequency::monthly;
    for (int i = months; i > 0; --i) story.figure(Period::month(2025, 8 - i), 60 + i);
  }
  void step(Period period, Stage stage, const char* at, EntryKind kind = EntryKind::figure, State state = State::given,
            std::vector<std::string> warnings = {}) {
    steps.push_back({period, stage, kind, state, std::move(warnings), *kit::Moment::parse(at)});
  }
  QualityFacts facts() {
    index(story.picture);
    return quality_facts(story.picture, story.kept(), steps, calendar::usual_cycle(Frequency::monthly), now);
  }
};

TEST(FactsOfQuality, BeginWithTheFirstFigureAndEndWithTheNewestDueDay) {
  Gathered gathered;
  const auto facts = gathered.facts();  // August ended, and is due by 21 September
  ASSERT_EQ(facts.periods.size(), 3u);
  EXPECT_EQ(facts.periods.front().period, Period::month(2025, 5));
  EXPECT_EQ(facts.periods.back().due, kit::Date::of(2025, 8, 21));
  EXPECT_TRUE(facts.periods.back().from_file);
  EXPECT_EQ(Gathered(12).facts().periods.size(), looked_at);
}

TEST(FactsOfQuality, TakeTheDayOfTheFirstEntryAndCountReturns) {
  Gathered gathered;
  const auto july = Period::month(2025, 7);
  gathered.step(july, Stage::entered, "2025-08-20T22:30:00Z", EntryKind::figure, State::given,
                {"outside_usual", "ten_times"});  // 23:30 in London
  gathered.step(july, Stage::returned, "2025-08-22T09:00:00Z");
  gathered.step(july, Stage::entered, "2025-08-25T09:00:00Z");
  gathered.step(july, Stage::entered, "2025-08-29T09:00:00Z", EntryKind::correction);
  const auto one = gathered.facts().periods.back();
  EXPECT_EQ(one.came, kit::Date::of(2025, 8, 20));
  EXPECT_FALSE(one.from_file);
  EXPECT_EQ(one.days_late(now.date()), 0);
  EXPECT_EQ(one.returned, 1);
  EXPECT_EQ(one.unusual, 1);
  EXPECT_EQ(one.other_warnings, 1);
}

TEST(FactsOfQuality, AreLateWhenTheFirstEntryOnlySaidThatThereIsNoneYet) {
  Gathered gathered(2);
  const auto july = Period::month(2025, 7);
  gathered.story.kept().figures.pop_back();
  gathered.step(july, Stage::entered, "2025-08-20T09:00:00Z", EntryKind::figure, State::delayed);
  auto one = gathered.facts().periods.back();
  EXPECT_EQ(one.state, State::delayed);
  EXPECT_TRUE(one.is_gap());
  EXPECT_EQ(one.days_late(now.date()), 11);
  gathered.step(july, Stage::entered, "2025-08-27T09:00:00Z", EntryKind::late);
  one = gathered.facts().periods.back();
  EXPECT_FALSE(one.is_gap());
  EXPECT_EQ(one.days_late(now.date()), 6);
}

TEST(FactsOfQuality, KnowWhenAComputedFigureCameThoughNobodyEnteredIt) {
  Gathered gathered;
  gathered.step(Period::month(2025, 7), Stage::checked, "2025-08-18T09:00:00Z");
  const auto one = gathered.facts().periods.back();
  EXPECT_FALSE(one.from_file);
  EXPECT_EQ(one.days_late(now.date()), 0);
}

// What was said to be delayed in a file tells when the figure came; what was given at once does not.
TEST(FactsOfQuality, KnowFromAFileWhatCameLate) {
  Gathered gathered;
  auto& figures = gathered.story.kept().figures;
  auto given = figures.back();
  given.edition = 2;
  given.at = *kit::Moment::parse("2025-08-30T09:00:00Z");
  figures.back().state = State::delayed;
  figures.back().value.reset();
  figures.push_back(given);
  const auto one = gathered.facts().periods.back();
  EXPECT_FALSE(one.from_file);
  EXPECT_EQ(one.days_late(now.date()), 9);
  EXPECT_TRUE(one.replaced.empty());
}

TEST(FactsOfQuality, CallAFigureChangedOnlyWhenAReaderSeesIt) {
  Gathered gathered;
  gathered.story.target(2025, 61);
  auto& figures = gathered.story.kept().figures;
  auto again = figures.back();
  again.edition = 2;
  again.value = assess::told::exact(61.04);  // still 61.0%
  figures.push_back(again);
  EXPECT_TRUE(gathered.facts().periods.back().replaced.empty());
  again.edition = 3;
  again.value = assess::told::exact(50);
  gathered.story.kept().figures.push_back(again);
  const auto replaced = gathered.facts().periods.back().replaced;
  ASSERT_EQ(replaced.size(), 1u);
  EXPECT_TRUE(replaced[0].changed_status);
  EXPECT_EQ(replaced[0].is, 50);
}

TEST(FactsOfQuality, HoldBreaksWithinThePeriodsAlone) {
  Gathered gathered;
  auto later = gathered.story.definition();
  later.edition = 2;
  later.applies_from = kit::Date::of(2025, 6, 1);
  later.breaks_series = true;
  gathered.story.kept().definitions.push_back(later);
  EXPECT_EQ(gathered.facts().breaks, std::vector{kit::Date::of(2025, 6, 1)});
  gathered.story.kept().definitions.back().applies_from = kit::Date::of(2025, 5, 1);  // with the first period that is looked at
  EXPECT_TRUE(gathered.facts().breaks.empty());
}

}  // namespace
}  // namespace work
