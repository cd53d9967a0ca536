// For tests: the reference cases of the analytic heart, where they are on this machine, and how closely to agree.
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "kit/csv.h"
#include "kit/number.h"

namespace assess {

inline const std::string case_folder = SOURCE_ROOT "/../shared/cases/";

using CaseRow = std::map<std::string, std::string>;

inline std::vector<CaseRow> rows_of(std::istream& in) {
  std::vector<CaseRow> rows;
  kit::Cells header;
  const auto no = kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    if (header.empty()) return header = cells, true;
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < cells.size() ? cells[i] : "";
    return true;
  });
  EXPECT_FALSE(no.any());
  return rows;
}

inline std::vector<CaseRow> case_rows(const std::string& file) {
  std::ifstream in(case_folder + file, std::ios::binary);
  auto rows = rows_of(in);
  EXPECT_FALSE(rows.empty()) << file;
  return rows;
}

inline double number_in(const CaseRow& row, const std::string& column) {
  const auto number = kit::read_double(row.at(column));
  EXPECT_TRUE(number) << column << ": " << row.at(column);
  return number.value_or(NAN);
}

// Relative; words exactly. What is missing is written NA, NaN or not at all.
inline bool agrees(const std::string& found, const std::string& expected, double tolerance = 1e-9) {
  const auto a = kit::read_double(found), b = kit::read_double(expected);
  if (!a || !b || std::isnan(*a) || std::isnan(*b)) return found == expected;
  return std::fabs(*a - *b) <= tolerance * std::fabs(*b);
}

inline void expect_close(double found, double expected, double tolerance, const std::string& where) {
  EXPECT_LE(std::fabs(found - expected), tolerance * std::fabs(expected))
      << where << ": found " << kit::shortest(found) << ", expected " << kit::shortest(expected);
}

// Skips each of its tests, with this sentence, where the cases are not.
class CaseFiles : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(case_folder))
      GTEST_SKIP() << "The reference cases are not on this machine, so they are not compared.";
  }
};

}  // namespace assess
