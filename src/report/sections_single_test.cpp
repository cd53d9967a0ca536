// Sections that tell an indicator whole, and the packs of one thing.
#include "report/document_csv.h"
#include "report/report_test.h"
#include "report/single_pack.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;

std::vector<std::string> texts(const std::vector<Cell>& row) {
  std::vector<std::string> all;
  for (const auto& cell : row) all.push_back(cell.text);
  return all;
}

// A1 with figures of a year up to June 2025: 60, 61, 62 … 71.
struct YearOfFigures : SmallCouncil {
  YearOfFigures() {
    auto& kept = add({"A1", Kind::core, "71"});
    auto newest = kept.figures.front();
    kept.figures.clear();
    for (int i = 0; i < 12; ++i) {
      auto figure = newest;
      figure.period = calendar::Period{june.start - 11 + i, 1};
      figure.value = kit::Decimal::whole(60 + i);
      figure.note = "Note of " + figure.period.words() + ".";
      kept.figures.push_back(figure);
    }
    kept.targets[0].rationale = "The median of others.";
    kept.targets[0].minimum = kit::Decimal::whole(70);
  }
  const Pack single() { return pack_of(picture->indicators[0].now()); }
};

TEST(TheSectionOfEveryPeriod, HasARowForEachNewestFirstWithTargetStatusAndNote) {
  YearOfFigures council;
  const auto tables = blocks_in<Table>(council.compose(pack_of(Shows::history, {.indicator = "A1"})));
  ASSERT_EQ(tables.size(), 2u);
  ASSERT_EQ(tables[0].rows.size(), 12u);
  EXPECT_EQ(texts(tables[0].rows[0]), (std::vector<std::string>{"June 2025", "71.0%", "80%", "Off target", "Note of June 2025."}));
  EXPECT_EQ(tables[0].rows[11][0].text, "July 2024");
  EXPECT_EQ(tables[0].rows[11][1].number, 60.0);
  EXPECT_EQ(texts(tables[1].rows[0]), (std::vector<std::string>{"2025/26", "80%", "70.0%", "", "The median of others."}));
}

TEST(TheSectionOfEveryPeriod, KnowsNothingOfTheTimeAfterTheReport) {
  YearOfFigures council;
  auto later = council.picture->indicators[0].figures.back();
  later.period = calendar::Period::month(2025, 7);
  council.picture->indicators[0].figures.push_back(later);
  EXPECT_EQ(blocks_in<Table>(council.compose(pack_of(Shows::history, {.indicator = "A1"}))).front().rows.front()[0].text, "June 2025");
}

TEST(TheSectionOfEveryPeriod, ShowsNoStatusWhereTheCouncilShowsNone) {
  YearOfFigures council;
  council.picture->council.settings.push_back({"ratings", "off", {50}});
  for (const auto& column :
       blocks_in<Table>(council.compose(pack_of(Shows::history, {.indicator = "A1"}))).front().columns)
    EXPECT_NE(column.name, "status");
}

TEST(TheSectionOfEveryPeriod, AsCsvHasTheNumbersWithTheirWordsBeside) {
  YearOfFigures council;
  const auto csv = as_csv(blocks_in<Table>(council.compose(pack_of(Shows::history, {.indicator = "A1"}))).front());
  EXPECT_TRUE(csv.starts_with(
      "period,figure,figure_shown,target,target_shown,status,note\r\nJune 2025,71,71.0%,80,80%,Off target,Note of June 2025.\r\n"))
      << csv.substr(0, 200);
}

TEST(TheSectionOfTheThread, LeadsFromTheTopDownToTheIndicator) {
  YearOfFigures council;
  const auto table = blocks_in<Table>(council.compose(pack_of(Shows::thread, {.indicator = "A1"}))).front();
  EXPECT_EQ(table.caption, "Golden thread of A1 Title of A1");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(texts(table.rows[0]), (std::vector<std::string>{"Council plan", "A clean place"}));
}

TEST(TheSectionOfTheProcessChart, SaysWhetherTheChangeMeansSomething) {
  YearOfFigures council;
  const auto document = council.compose(pack_of(Shows::process, {.indicator = "A1"}));
  EXPECT_EQ(blocks_in<Paragraph>(document).front().text,
            "Above the usual range in June 2025: improving. If nothing changes, it will miss its target.");
  EXPECT_TRUE(blocks_in<Paragraph>(document).at(1).text.starts_with("By chance alone figures lie between "))
      << blocks_in<Paragraph>(document).at(1).text;
}

TEST(TheSectionOfTheProcessChart, SaysWhyThereIsNone) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  EXPECT_EQ(blocks_in<Paragraph>(council.compose(pack_of(Shows::process))).front().text,
            "There is no process chart. Limits need two figures at least.");
}

TEST(ThePackOfAnIndicator, AnswersHowItStands) {
  YearOfFigures council;
  const auto document = council.compose(council.single());
  EXPECT_EQ(document.title, "A1 Title of A1");
  EXPECT_EQ(document.answer, "71.0% in June 2025, against a target of 80%: off target, improving.");
  ASSERT_EQ(document.facts.size(), 1u);
  std::vector<std::string> names;
  for (const auto& part : document.parts) {
    names.push_back(part.name);
    EXPECT_FALSE(part.on_a_new_page) << part.name << ": one indicator is short";
  }
  EXPECT_EQ(names, (std::vector<std::string>{"words", "stands", "process", "thread", "history", "definition"}))
      << "nothing is mapped, so nothing is said of others";
}

TEST(ThePackOfAnIndicator, IsComparedWhereItIsMapped) {
  YearOfFigures council;
  council.map("A1");
  const auto document = council.compose(council.single());
  EXPECT_NE(std::ranges::find(document.parts, "others", &Part::name), document.parts.end());
  EXPECT_TRUE(document.answer.starts_with("71.0% in June 2025")) << "and its own figure still comes first";
}

TEST(ThePackOfAnIndicator, SaysThatAFigureHasNotCome) {
  SmallCouncil council;
  council.add({"A1", Kind::core, ""});
  EXPECT_EQ(council.compose(pack_of(council.picture->indicators[0].now())).answer, "There is no figure for June 2025.");
}

TEST(ThePackOfAnIndicator, HoldsNothingForThePublicThatHasNoLicence) {
  CouncilWithSecrets council;
  for (const auto& kept : council.picture->indicators) {
    const auto open = council.compose(pack_of(kept.now()), Form::open);
    const bool is_secret = kept.now().code == "A4" || kept.now().code == "A5";
    EXPECT_EQ(open.facts.empty(), is_secret) << kept.now().code;
  }
}

TEST(ThePackOfADirectorate, HasItsMoneyAndItsIndicatorsAndSoundSections) {
  YearOfFigures council;
  const auto pack = pack_about("directorate:PLACE", *council.picture);
  ASSERT_TRUE(pack);
  EXPECT_FALSE(faults(*pack).any());
  EXPECT_EQ(pack->title, "Finance and performance: Place");
  EXPECT_EQ(council.compose(*pack).facts.size(), 1u);
}

TEST(ThePackOfOneThing, IsOfWhatIsThereAlone) {
  YearOfFigures council;
  assess::index(*council.picture);
  EXPECT_TRUE(pack_about("indicator:A1", *council.picture));
  for (const auto* none : {"indicator:A9", "directorate:WASTE", "directorate:", "quarterly", ""})
    EXPECT_FALSE(pack_about(none, *council.picture)) << none;
}

}  // namespace
}  // namespace report
