// The reference cases, through the same door as an analyst's: every column of every row of every file.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "assess/assess_command.h"
#include "kit/csv.h"
#include "kit/number.h"

namespace assess {
namespace {

const std::string folder = SOURCE_ROOT "/../shared/cases/rules/";

struct Lines {
  kit::Cells header;
  std::vector<kit::Cells> rows;

  std::string cell(std::size_t row, const std::string& column) const {
    const auto place = std::find(header.begin(), header.end(), column) - header.begin();
    return static_cast<std::size_t>(place) < rows[row].size() ? rows[row][static_cast<std::size_t>(place)]
                                                              : "(no such column)";
  }
};

Lines read(std::istream& in) {
  Lines lines;
  const auto no = kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    (lines.header.empty() ? lines.header : lines.rows.emplace_back()) = cells;
    return true;
  });
  EXPECT_FALSE(no.any());
  return lines;
}

Lines read_file(const std::string& name) {
  std::ifstream in(folder + name, std::ios::binary);
  return read(in);
}

// rules.md 13: one in a thousand million, relative; words exactly.
bool agree(const std::string& found, const std::string& expected) {
  const auto a = kit::read_double(found), b = kit::read_double(expected);
  if (!a || !b) return found == expected;
  return std::fabs(*a - *b) <= 1e-9 * std::fabs(*b) || *a == *b;
}

void compare(const Lines& found, const Lines& expected, const std::vector<std::string>& columns) {
  ASSERT_EQ(found.rows.size(), expected.rows.size());
  ASSERT_FALSE(expected.rows.empty());
  for (std::size_t row = 0; row < expected.rows.size(); ++row)
    for (const auto& column : columns)
      EXPECT_TRUE(agree(found.cell(row, column), expected.cell(row, column)))
          << found.rows[row][0] << ' ' << found.rows[row][1] << ", " << column << ": found " << found.cell(row, column)
          << ", expected " << expected.cell(row, column);
}

class SharedCases : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder))
      GTEST_SKIP() << "The reference cases are not on this machine, so they are not compared.";
  }

  static Lines assess(const AssessOptions& asked, const std::string& file) {
    std::ifstream in(folder + file, std::ios::binary);
    std::ostringstream err;
    std::stringstream out;
    EXPECT_EQ(assess_command(asked, in, out, err), 0) << err.str();
    EXPECT_EQ(err.str(), "");
    return read(out);
  }
};

TEST_F(SharedCases, RatingsAndVariancesAgree) {
  compare(assess({"rag", {}, {}}, "rag.csv"), read_file("rag.csv"),
          {"case_id", "expected_status", "variance", "variance_pct", "favourable_variance"});
}

TEST_F(SharedCases, DirectionsAgree) {
  compare(assess({"direction", {}, {}}, "direction.csv"), read_file("direction.csv"), {"case_id", "expected"});
}

TEST_F(SharedCases, EveryWindowOfEveryAggregationAgrees) {
  const auto expected = read_file("agg_expected.csv");
  compare(assess({"aggregate", folder + "agg_measures.csv", {}}, "agg_input.csv"), expected, expected.header);
}

TEST_F(SharedCases, WhatWasKnownOnFiveDaysAgrees) {
  const auto expected = read_file("revisions_expected.csv");
  const std::vector<std::string> days = {"2022-06-30,2022-11-01", "2023-01-31", "2023-05-25; 2024-03-31"};
  compare(assess({"revisions", {}, days}, "revisions_versions.csv"), expected, expected.header);
}

TEST_F(SharedCases, ColumnsMayComeInAnyOrderWithOthersBetween) {
  std::istringstream in("polarity,extra,actual,case_id,target\nhigh_good,x,90,B,95\n");
  std::ostringstream out, err;
  EXPECT_EQ(assess_command({"rag", {}, {}}, in, out, err), 0);
  EXPECT_EQ(out.str(),
            "case_id,expected_status,variance,variance_pct,favourable_variance\r\nB,red,-5,-5.2631578947368425,-5\r\n");
}

}  // namespace
}  // namespace assess
