#include "report/compose.h"

#include "report/counted_sentences.h"
#include "report/document_told.h"
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;

TEST(ASentenceThatCounts, SaysHowManyOfThoseWithFigureAndTarget) {
  SmallCouncil council;
  for (int i = 0; i < 3; ++i) council.add({"A" + std::to_string(i), Kind::core, "85"});
  for (int i = 3; i < 5; ++i) council.add({"A" + std::to_string(i), Kind::core, "70"});
  council.add({"A5", Kind::core, ""});
  council.add({"A6", Kind::core, "50", ""});
  const auto said = blocks_in<Counted>(council.compose(pack_of(Shows::summary))).front();
  EXPECT_EQ(
      said.text,
      "3 of 5 indicators rated against a target (60.0%) are on target or better; 0 improved and 0 worsened; 1 awaits a figure; 1 has no target.");
  int sum = 0;
  for (const auto& [name, number] : said.counts) {
    if (name == "indicators") {
      EXPECT_EQ(number, 7);
    }
    if (name == "rated" || name == "awaited" || name == "without_target") sum += number;
  }
  EXPECT_EQ(sum, 7) << "every indicator is counted once";
}

TEST(ASentenceThatCounts, NeverRoundsToAHundredOrToNothing) {
  EXPECT_EQ(share(31, 78), "39.7%");
  EXPECT_EQ(share(1999, 2000), "more than 99.9%");
  EXPECT_EQ(share(1, 2001), "less than 0.1%");
  EXPECT_EQ(share(5, 5), "100.0%");
  EXPECT_EQ(share(0, 5), "0.0%");
}

TEST(ASentenceThatCounts, SpeaksOfOneAsOne) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  EXPECT_EQ(council.compose(pack_of(Shows::summary)).answer,
            "1 of 1 indicator rated against a target (100.0%) is on target or better; 0 improved and 0 worsened.");
}

TEST(ASentenceThatCounts, SpeaksOfNoTargetWhereTheCouncilShowsNoRatings) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.picture->council.settings.push_back({"ratings", "off", {50}});
  EXPECT_EQ(council.compose(pack_of(Shows::summary)).answer, "Of 1 indicator, 0 improved and 0 worsened.");
}

TEST(TheSectionOfMoney, ShowsDirectoratesServicesAndTheCouncilUpToTheReportsPeriod) {
  SmallCouncil council;
  for (const int month : {4, 5, 6, 7}) {
    money::Month one;
    one.unit = "WASTE";
    one.month = calendar::Period::month(2025, month);
    one.budget = kit::Decimal::whole(1000);
    one.actual = one.forecast = kit::Decimal::whole(1100);
    council.picture->money.push_back(one);
  }
  const auto document = council.compose(pack_of(Shows::money));
  const auto tables = blocks_in<Table>(document);
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].rows[0][0].text, "Place");
  EXPECT_EQ(tables[0].rows[0][3].text, "£3,300") << "July is after the report's period";
  EXPECT_EQ(tables[0].rows[1][6].text, "£400 over budget (adverse, 10.0%)");
  EXPECT_EQ(tables[1].rows[0][0].text, "Waste");
  EXPECT_EQ(
      document.answer,
      "The council’s budget for 2025/26 is £4,000. The year is forecast to end at £4,400, £400 over budget (adverse, 10.0%). By the end of June 2025 £3,300 was spent, against a budget to date of £3,000.");
}

TEST(TheSectionOfMoney, SaysWhereNoMoneyWasBroughtIn) {
  SmallCouncil council;
  const auto document = council.compose(pack_of(Shows::money));
  EXPECT_EQ(document.answer, "No money was brought in for 2025/26, so this report shows none.");
  EXPECT_TRUE(blocks_in<Table>(document).empty());
}

TEST(APack, CountsByGroupWithATotal) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.add({"B1", Kind::core, "60"});
  council.add({"B2", Kind::service, "85"});
  const auto table = blocks_in<Table>(council.compose(pack_of(Shows::summary, {}, Grouping::priority))).front();
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.totals, 1);
  EXPECT_EQ(table.rows[0][0].text, "A clean place");
  EXPECT_EQ(table.rows[1][1].text, "2");
  EXPECT_EQ(table.rows[2][0].text, "Total");
  EXPECT_EQ(table.rows[2][1].text, "3");
}

TEST(APack, TakesOnlyWhatItChooses) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.add({"B2", Kind::service, "85"});
  council.add({"B3", Kind::contextual, "85", ""});
  EXPECT_EQ(council.compose(pack_of(Shows::indicators)).facts.size(), 2u) << "those of the set, unless kinds are named";
  EXPECT_EQ(council.compose(pack_of(Shows::indicators, {.kinds = {Kind::contextual}})).facts.front().indicator, "B3");
  EXPECT_EQ(council.compose(pack_of(Shows::indicators, {.priority = "CLEAN"})).facts.front().indicator, "A1");
  EXPECT_EQ(council.compose(pack_of(Shows::indicators, {.indicator = "B3"})).facts.front().indicator, "B3")
      << "one by itself, whatever its kind";
}

