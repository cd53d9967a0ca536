// Indicators beside what other councils publish, as a report tells them.
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;

std::vector<std::string> texts(const std::vector<Cell>& row) {
  std::vector<std::string> all;
  for (const auto& cell : row) all.push_back(cell.text);
  return all;
}

TEST(TheSectionOfComparison, CountsInASentenceAndListsEach) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.add({"A2", Kind::core, "35"});
  council.add({"A3", Kind::core, "99"});
  council.map("A1");
  council.map("A2");
  const auto document = council.compose(pack_of(Shows::comparison));
  EXPECT_EQ(document.answer, "Of two indicators that others publish, one is in the best quarter and one is in the last.");
  const auto table = blocks_in<Table>(document).front();
  ASSERT_EQ(table.rows.size(), 2u) << "A3 is not mapped";
  EXPECT_EQ(
      texts(table.rows[0]),
      (std::vector<std::string>{
          "Title of A1", "85%", "60%", "In the best quarter",
          "Like with like. The council’s own figure is from its own records: the published file has none of it yet."}));
  EXPECT_EQ(table.rows[0][0].below, "A1 · published as “Published beside A1”");
  EXPECT_EQ(table.rows[0][1].number, 85.0);
  EXPECT_EQ(table.rows[0][1].below, "June 2025");
  EXPECT_EQ(table.rows[0][3].below, "of 6 shire districts");
}

TEST(TheSectionOfComparison, SaysWhatIsOnlyContextAndWhy) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.map("A1", compare::Alike::differs);
  const auto document = council.compose(pack_of(Shows::comparison));
  EXPECT_EQ(document.answer, "Of one indicator that others publish, one is context only.");
  const auto row = blocks_in<Table>(document).front().rows.front();
  EXPECT_EQ(row[3].text, "Context only");
  EXPECT_TRUE(row[4].text.starts_with(
      "The two do not count quite the same, so this is context and no comparison: Theirs counts every age."))
      << row[4].text;
}

TEST(TheSectionOfComparison, NamesNoQuarterAmongFewerThanFive) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.map("A1");
  council.mapped[0].figures.resize(3);
  EXPECT_EQ(council.compose(pack_of(Shows::comparison)).answer, "Of one indicator that others publish, one is context only.");
}

TEST(TheSectionOfComparison, SaysWhereNoBetterQuarterIsAndWhereWeHaveNoFigure) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"}).definitions[0].polarity = indicator::Polarity::neutral;
  council.add({"A2", Kind::core, ""});
  council.map("A1");
  council.map("A2");
  const auto document = council.compose(pack_of(Shows::comparison));
  EXPECT_EQ(
      document.answer,
      "Of two indicators that others publish, one has no better quarter and one has no figure of ours beside theirs.");
  const auto table = blocks_in<Table>(document).front();
  EXPECT_EQ(table.rows[0][3].text, "In the highest quarter");
  EXPECT_EQ(table.rows[1][1].text, "no figure");
}

TEST(TheSectionOfComparison, SaysNothingOfTheTimeAfterTheReport) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.map("A1");
  for (auto& each : council.mapped[0].figures) each.period = calendar::Period::month(2025, 7);
  council.mapped[0].figures.push_back({"E06000998", calendar::Period::month(2025, 7), 1.0, {}, {}, ""});
  EXPECT_EQ(council.compose(pack_of(Shows::comparison)).answer,
            "Of one indicator that others publish, one has no figure of ours beside theirs.");
}

TEST(TheSectionOfComparison, IsLeftOutWhereNothingIsMapped) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  auto pack = pack_of(Shows::comparison);
  EXPECT_EQ(council.compose(pack).answer, "This report has nothing to show yet.");
  pack.sections.push_back({"core", Shows::indicators, "Core indicators", {}, Grouping::none, 0});
  const auto document = council.compose(pack);
  ASSERT_EQ(document.parts.size(), 1u);
  EXPECT_EQ(document.parts[0].name, "core");
  council.map("A1");
  EXPECT_EQ(council.compose(pack).parts.size(), 2u);
}

TEST(TheSectionOfComparison, TakesOnlyWhatMayBePublishedIntoThePublicForm) {
  CouncilWithSecrets council;
  const auto open = council.compose(pack_of(Shows::comparison), Form::open);
  EXPECT_EQ(
      open.answer,
      "Of three indicators that others publish, one is in the best quarter and two have no figure of ours beside theirs.")
      << "one is unchecked, one suppressed, two have no licence";
  EXPECT_EQ(blocks_in<Table>(council.compose(pack_of(Shows::comparison))).front().rows.size(), 5u);
}

}  // namespace
}  // namespace report
