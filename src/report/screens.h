// A document for a meeting: one indicator after another, each on a screen of its own. Those that need attention come first, worst
// first; then the others, as the report lists them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "report/document.h"

namespace report {

struct Screen {
  const Fact* fact = nullptr;
  std::vector<std::string> reasons;     // why it needs attention; none: it does not
  std::string note_by;
  const Chart* chart = nullptr;         // null: the report shows none
  const Cell* line = nullptr;           // its small line, where there is no chart; null: none
};
std::vector<Screen> screens(const Document& document);

}  // namespace report
