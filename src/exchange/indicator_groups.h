// Which rows of the sheet Indicators are editions of one indicator.
#pragma once
#include <vector>

#include "exchange/indicator_row.h"

namespace exchange {

// In the order of the file.
struct RowsOfOne {
  std::vector<IndicatorRow*> rows;
  std::size_t place = 0;  // among the indicators as they will be
};

// A row carries on the indicator that had its reference, or the reference it renumbers, in an earlier row of the file. When
// its date goes back it begins another indicator: references are sometimes given to another in later years.
std::vector<RowsOfOne> grouped_by_indicator(std::vector<IndicatorRow>& rows);

}  // namespace exchange
