// What the pages of files that were brought in have in common, whether they hold figures or boundaries: how much of a file was kept, whence
// it comes, and what was taken for granted.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "kit/moment.h"
#include "parts/page.h"

namespace compare {

parts::Page page_of_comparing(std::string title);  // in the section Compare

std::string commas(std::int64_t count);

struct BroughtFile {
  std::string file;             // as its owner named it
  std::string_view holds;       // "values", "areas"
  std::int64_t found = 0, taken = 0;
  std::string source, licence;
  std::string dated;            // "published 1 March 2025", "as they were on 1 April 2025"; empty: not known
  kit::Moment at;
};
std::string kept_words(const BroughtFile& file);   // "98 of the 100 values in waste.csv were kept; 2 were left out, for the reasons below."
std::string source_words(const BroughtFile& file); // "Defra · OGL v3.0 · published 1 March 2025 · brought in 2 April 2025"

void taken_for_granted(kit::Html& html, const std::vector<std::string>& remarks);  // nothing where there is none

}  // namespace compare
