#include "report/document_book.h"

#include <charconv>
#include <map>

#include "kit/sheet.h"
#include "kit/sheet_sample.h"
#include "kit/sheet_zip.h"
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;

// Sheet by sheet, row by row, as the kit's own reader finds them.
constexpr unsigned most_columns = 20;
using Sheets = std::map<std::string, std::vector<std::vector<std::string>>>;
Sheets read_back(const std::string& file) {
  Sheets sheets;
  std::vector<std::vector<std::string>>* current = nullptr;
  kit::SheetReader reader;
  reader.sheet = [&](const std::string& name, bool) { return current = &sheets[name], true; };
  reader.row = [&](std::uint64_t, const std::vector<kit::SheetCell>& cells) {
    auto& row = current->emplace_back();
    row.resize(std::max(most_columns, cells.back().column + 1));  // the reader names no empty cells
    for (const auto& cell : cells) row[cell.column] = cell.text;
    return true;
  };
  const auto no = kit::read_sheet(file, reader);
  EXPECT_FALSE(no.any()) << no.all().front().sentence;
  return sheets;
}

const std::vector<std::string>* row_of(const std::vector<std::vector<std::string>>& rows, const std::string& first) {
  for (const auto& row : rows)
    if (!row.empty() && row[0] == first) return &row;
  return nullptr;
}

double number(const std::string& text) {
  double value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// All parts of the file, unpacked, one behind the other.
std::string unpacked(const std::string& file) {
  const kit::Package package(file, {});
  std::string all;
  for (const auto& part : package.parts()) all += part.first + '\n' + kit::part_of(file, part.first);
  return all;
}

TEST(AWorkbookOfAnEdition, HoldsTheFiguresOfTheDocument) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "61.25"});
  council.add({"A2", Kind::core, "0.5"});
  council.add({"B1", Kind::core, ""});
  const auto document = council.compose(pack_of(Shows::indicators));
  const auto sheets = read_back(as_workbook(document));

  const auto& facts = sheets.at("Facts");
  ASSERT_EQ(facts.size(), document.facts.size() + 1);
  for (std::size_t i = 0; i < document.facts.size(); ++i) {
    const auto& fact = document.facts[i];
    const auto& row = facts[i + 1];
    EXPECT_EQ(row[0], fact.indicator);
    EXPECT_EQ(row[8], fact.shown);
    EXPECT_EQ(row[11], fact.status_words);
    if (fact.value) EXPECT_EQ(number(row[7]), *fact.value) << fact.indicator;
    else EXPECT_EQ(row[7], "") << fact.indicator;
  }
  const auto table = blocks_in<Table>(document).front();
  for (const auto& line : table.rows) {
    const auto* row = row_of(sheets.at("Section one"), line[0].text);
    ASSERT_TRUE(row) << line[0].text;
    EXPECT_EQ((*row)[1], line[0].below);
    if (line[2].number) EXPECT_EQ(number((*row)[3]), *line[2].number);
    else EXPECT_EQ((*row)[3], line[2].text);
  }
  EXPECT_EQ(sheets.at("Summary")[3][0], document.answer);
  EXPECT_TRUE(row_of(sheets.at("About this report"), document.counting));
}

TEST(AWorkbookOfAnEdition, CountsAsTheDocumentDoes) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  council.add({"B1", Kind::core, "60"});
  const auto document = council.compose(pack_of(Shows::summary, {}, Grouping::priority));
  const auto sheets = read_back(as_workbook(document));
  const auto table = blocks_in<Table>(document).front();
  for (const auto& line : table.rows) {
    const auto* row = row_of(sheets.at("Section one"), line[0].text);
    ASSERT_TRUE(row) << line[0].text;
    for (std::size_t i = 1; i < line.size(); ++i) EXPECT_EQ(number((*row)[i]), *line[i].number) << table.columns[i].title;
  }
}

TEST(AWorkbookOfAnEdition, DrawsEachChartFromItsPoints) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "61.25"});
  const auto document = council.compose(pack_of(Shows::charts));
  const auto file = as_workbook(document);
  const auto charts = blocks_in<Chart>(document);
  ASSERT_EQ(charts.size(), 1u);
  const auto part = read_back(file).at("Section one");
  for (const auto& point : charts[0].points) {
    const auto* row = row_of(part, point.when);
    ASSERT_TRUE(row) << point.when;
    if (point.value) { EXPECT_EQ(number((*row)[1]), *point.value); }
    if (point.target) { EXPECT_EQ(number((*row)[2]), *point.target); }
  }
  const auto all = unpacked(file);
  EXPECT_NE(all.find("<c:lineChart>"), std::string::npos);
  EXPECT_NE(all.find("descr=\"" + charts[0].summary.substr(0, 20)), std::string::npos) << "the chart has its sentence as alternative text";
}

