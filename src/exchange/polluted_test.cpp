// Spoiled files that are imported: read exactly within the dialect that docs/help/csv.md states, refused by row and column beyond it.
#include <gtest/gtest.h>

#include <iostream>

#include "exchange/known_council.h"
#include "kit/number.h"
#include "kit/pollock_score.h"

namespace exchange {
namespace {

using kit::polluted::Read;
using kit::polluted::Table;

kit::Cells told(const kit::Cells& row) {
  const auto number = kit::read_double(row[6]);
  return {row[0], calendar::read_period(row[2])->period.iso(), row[3] + ": " + row[4] + ": " + row[5],
          number ? kit::shortest(*number) : row[6]};
}

Table told(const Table& table) {
  Table made{{"area", "period", "indicator", "value"}, {}};
  for (const auto& row : table.rows) made.rows.push_back(told(row));
  return made;
}

Read read(const std::string& bytes) {
  const auto intake = read_files({tried::csv("published.csv", bytes)});
  Read made{{{"area", "period", "indicator", "value"}, {}}, intake.faults.any(), {}, 0};
  const auto no = intake.faults.all();
  for (const auto& fault : no.all()) made.said += fault.field + ": " + fault.sentence + "\n";
  if (made.refused) return made;  // nothing of it is saved
  for (const auto& row : intake.tidy) {
    const auto& series = intake.series[row.series];
    made.table.rows.push_back({intake.areas[row.area], row.period.iso(),
                               series.title + ": " + series.measure + ": " + series.unit,
                               row.value ? kit::shortest(*row.value) : row.symbol});
  }
  return made;
}

}  // namespace

TEST(SpoiledFilesThatAreImported, AreReadExactlyWithinTheDialectAndRefusedBeyondIt) {
  kit::polluted::Score score;
  for (auto file : kit::polluted::Files(kit::polluted::published_table()).all) {
    const bool within = file.within == kit::polluted::Within::both;
    const auto found = read(file.bytes);
    file.holds = told(file.holds);
    score.add(file, within, found);
    const auto where = file.kind + ", " + file.name + ": " + found.said;
    if (within) {
      EXPECT_EQ(points(file.holds, found), 10) << where << "\n" << file.bytes.substr(0, 300);
      EXPECT_EQ(found.table.rows.size(), file.holds.rows.size()) << "rows in are rows imported";
    } else {
      EXPECT_TRUE(found.refused) << where << " is read as if nothing were wrong\n" << file.bytes.substr(0, 600);
      EXPECT_TRUE(found.said.starts_with("published.csv")) << where;
    }
  }
  score.tell(std::cout, "Import");
  EXPECT_GE(score.files(), 2000);
  EXPECT_GE(score.simple(), 9.95);
  EXPECT_GE(score.weighted(), 9.4);
}

TEST(ANumberWithAComma, IsRefusedWhereSemicolonsSeparate) {
  const std::string names = "area_code;area_name;period;indicator;measure;unit;value\n";
  EXPECT_EQ(
      read(names + "E08000009;Trafford;2023/24;Homes;Count;;12,345\n").said,
      "published.csv, row 2, column G: found ‘12,345’. The cells are separated by semicolons, so its comma may be a decimal one. Write it without.\n");
}

}  // namespace exchange
