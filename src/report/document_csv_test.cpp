#include "report/document_csv.h"

#include <map>
#include <sstream>

#include "kit/csv.h"
#include "kit/html.h"
#include "kit/json.h"
#include "report/document_html.h"
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using indicator::Kind;
using Row = std::map<std::string, std::string>;

kit::Cells header;
std::vector<Row> read_back(const std::string& text) {
  std::vector<Row> rows;
  std::istringstream in(text);
  header.clear();
  const auto no = kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    if (header.empty()) return header = cells, true;
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = cells.at(i);
    return true;
  });
  EXPECT_FALSE(no.any());
  return rows;
}

TEST(TheCsvOfAnEdition, HoldsTheFiguresThatThePageShows) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "61.25"});
  council.add({"A2", Kind::core, "0.5"});
  council.add({"B1", Kind::core, ""});
  const auto document = council.compose(pack_of(Shows::indicators));
  const auto rows = read_back(as_csv(document));
  kit::Html html;
  tell(html, document, {});
  const auto page = std::move(html).take();

  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].at("value"), "61.25");
  EXPECT_EQ(rows[1].at("value"), "0.5");
  EXPECT_EQ(rows[2].at("value"), "");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].at("areacd"), "E06000998");
    EXPECT_EQ(rows[i].at("indicator"), document.facts[i].indicator);
    EXPECT_EQ(rows[i].at("shown"), document.facts[i].shown);
    EXPECT_NE(page.find(rows[i].at("shown")), page.npos) << rows[i].at("shown");
    EXPECT_NE(page.find(rows[i].at("status_words")), page.npos) << rows[i].at("status_words");
  }
}

TEST(TheCsvOfAnEdition, IsSafeInASpreadsheet) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"}).definitions[0].title = "=1+1";
  const auto text = as_csv(council.compose(pack_of(Shows::indicators)));
  EXPECT_NE(text.find(",'=1+1,"), text.npos);
}

TEST(TheCsvOfAnEdition, OfThePublicFormHoldsNothingThatMayNotBePublishedNorDoesWhatDescribesIt) {
  CouncilWithSecrets council;
  const auto open = council.compose(CouncilWithSecrets::whole(), Form::open),
             full = council.compose(CouncilWithSecrets::whole(), Form::full);
  const auto all = as_csv(open) + as_csvw(open, "public.csv");
  for (const auto& canary : canaries) EXPECT_EQ(all.find(canary), all.npos) << canary;
  for (const std::string there : {"47.125", "Canary of the unchecked", "Canary without licence"})
    EXPECT_NE(as_csv(full).find(there), std::string::npos) << there;
}

TEST(TheMetadataOfAnEditionsCsv, NamesEachColumnInItsOrderAndTheFileBesideIt) {
  SmallCouncil council;
  council.add({"A1", Kind::core, "85"});
  const auto document = council.compose(pack_of(Shows::indicators));
  read_back(as_csv(document));
  const auto told = kit::read_json(as_csvw(document, "2025-06-edition-1.csv"));
  ASSERT_TRUE(told);
  EXPECT_EQ(told->find("@context")->text, "http://www.w3.org/ns/csvw");
  EXPECT_EQ(told->find("dc:publisher")->text, "Smallborough Council");
  EXPECT_EQ(told->find("dc:issued")->text, "2025-07-31T23:00:00Z");
  const auto& table = told->find("tables")->items.at(0);
  EXPECT_EQ(table.find("url")->text, "2025-06-edition-1.csv");
  kit::Cells names;
  for (const auto& column : table.find("tableSchema")->find("columns")->items) names.push_back(column.find("name")->text);
  EXPECT_EQ(names, header);
  EXPECT_EQ(table.find("tableSchema")->find("primaryKey")->text, "indicator");
}

}  // namespace
}  // namespace report
