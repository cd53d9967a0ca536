// A covering paper written on one form: which parts are kept anew, and how they are numbered.
#include "report/written_paper.h"

#include "report/report_test.h"
#include "report/written_words.h"

namespace report {
namespace {

using namespace report::tests;

const kit::Moment now{1'754'000'000};

council::Asker team() {
  council::Asker asker;
  asker.person = "i.greaves";
  asker.role = council::Role::performance_team;
  return asker;
}

TypedPart part(const std::string& name, const std::string& kept, const std::string& typed) {
  return {{name, "Heading", "Hint"}, kept, 0, seen_mark(kept, 0), typed, 0};
}

std::vector<std::string> names(const std::vector<Words>& all) {
  std::vector<std::string> made;
  for (const auto& one : all) made.push_back(one.slot);
  return made;
}

TEST(APaperOnOneForm, KeepsAnewOnlyWhatWasChangedInIt) {
  const auto changed =
      write_paper(nullptr,
                  {part("paper.purpose", "To note.", "To note.\r\n"), part("paper.background", "Old.", "New."),
                   part("paper.issues", "", ""), part("paper.legal", "Gone.", "")},
                  team(), now);
  ASSERT_TRUE(changed);
  EXPECT_EQ(names(*changed), (std::vector<std::string>{"paper.background", "paper.legal"}));
  EXPECT_EQ((*changed)[0].by, "i.greaves");
  EXPECT_EQ((*changed)[1].words, "") << "taken out";
}

TEST(APaperOnOneForm, LeavesWhatAnotherWroteMeanwhile) {
  auto others = part("paper.purpose", "Theirs.", "Seen before.");
  others.seen = seen_mark("Seen before.", 0);
  const auto changed = write_paper(nullptr, {others, part("paper.background", "", "Mine.")}, team(), now);
  ASSERT_TRUE(changed);
  EXPECT_EQ(names(*changed), std::vector<std::string>{"paper.background"});
}

TEST(APaperOnOneForm, RefusesToWriteOverWhatAnotherWroteMeanwhile) {
  auto both = part("paper.purpose", "Theirs.", "Mine.");
  both.seen = seen_mark("Seen before.", 0);
  const auto changed = write_paper(nullptr, {both}, team(), now);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.refusals().all().front().field, "paper.purpose");
  EXPECT_TRUE(changed.refusals().all().front().sentence.starts_with("Somebody has written here since you opened the form."));
}

TEST(APaperOnOneForm, TakesTheSameTextTwiceWithoutASecondEdition) {
  auto again = part("paper.purpose", "Mine.", "Mine.");
  again.seen = seen_mark("Seen before.", 0);
  const auto changed = write_paper(nullptr, {again}, team(), now);
  ASSERT_TRUE(changed);
  EXPECT_TRUE(changed->empty());
}

TEST(APaperOnOneForm, ChangesWhetherAPartIsPublic) {
  auto one = part("paper.legal", "Advice.", "Advice.");
  one.exempt = 5;
  const auto changed = write_paper(nullptr, {one}, team(), now);
  ASSERT_TRUE(changed);
  ASSERT_EQ(changed->size(), 1u);
  EXPECT_EQ(changed->front().exempt, 5);
  one.exempt = 9;
  EXPECT_EQ(write_paper(nullptr, {one}, team(), now).refusals().all().front().field, "paper.legal-exempt");
}

TEST(APaperOnOneForm, SaysOnceWhatIsWrongWithAllOfIt) {
  council::Asker nobody;
  const auto no = write_paper(nullptr, {part("paper.purpose", "", "A."), part("paper.legal", "", "B.")}, nobody, now).refusals();
  EXPECT_EQ(std::ranges::count(no.all(), std::string(), &kit::Refusal::field), 1);
}

// -- numbers ------------------------------------------------------------------------------------------------------------

std::vector<std::string> told(const std::vector<std::pair<std::string, std::string>>& written) {
  SmallCouncil council;
  auto pack = pack_of(Shows::paper);
  pack.sections[0].name = "paper";
  std::vector<Words> words;
  for (const auto& [slot, text] : written) words.push_back({"paper." + slot, 1, text, 0, "p.shah", {1}});
  std::vector<std::string> all;
  const auto document = with_words(council.compose(pack), words, council.picture->council, Unwritten::go);
  for (const auto& block : document.parts.at(0).blocks) {
    if (const auto* heading = std::get_if<Heading>(&block))
      all.push_back(std::string(static_cast<std::size_t>(heading->level), '#') + " " + heading->text);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) all.push_back(paragraph->text);
    if (const auto* list = std::get_if<List>(&block))
      for (const auto& item : list->items) all.push_back("* " + item);
  }
  return all;
}
using Lines = std::vector<std::string>;

TEST(TheNumbersOfAPaper, CountSectionsAndTheirParagraphsWithoutGaps) {
  EXPECT_EQ(told({{"purpose", "To note."}, {"background", "First.\nSecond:\n- one\n- two"}}),
            (Lines{"### 1 Purpose of the report", "1.1 To note.", "### 2 Background", "2.1 First.",
                   "2.2 Second:", "* one", "* two"}));
}

TEST(TheNumbersOfAPaper, GiveEachRecommendationOneAndCountTheirReasonsOn) {
  EXPECT_EQ(told({{"recommendations", "- To note.\n- To choose."}, {"reasons", "Because."}}),
            (Lines{"### 1 Recommendations", "1.1 To note.", "1.2 To choose.",
                   "#### 1.3 Reasons for the recommendations", "Because."}));
}

TEST(TheNumbersOfAPaper, PutImplicationsUnderOneHeading) {
  EXPECT_EQ(told({{"purpose", "To note."},
                  {"legal", "None."},
                  {"equality", "None either."},
                  {"background_papers", "The plan."}}),
            (Lines{"### 1 Purpose of the report", "1.1 To note.", "### 2 Implications", "#### 2.1 Legal and governance",
                   "None.", "#### 2.2 Equality", "None either.", "### 3 Background papers", "3.1 The plan."}));
}

}  // namespace
}  // namespace report
