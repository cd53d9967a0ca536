// Whether the rows of a table are as wide as the names of its columns. A row that is not has lost a separator or has one too many, so that
// what stands in it may lie under the wrong name: nothing of it is taken. Blank cells beyond the names are let be when all rows have them.
#pragma once
#include <string>

#include "kit/csv.h"

namespace kit {

class EvenRows {
 public:
  explicit EvenRows(const CellViews& names);
  std::string fault(const CellViews& row);  // a sentence; empty when it is as wide as it should be

 private:
  std::size_t named_;     // up to the last name
  std::size_t cells_ = 0; // of each row, once the first is known
};

// "12,345" and "12,5": the one is twelve thousand or twelve and a bit, the other can only be the latter.
enum class Comma : std::uint8_t { none, either, decimal };
Comma comma_in(std::string_view number);

}  // namespace kit