TEST(AWorkbookOfAnEdition, HoldsMoneyAsNumbersWithTheVarianceBehindItsWordsAndDrawsIt) {
  SmallCouncil council;
  for (int month = 4; month <= 7; ++month) {
    money::Month one;
    one.unit = "WASTE";
    one.month = calendar::Period::month(2025, month);
    one.budget = kit::Decimal::whole(1000);
    one.actual = one.forecast = kit::Decimal::parse("1100.25");
    council.picture->money.push_back(one);
  }
  const auto document = council.compose(pack_of(Shows::money));
  const auto file = as_workbook(document);
  const auto sheet = read_back(file).at("Section one");
  const auto table = blocks_in<Table>(document).front();
  const auto* row = row_of(sheet, "Place");
  ASSERT_TRUE(row);
  for (std::size_t i = 1; i <= 5; ++i)
    if (table.rows[0][i].number) {
      EXPECT_EQ(number((*row)[i]), *table.rows[0][i].number) << table.columns[i].title;
    }
  EXPECT_EQ((*row)[6], "£401 over budget (adverse, 10.0%)");
  EXPECT_EQ(number((*row)[7]), 401.0);
  const auto all = unpacked(file);
  EXPECT_NE(all.find("<c:barChart>"), std::string::npos);
  EXPECT_NE(all.find("formatCode=\"&quot;£&quot;#,##0\" sourceLinked=\"0\""), std::string::npos) << "along the axis";
  EXPECT_NE(all.find("descr=\"Budget to end of June 2025 and Actual to end of June 2025 of each line"), std::string::npos);
}

TEST(AWorkbookOfAnEdition, TakesASumBelowNothingForANumber) {
  SmallCouncil council;
  council.picture->money.push_back({.unit = "WASTE",
                                    .month = calendar::Period::month(2025, 4),
                                    .budget = kit::Decimal::whole(-1240),
                                    .actual = kit::Decimal::whole(-1300),
                                    .forecast = kit::Decimal::whole(-1300)});
  const auto file = as_workbook(council.compose(pack_of(Shows::money)));
  EXPECT_EQ(number((*row_of(read_back(file).at("Section one"), "Place"))[1]), -1240.0);
  EXPECT_NE(unpacked(file).find("formatCode=\"&quot;£&quot;#,##0;\\−&quot;£&quot;#,##0\""), std::string::npos) << "a minus as the page's";
}

TEST(AWorkbookOfAnEdition, TakesNoTextForAFormulaAndMergesNothing) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"}).definitions[0].title = "=1+1";
  council.add({"A2", Kind::core, "85"}).definitions[0].title = "@canal & <bank> _x000D_";
  const auto file = as_workbook(council.compose(CouncilWithSecrets::whole()));
  const auto all = unpacked(file);
  EXPECT_EQ(all.find("<f>"), std::string::npos);
  EXPECT_EQ(all.find("<mergeCell"), std::string::npos);
  const auto facts = read_back(file).at("Facts");
  EXPECT_EQ(facts[1][1], "=1+1");
  EXPECT_EQ(facts[2][1], "@canal & <bank> _x000D_");
}

TEST(AWorkbookOfAnEdition, OfThePublicFormHoldsNothingThatMayNotBePublished) {
  CouncilWithSecrets council;
  const auto open = unpacked(as_workbook(council.compose(CouncilWithSecrets::whole(), Form::open)));
  const auto full = unpacked(as_workbook(council.compose(CouncilWithSecrets::whole(), Form::full)));
  for (const auto& canary : canaries)
    if (canary.size() > 2) { EXPECT_EQ(open.find(canary), std::string::npos) << canary; }  // "A4" is a cell as well
  for (const std::string there :
       {"47.125", "Canary of the unchecked", "Canary without licence", "Canary of the exempt"})
    EXPECT_NE(full.find(there), std::string::npos) << there;
}

TEST(AWorkbookOfAnEdition, IsTheSameBytesEachTime) {
  CouncilWithSecrets council;
  const auto document = council.compose(CouncilWithSecrets::whole());
  EXPECT_EQ(as_workbook(document), as_workbook(document));
}

TEST(AWorkbookOfAnEdition, ShowsANumberAsItsTextDoes) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "61.25"});
  auto document = council.compose(pack_of(Shows::indicators));
  auto table = blocks_in<Table>(document).front();
  const auto has = [](const std::string& file, const std::string& format) {
    return unpacked(file).find("formatCode=\"" + format + "\"") != std::string::npos;
  };
  const auto usual = as_workbook(document);
  EXPECT_TRUE(has(usual, "#,##0.0&quot;%&quot;")) << "a figure of 61.3%";
  EXPECT_TRUE(has(usual, "#,##0&quot;%&quot;")) << "a target of 75%";
  table.rows[0][2].text = "more than 99.9%";
  document.parts[0].blocks = {table};
  const auto file = as_workbook(document);
  EXPECT_EQ((*row_of(read_back(file).at("Section one"), "Title of A1"))[3], "more than 99.9%");
}

}  // namespace
}  // namespace report
