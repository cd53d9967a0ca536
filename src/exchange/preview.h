// What an import would change, in words: for the terminal, for the record and for the first sentence of a page.
#pragma once
#include <string>
#include <vector>

#include "exchange/changes.h"

namespace exchange {

struct Counted {
  std::string name;  // "Figures", "Comparator figures"
  const Tally* tally;
};
std::vector<Counted> counted(const Changes& changes);  // the sheets that were brought, in order

std::string summary(const Changes& changes);    // "1,204 figures are new and 3 targets are changed."
std::string as_text(const Changes& changes);    // the whole preview, for a terminal
std::string list_of(const std::vector<std::string>& things);  // "a, b and c"

}  // namespace exchange
