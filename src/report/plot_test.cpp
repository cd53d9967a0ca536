// The chart of an indicator with its process, in each form of a report.
#include "kit/sheet_sample.h"
#include "kit/sheet_zip.h"
#include "report/document_book.h"
#include "report/document_paper.h"
#include "report/document_word.h"
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;

// Sixteen months about 60, then eight about 66, up to June 2025.
void add_months(assess::Kept& kept) {
  kept.figures.clear();
  auto period = calendar::Period::month(2023, 7);
  for (int i = 0; i < 24; ++i, period = period.next()) {
    auto figure = SmallCouncil::figure(kept.id, std::to_string((i < 16 ? 60 : 66) + i % 2));
    figure.period = period;
    kept.figures.push_back(figure);
  }
}

const std::string finding = "Eight months above average: improving";

class AChartOfAReport : public testing::Test {
 protected:
  AChartOfAReport() {
    add_months(council.add({"A1", Kind::core, "66"}));
    document = council.compose(pack_of(Shows::charts));
    chart = blocks_in<Chart>(document).front();
  }
  SmallCouncil council;
  Document document;
  Chart chart;
};

std::string unpacked(const std::string& file) {
  const kit::Package package(file, {});
  std::string all;
  for (const auto& part : package.parts()) all += kit::part_of(file, part.first);
  return all;
}

TEST_F(AChartOfAReport, ShowsWhereFiguresFallByChanceAndWhatIsNone) {
  EXPECT_EQ(chart.finding, finding);
  ASSERT_EQ(chart.usual.size(), 1u);
  EXPECT_EQ(chart.usual[0].mean, 62.5);
  EXPECT_TRUE(chart.usual[0].low && chart.usual[0].high);
  const auto& newest = chart.points.back();
  EXPECT_EQ(newest.letter, "H");
  EXPECT_EQ(newest.means, "better");
  EXPECT_EQ(newest.signal, "Above the upper limit: improving");
  EXPECT_EQ(chart.points.front().letter, "L");
  EXPECT_NE(chart.summary.find("Shaded: where figures fall by chance alone, from 24 months."), std::string::npos) << chart.summary;
}

TEST_F(AChartOfAReport, SaysNothingThatIsForOfficersToDo) {
  for (auto& figure : council.picture->indicators[0].figures) figure.value = kit::Decimal::parse(figure.period.start % 2 ? "50" : "51");
  auto& figures = council.picture->indicators[0].figures;
  for (std::size_t i = figures.size() - 10; i < figures.size(); ++i) figures[i].value = kit::Decimal::parse("66");
  const auto shifted = blocks_in<Chart>(council.compose(pack_of(Shows::charts))).front();
  EXPECT_EQ(shifted.points.back().letter, "H");
  for (const auto& caution : shifted.cautions) EXPECT_EQ(caution.find("afresh"), std::string::npos) << caution;
}

TEST_F(AChartOfAReport, HasBandAverageAndWordsOnThePageInThePdfInWordAndInExcel) {
  const auto paper = as_paper(document).html, word = as_word_page(document, Pictures::drawn).html, book = unpacked(as_workbook(document));
  for (const auto& piece :
       {std::string("class=\"usual\""), std::string("class=\"mean\""), "aria-label=\"" + finding + ". "})
    EXPECT_NE(paper.find(piece), std::string::npos) << piece;
  EXPECT_NE(as_word_page(document, Pictures::drawn).pictures.html().find("class=\"usual\""), std::string::npos);
  EXPECT_NE(word.find("alt=\"" + finding + ". "), std::string::npos);
  EXPECT_NE(word.find(">Signal<"), std::string::npos);
  for (const auto& piece : {std::string("Average"), std::string("Upper limit"), chart.points.back().signal})
    EXPECT_NE(book.find(piece), std::string::npos) << piece;
}

TEST_F(AChartOfAReport, IsPlainWhereThereIsNoProcess) {
  council.picture->indicators[0].figures.erase(council.picture->indicators[0].figures.begin(),
                                               council.picture->indicators[0].figures.end() - 1);
  const auto plain = blocks_in<Chart>(council.compose(pack_of(Shows::charts))).front();
  EXPECT_TRUE(plain.usual.empty());
  EXPECT_EQ(plain.points.back().signal, "");
}

TEST_F(AChartOfAReport, OfAYearToDateLeavesTheProcessToASentence) {
  council.picture->indicators[0].definitions[0].judged = indicator::Judged::year_to_date;
  const auto told = council.compose(pack_of(Shows::charts));
  EXPECT_TRUE(blocks_in<Chart>(told).front().usual.empty());
  const auto reasons = blocks_in<Card>(told).front().reasons;
  EXPECT_EQ(reasons.back(), "Each period by itself: eight months above average: improving.");
}

TEST_F(AChartOfAReport, OfThePublicFormRestsOnPublicFiguresAlone) {
  auto& figures = council.picture->indicators[0].figures;
  auto hidden = figures[0];
  hidden.edition = 2;
  hidden.value.reset();
  hidden.state = collect::State::suppressed;
  figures[0].value = kit::Decimal::parse("12.375");
  figures.insert(figures.begin() + 1, hidden);
  const auto open = blocks_in<Chart>(council.compose(pack_of(Shows::charts), Form::open)).front();
  ASSERT_EQ(open.usual.size(), 1u);
  EXPECT_GT(open.usual[0].mean, 62.5) << "the other 23";
}

// Tables of Word: sums stand right, and no row is divided.
TEST(ATableInWord, PutsNumbersRightInHeadAndRows) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "61.25"});
  const auto html = as_word_page(council.compose(pack_of(Shows::indicators)), Pictures::left_out).html;
  EXPECT_NE(html.find("<th scope=\"col\" align=\"right\">Figure</th>"), std::string::npos) << html;
  EXPECT_NE(html.find("<td align=\"right\">61.3%</td><td align=\"right\">80%</td><td>"), std::string::npos) << html;
}

TEST(ATableInWord, GivesANumberAndTheHeadAboveItTheRoomTheyNeed) {
  Table table{"sums",
              "Sums",
              {{"unit", "Service", Cell::Holds::words},
               {"budget", "Budget", Cell::Holds::number},
               {"few", "Few", Cell::Holds::number}},
              {{{.text = "Waste"}, {.text = "£196,860,000"}, {.text = "7"}}},
              0};
  Document document;
  document.parts = {{"one", "One", {table}, false}};
  const auto html = as_word_page(document, Pictures::left_out).html;
  EXPECT_NE(html.find("<col width=\"50%\"><col width=\"30%\"><col width=\"19%\">"), std::string::npos) << html;
}

TEST(ATableInWord, DividesNoRowBetweenPages) {
  EXPECT_EQ(
      with_whole_rows("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc/></w:tr><w:tr><w:tc/></w:tr></w:tbl>"),
      "<w:tbl><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc/></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc/></w:tr></w:tbl>");
  EXPECT_EQ(with_whole_rows("<w:p/>"), "<w:p/>");
}

}  // namespace
}  // namespace report
