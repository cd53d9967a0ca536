// Figures of the councils before this one, added up into its own.
#include <gtest/gtest.h>

#include "exchange/known_council.h"
#include "exchange/predecessor_example.h"

namespace exchange {
namespace {

using namespace tried;
using collect::AddedUp;
using indicator::Aggregation;

// HO1 is a percentage of parts, CNT1 a count, MED1 a median, MAX1 a longest wait.
std::shared_ptr<assess::Picture> testford() {
  auto picture = council();
  for (auto& each : picture->indicators)
    if (each.now().code == "HO1") each.definitions[0].aggregation = Aggregation::ratio;
  indicator::IndicatorId id = 10;
  for (const auto& [code, aggregation] : {std::pair("CNT1", Aggregation::sum), std::pair("MED1", Aggregation::median),
                                          std::pair("MAX1", Aggregation::max)}) {
    auto d = definition(++id, code);
    d.aggregation = aggregation;
    d.unit = "";
    d.multiplier = kit::Decimal::whole(1);
    picture->indicators.push_back({id, {d}, {}, {}, {}, {}});
  }
  assess::index(*picture);
  return picture;
}

const std::string columns = "predecessor,tier,year,measure,aggregation,multiplier,numerator_or_value,denominator\n";
const std::string map_columns = "predecessor,successor,share,from,until\n";

kit::Verdict<Changes> added(const std::string& rows, const std::string& mapping = {}, Succession said = {},
                            Intake::By by = Intake::By::machine,
                            std::shared_ptr<assess::Picture> picture = testford()) {
  Files files = {csv("before.csv", columns + rows)};
  if (!mapping.empty()) files.push_back(csv("mapping.csv", map_columns + mapping));
  auto intake = read_files(files);
  if (intake.unreadable) return intake.faults.all();
  intake.succession = std::move(said);
  intake.by = by;
  return decide(std::move(intake), {std::move(picture), {}, {}}, today);
}

FigureRow only(const kit::Verdict<Changes>& changes) {
  EXPECT_TRUE(changes) << said(changes);
  EXPECT_EQ(changes->added_rows.size(), 1u);
  return changes->figure_rows[changes->added_rows.front()];
}

TEST(ThePastOfCouncilsBefore, IsAddedUpFromPartsAndDividedOnce) {
  const auto changes = added("A,district,April 2024,HO1,ratio,100,90,100\nB,district,April 2024,HO1,ratio,100,100,900\n");
  const auto row = only(changes);
  EXPECT_EQ(row.numerator, kit::Decimal::whole(190));
  EXPECT_EQ(row.denominator, kit::Decimal::whole(1000));
  EXPECT_FALSE(row.value);
  EXPECT_EQ(row.added_up, AddedUp::exact);
  EXPECT_EQ(row.note, "Added up from A and B.");
  const auto& shown = changes->added_up.front();
  EXPECT_EQ(shown.figure, "19.0%");
  EXPECT_EQ(shown.average, "50.6%") << "what averaging would have said";
}

TEST(ThePastOfCouncilsBefore, TakesThePartOfACouncilThatWasDivided) {
  const auto changes = added("A,,April 2024,CNT1,,,10,\nC,,April 2024,CNT1,,,21,\n",
                             "A,Testford,1,,\nC,Testford,0.6,,\nC,Elsewhere,0.4,,\n");
  const auto row = only(changes);
  EXPECT_EQ(row.value, kit::Decimal::parse("22.6"));
  EXPECT_EQ(row.added_up, AddedUp::apportioned);
  EXPECT_EQ(row.note, "Added up from A and 60% of C.") << "the council’s own name is found in the mapping";
  EXPECT_EQ(only(added("A,,April 2024,CNT1,,,10,\nC,,April 2024,CNT1,,,21,\n", "A,Testford,1,,\nC,Testford,0.6,,\nC,Elsewhere,0.4,,\n",
                       {"Elsewhere", "To try."})).value,
            kit::Decimal::parse("8.4"));
}

TEST(ThePastOfCouncilsBefore, HasNoFigureWhereOneOfThemHasNone) {
  const auto row = only(added("A,,April 2024,CNT1,,,10,\nB,,April 2024,CNT1,,,,\nD,,April 2024,CNT1,,,4,\n"));
  EXPECT_FALSE(row.value);
  EXPECT_EQ(row.state, collect::State::delayed);
  EXPECT_EQ(row.added_up, AddedUp::incomplete);
  EXPECT_EQ(row.note, "Not added up: B has no figure: 2 of 3 have one.");
}

TEST(ThePastOfCouncilsBefore, MissesACouncilOfTheSameTierThatBringsNoRow) {
  const auto changes = added("A,district,April 2024,CNT1,,,10,\nA,district,April 2024,HO1,,,1,2\nB,district,April 2024,HO1,,,1,2\n");
  ASSERT_TRUE(changes) << said(changes);
  ASSERT_EQ(changes->added_up.size(), 2u);
  EXPECT_EQ(changes->added_up[0].how, AddedUp::incomplete);
  EXPECT_EQ(changes->added_up[0].from, "B has no figure: 1 of 2 have one");
  EXPECT_EQ(changes->added_up[1].how, AddedUp::exact);
}

TEST(ThePastOfCouncilsBefore, NeverAveragesPercentages) {
  const auto changes = added("A,,April 2024,HO1,,,90,\nB,,April 2024,HO1,,,11.1,\n");
  EXPECT_EQ(only(changes).added_up, AddedUp::incomplete);
  ASSERT_EQ(changes->notices.size(), 1u);
  EXPECT_TRUE(changes->notices[0].starts_with(
      "HO1: 2 rows give a percentage or mean without its numerator and denominator. Percentages are never averaged"));
}

TEST(ThePastOfCouncilsBefore, IsNotMadeOfMediansNorOfTheLongestWaitOfAPart) {
  const auto row = only(added("A,,April 2024,MED1,,,10,\nB,,April 2024,MED1,,,12,\n"));
  EXPECT_EQ(row.state, collect::State::not_applicable);
  EXPECT_EQ(row.added_up, AddedUp::not_reaggregable);
  EXPECT_EQ(row.note, "Not added up: a median of all cannot be found from those of each.");
  EXPECT_EQ(only(added("A,,April 2024,MAX1,,,10,\nB,,April 2024,MAX1,,,12,\n")).value, kit::Decimal::whole(12));
  EXPECT_EQ(only(added("A,,April 2024,MAX1,,,10,\n", "A,X,0.5,,\nA,Testford,0.5,,\n")).added_up, AddedUp::not_reaggregable);
}

TEST(ThePastOfCouncilsBefore, FollowsTheDaysOfTheMapping) {
  const auto changes = added(
      "A,,March 2024,CNT1,,,10,\nA,,April 2024,CNT1,,,10,\nB,,April 2024,CNT1,,,5,\nB,,March 2024,CNT1,,,5,\n",
      "A,Testford,1,,2024-03-31\nA,Testford,0.5,2024-04-01,\nA,X,0.5,2024-04-01,\nB,Testford,1,2024-04-01,\nB,X,1,,2024-03-31\n");
  ASSERT_TRUE(changes) << said(changes);
  ASSERT_EQ(changes->added_up.size(), 2u);
  EXPECT_EQ(changes->added_up[0].from, "A");
  EXPECT_EQ(changes->added_up[0].figure, "10.0");
  EXPECT_EQ(changes->added_up[1].from, "50% of A and B");
  EXPECT_EQ(changes->added_up[1].figure, "10.0");
}

TEST(ThePastOfCouncilsBefore, LeavesOutWhatWentElsewhere) {
  const auto changes = added("A,,April 2024,CNT1,,,10,\nB,,April 2024,HO1,,,1,2\n", "A,Testford,1,,\nB,X,1,,\n");
  ASSERT_TRUE(changes) << said(changes);
  EXPECT_EQ(changes->added_up.size(), 1u) << "B went wholly to X";
  ASSERT_EQ(changes->notices.size(), 1u);
  EXPECT_EQ(changes->notices[0], "1 period of an indicator went to other councils by the mapping, and is left out.");
}

TEST(ThePastOfCouncilsBefore, OverwritesNothingThatWasReported) {
  const std::string rows = "A,,April 2025,HO1,,,90,100\n";
  const auto by_team = added(rows, "", {"", "To try."}, Intake::By::team);
  EXPECT_NE(said(by_team).find("before.csv, row 2, column period: found ‘April 2025’. This period has been reported."),
            std::string::npos)
      << said(by_team);
  const auto row = only(added(rows, "", {"", "Counted again."}));
  EXPECT_EQ(row.edition, 2);
  EXPECT_EQ(row.reason, "Counted again.");
}

TEST(ThePastOfCouncilsBefore, KeepsItsMarkUntilAnotherNumberComes) {
  auto picture = testford();
  auto before = figure(4, "10");
  before.added_up = AddedUp::apportioned;
  before.period = calendar::Period::month(2024, 4);
  before.indicator = picture->find("CNT1")->id;
  for (auto& each : picture->indicators)
    if (each.id == before.indicator) each.figures = {before};
  const auto again = decided({csv("figures.csv", "indicator,period,value\nCNT1,April 2024,10\n")}, picture);
  ASSERT_TRUE(again) << said(again);
  EXPECT_EQ(again->facts(), 0u);
  const auto other = decided({csv("figures.csv", "indicator,period,value,reason\nCNT1,April 2024,11,Counted.\n")}, picture);
  EXPECT_EQ(only(other).added_up, AddedUp::no);
}

struct Wrong {
  const char *rows, *mapping, *says;
};
class AWrongRowOfTheCouncilsBefore : public testing::TestWithParam<Wrong> {};

TEST_P(AWrongRowOfTheCouncilsBefore, IsRefusedWithItsPlaceAndWhatToDo) {
  const auto verdict = added(GetParam().rows, GetParam().mapping);
  ASSERT_FALSE(verdict);
  EXPECT_NE(said(verdict).find(GetParam().says), std::string::npos) << said(verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Each, AWrongRowOfTheCouncilsBefore,
    testing::Values(
        Wrong{"A,,April 2024,CNT1,,,ten,\n", "",
              "before.csv, row 2, column numerator_or_value: found ‘ten’. Type a number such as 92.5"},
        Wrong{"A,,Octember 2024,CNT1,,,10,\n", "", "before.csv, row 2, column year: "},
        Wrong{",,April 2024,CNT1,,,10,\n", "", "row 2, column predecessor: found nothing. Name the council"},
        Wrong{"A,,April 2024,CNT9,,,10,\n", "",
              "row 2, column measure: found ‘CNT9’. There is no indicator with this reference. Did you mean CNT1?"},
        Wrong{"A,,April 2024,CNT1,ratio,,10,20\n", "",
              "column aggregation: found ‘ratio’. CNT1 is added up as sum here."},
        Wrong{"A,,April 2024,HO1,ratio,1000,10,20\n", "",
              "column multiplier: found ‘1000’. HO1 is multiplied by 100 here."},
        Wrong{"A,,April 2024,CNT1,,,10,\nA,,April 2024,CNT1,,,11,\n", "",
              "row 3, column year: found ‘April 2024’. A has another row"},
        Wrong{"A,district,April 2024,CNT1,,,10,\nB,county,April 2024,CNT1,,,11,\n", "",
              "column tier: ‘CNT1’ comes from districts and from a county"},
        Wrong{"A,,2024/25 Q1,CNT1,,,10,\n", "", "CNT1 is monthly, and 2024/25 Q1 is not such a period."},
        Wrong{"A,,April 2024,HO1,dsr,,10,20\n", "", "HO1 keeps numerator and denominator here"},
        Wrong{"Aa,,April 2024,CNT1,,,10,\n", "A,Testford,1,,\n",
              "column predecessor: found ‘Aa’. The mapping has no line for it."},
        Wrong{"A,,April 2024,CNT1,,,10,\n", "A,Testford,0.6,,\n",
              "mapping.csv, row 2, column share: the parts of ‘A’ add up to 0.6."},
        Wrong{"A,,April 2024,CNT1,,,10,\n", "A,Testford,60,,\n",
              "mapping.csv, row 2, column share: found ‘60’. Type the part"},
        Wrong{"A,,April 2024,CNT1,,,10,\n", "A,Testford,1,,2024-03-31\nA,Testford,1,2024-03-31,\n",
              "A goes there twice on one day."},
        Wrong{"A,,April 2024,CNT1,,,10,\n", "A,X,0.5,,\nA,Y,0.5,,\n",
              "column successor: the mapping leads to X and Y. Say which of them this council is."},
        Wrong{"A,,April 2024,CNT1,,,10,\n", "A,Testford,1,1 April,\n",
              "mapping.csv, row 2, column from: found ‘1 April’. Write the date"}));

TEST(ThePastOfCouncilsBefore, NeedsTheFiguresBesideTheMapping) {
  EXPECT_NE(said(decided({csv("mapping.csv", map_columns + "A,Testford,1,,\n")}, testford()))
                .find("Bring the figures of those councils with it."),
            std::string::npos);
  EXPECT_NE(said(decided({csv("before.csv", "predecessor,year,measure,colour\nA,2020/21,CNT1,red\n")}, testford()))
                .find("There is no column ‘colour’ here."),
            std::string::npos);
}

TEST(TheExampleOfCouncilsBefore, IsOfTheCouncilsOwnIndicatorsAndCanBeBroughtIn) {
  const auto picture = testford();
  const auto changes =
      decided({csv("predecessors.csv", example_predecessors(*picture)), csv("mapping.csv", example_mapping(*picture))},
              picture);
  ASSERT_TRUE(changes) << said(changes);
  std::vector<AddedUp> marks;
  for (const auto& each : changes->added_up) marks.push_back(each.how);
  EXPECT_EQ(marks, (std::vector{AddedUp::exact, AddedUp::exact, AddedUp::exact, AddedUp::incomplete,
                                AddedUp::not_reaggregable, AddedUp::not_reaggregable}));
  EXPECT_NE(example_predecessors({}).find("REC1"), std::string::npos) << "also of a council that has no indicators yet";
}

}  // namespace
}  // namespace exchange
