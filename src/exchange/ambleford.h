// The demo council, Ambleford: invented, complete, and the same bytes each time. A person writes its plan, people,
// indicators and targets in seeds/ambleford/; three and a half years of figures, with their notes, are made from
// recipes.csv and notes.csv.
#pragma once
#include <string>
#include <vector>

namespace exchange {

struct NamedCsv {
  std::string name;   // "figures.csv"
  std::string bytes;  // as docs/workbook.md describes
};

// The sheets, in the order in which they are imported.
std::vector<NamedCsv> ambleford();

}  // namespace exchange
