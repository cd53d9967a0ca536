// The first row of a sheet: which column each cell names. Letter case, spaces and underscores do not matter; "measure" is
// understood for "indicator". A name that is not known is refused with the nearest one that is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheets.h"

namespace exchange {

std::string normal_name(std::string_view name);  // "Good direction" and "good_direction" are "gooddirection"

// The one of `known` that a misspelt name most likely means; empty when none is near.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& known);

struct Header {
  static constexpr int no_column = -1;
  std::vector<int> columns;  // for each cell of the row, the place of its column in column_names(), or no_column
  std::vector<bool> has;     // for each column, whether the sheet brings it
};

// How well a row of names fits a sheet: used to tell which sheet a CSV file is.
struct Fit {
  Header header;
  std::vector<std::string> unknown;            // as found
  std::vector<std::string> twice;
  std::vector<std::string_view> missing;       // must be there and are not
  bool good() const { return unknown.empty() && twice.empty() && missing.empty(); }
};
Fit fit(const std::vector<std::string>& names, Sheet sheet);

// Every fault of a header, in sentences.
std::vector<std::string> faults(const Fit& fit, Sheet sheet);

}  // namespace exchange