TEST(APack, ListsWhatIsAwaitedAndHowItIsCounted) {
  SmallCouncil council;
  council.add({"A1", Kind::core, ""});
  auto& delayed = council.add({"A2", Kind::core, "85"});
  delayed.figures[0].value.reset();
  delayed.figures[0].state = collect::State::delayed;
  delayed.figures[0].note = "The return is late.";
  delayed.figures[0].expected_on = kit::Date::of(2025, 9, 1);
  council.add({"A3", Kind::core, "85"});
  const auto document = council.compose(pack_of(Shows::awaited));
  const auto table = blocks_in<Table>(document).front();
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1][2].text, "The return is late.");
  EXPECT_EQ(table.rows[1][3].text, "1 September 2025");
  EXPECT_NE(document.counting.find("awaits its figure"), std::string::npos);
}

TEST(APack, BeginsAPageOnlyWithAnAppendixThatListsSomething) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  for (const auto shows : {Shows::indicators, Shows::charts, Shows::definitions}) {
    EXPECT_TRUE(council.compose(pack_of(shows)).parts[0].on_a_new_page) << code(shows);
    EXPECT_FALSE(council.compose(pack_of(shows, {.kinds = {Kind::service}})).parts[0].on_a_new_page) << code(shows);
  }
  EXPECT_FALSE(council.compose(pack_of(Shows::summary)).parts[0].on_a_new_page);
}

// -- the document itself ------------------------------------------------------------------------------------------------

TEST(ADocument, IsReadBackAsItWasWritten) {
  SmallCouncil council;
  for (const auto* code : {"A1", "A2", "B1"}) council.add({code, Kind::core, code[1] == '2' ? "" : "61.25"});
  for (const auto shows : all_shows()) {
    const auto document = council.compose(pack_of(shows, {}, Grouping::priority));
    const auto json = as_json(document);
    const auto read = read_document(json);
    ASSERT_TRUE(read) << code(shows) << ": " << read.refusals().all().front().sentence;
    EXPECT_TRUE(*read == document) << code(shows);
    EXPECT_EQ(as_json(*read), json) << code(shows);
  }
}

TEST(ADocument, IsTheSameBytesWheneverItIsComposed) {
  SmallCouncil council;
  for (const auto* code : {"B1", "A1", "A2"}) council.add({code, Kind::core, "61.25"});
  const auto pack = pack_of(Shows::indicators, {}, Grouping::directorate);
  EXPECT_EQ(as_json(council.compose(pack)), as_json(council.compose(pack)));
}

TEST(ADocument, RefusesWhatIsNone) {
  EXPECT_FALSE(read_document("{}"));
  EXPECT_FALSE(read_document("[1,"));
}

// -- the public form ----------------------------------------------------------------------------------------------------

class ThePublicForm : public testing::Test {
 protected:
  CouncilWithSecrets council;
};

TEST_F(ThePublicForm, HoldsNothingThatMayNotBePublished) {
  const auto open = as_json(council.compose(council.whole(), Form::open)), full = as_json(council.compose(council.whole(), Form::full));
  for (const auto& canary : canaries)
    EXPECT_EQ(open.find(canary), std::string::npos) << canary;
  for (const std::string there :
       {"47.125", "Canary of the unchecked", "Canary without licence", "Canary of the exempt"})
    EXPECT_NE(full.find(there), std::string::npos) << there;
}

TEST_F(ThePublicForm, SaysHowMuchIsLeftOutAndOnWhatGround) {
  const auto open = council.compose(council.whole(), Form::open);
  const std::vector<std::string> expected = {
      "A section is not for publication under paragraph 3 (financial or business affairs of a person) of Part 1 of Schedule 12A to the Local Government Act 1972.",
      "2 indicators are not published by the council.", "1 figure waits for a check and is shown as not available.",
      "1 figure is suppressed, since so small a number could point to someone."};
  EXPECT_EQ(open.withheld, expected);
  EXPECT_TRUE(council.compose(council.whole(), Form::full).withheld.empty());
}

TEST_F(ThePublicForm, ShowsWhatIsCheckedAndLicensedAsTheFullOneDoes) {
  const auto open = council.compose(council.whole(), Form::open), full = council.compose(council.whole(), Form::full);
  ASSERT_EQ(open.facts.front().indicator, "A1");
  auto told = full.facts.front();
  EXPECT_TRUE(open.facts.front() == told);
  EXPECT_EQ(open.facts[1].status, "no_data");
  EXPECT_EQ(open.facts[2].mark, "c");
}

}  // namespace
}  // namespace report
