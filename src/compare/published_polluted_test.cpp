// Figures that are published in spoiled files: read exactly within the dialect that docs/help/csv.md states, never wrongly beyond it.
#include <gtest/gtest.h>

#include <iostream>
#include <numeric>
#include <sstream>

#include "compare/authority_table.h"
#include "compare/published.h"
#include "kit/number.h"
#include "kit/pollock_score.h"

namespace compare {
namespace {

using kit::polluted::Read;
using kit::polluted::Table;

const Authorities& councils() {
  static const auto all = [] {
    std::istringstream in(
        "code,name,tier\nE08000009,Trafford,metropolitan\nE08000003,Manchester,metropolitan\nE06000023,\"Bristol, City of\",unitary\nW06000001,Ynys Môn,unitary\n");
    return Authorities(*read_authorities(in));
  }();
  return all;
}

// What a row says, in the words of this reader: the same figure may be written in many ways.
kit::Cells told(const kit::Cells& row) {
  const auto number = kit::read_double(row[6]);
  return {row[0], calendar::read_period(row[2])->period.iso(), row[3] + ": " + row[4], number ? kit::shortest(*number) : row[6]};
}

Table told(const Table& table) {
  Table made{{"area", "period", "indicator", "value"}, {}};
  for (const auto& row : table.rows) made.rows.push_back(told(row));
  return made;
}

Read read(const std::string& bytes) {
  std::istringstream in(bytes);
  const auto file = read_published(in, councils());
  Read made{{{"area", "period", "indicator", "value"}, {}}, !file, {}, 0};
  if (!file) return made.said = file.refusals().all().front().sentence, made;
  for (const auto& f : file->figures)
    made.table.rows.push_back({councils().all()[f.area].code, file->periods[f.period].iso(),
                               file->indicators[f.indicator].title, f.value ? kit::shortest(*f.value) : f.mark});
  for (const auto& each : file->left_out) {
    made.left_out += each.values;
    made.said += "Row " + std::to_string(each.first_row) + ", " + each.example + ": " + each.reason + "\n";
  }
  EXPECT_EQ(file->found, file->taken + made.left_out) << "rows in are rows taken and rows refused";
  return made;
}

}  // namespace

TEST(SpoiledFilesOfPublishedFigures, AreReadExactlyWithinTheDialectAndNeverWronglyBeyondIt) {
  kit::polluted::Score score;
  for (auto file : kit::polluted::Files(kit::polluted::published_table()).all) {
    const bool within = file.within != kit::polluted::Within::none;
    const auto found = read(file.bytes);
    file.holds = told(file.holds);
    score.add(file, within, found);
    const auto where = file.kind + ", " + file.name + ": " + found.said;
    EXPECT_EQ(rows_never_written(file.holds, found), 0) << where << "\n" << file.bytes.substr(0, 300);
    if (within) {
      EXPECT_EQ(points(file.holds, found), 10) << where;
    } else if (!found.refused) {
      EXPECT_GE(found.table.rows.size() + static_cast<std::size_t>(found.left_out), file.holds.rows.size()) << where << "\n" << file.bytes;
      EXPECT_GT(found.left_out, 0) << where << " is read as if nothing were wrong";
    } else {
      EXPECT_FALSE(found.said.empty());
    }
  }
  score.tell(std::cout, "Published figures");
  EXPECT_GE(score.files(), 2000);
  EXPECT_GE(score.simple(), 9.95);
  EXPECT_GE(score.weighted(), 9.4);
}

TEST(ANumberWithAComma, IsNeverGuessedWhereItsCommaMayBeDecimal) {
  const std::string names = "area_code;period;indicator;value\n";
  const auto semicolons = read(names + "E08000009;2023/24;Homes;12,345\nE08000003;2023/24;Homes;7\n");
  EXPECT_EQ(semicolons.table.rows.size(), 1u);
  EXPECT_EQ(semicolons.left_out, 1);
  const auto both = read("area_code,period,indicator,value\nE08000009,2023/24,Homes,\"12,345\"\nE08000003,2023/24,Homes,\"12,5\"\n");
  EXPECT_TRUE(both.refused);
  EXPECT_EQ(
      both.said,
      "‘12,5’ in row 3 has a decimal comma, so that ‘12,345’ in row 2 can be read in two ways. Write the numbers with a decimal point.");
}

TEST(TwoTablesInOneFile, AreRefusedByTheRowInWhichTheSecondBegins) {
  const std::string first = "area_code,period,indicator,value,lci\nE08000009,2023/24,Homes,7,6\n";
  EXPECT_EQ(
      read(first + "\narea_code,period,indicator,lci,value\nE08000003,2023/24,Homes,6,7\n").said,
      "Row 4 names columns once more, and others: there are two tables in the file. Bring in each as a file of its own.");
  EXPECT_EQ(read(first + first).table.rows.size(), 1u) << "the same names again are passed over; the same figure again is left out";
}

}  // namespace compare
