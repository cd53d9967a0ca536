// For tests of the invented council: its sheets as rows of named cells.
#pragma once
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "exchange/ambleford.h"
#include "kit/csv.h"

namespace exchange::tests {

using Row = std::map<std::string, std::string>;
using Rows = std::vector<Row>;

inline const std::string& bytes_of(const std::string& name) {
  static const auto all = ambleford();
  static const std::string none;
  for (const auto& each : all)
    if (each.name == name) return each.bytes;
  return none;
}

inline kit::Cells columns_of(const std::string& name) {
  std::istringstream in(bytes_of(name));
  kit::Cells first;
  kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    first = cells;
    return false;
  });
  return first;
}

inline const Rows& rows_of(const std::string& name) {
  static std::map<std::string, Rows> read;
  if (const auto found = read.find(name); found != read.end()) return found->second;
  std::istringstream in(bytes_of(name));
  const auto columns = columns_of(name);
  Rows rows;
  const auto faults = kit::read_csv(in, [&](std::size_t row, const kit::Cells& cells) {
    if (row == 1) return true;
    EXPECT_EQ(cells.size(), columns.size()) << name << " row " << row;
    Row each;
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) each[columns[i]] = cells[i];
    rows.push_back(std::move(each));
    return true;
  });
  EXPECT_FALSE(faults.any()) << name;
  return read.emplace(name, std::move(rows)).first->second;
}

// The newest edition of each indicator, by its reference.
inline std::map<std::string, Row> indicators() {
  std::map<std::string, Row> found;
  for (const auto& row : rows_of("indicators.csv")) {
    if (!row.at("formerly").empty()) found.erase(row.at("formerly"));
    found[row.at("indicator")] = row;
  }
  return found;
}

inline bool is_in_set(const Row& indicator) {
  static const std::set<std::string> kinds = {"core", "service", "organisational_health"};
  return kinds.contains(indicator.at("kind")) && indicator.at("ends").empty();
}

}  // namespace exchange::tests
