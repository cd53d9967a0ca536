#include "compare/brought_in.h"

#include "kit/number.h"
#include "parts/text.h"

namespace compare {

parts::Page page_of_comparing(std::string title) {
  parts::Page made;
  made.title = std::move(title);
  made.section = parts::Section::compare;
  return made;
}

std::string commas(std::int64_t count) { return kit::with_commas(static_cast<double>(count), 0); }

std::string kept_words(const BroughtFile& file) {
  const auto left = file.found - file.taken;
  const auto kept = commas(file.taken) + " of the " + commas(file.found) + ' ' + std::string(file.holds) + " in " +
                    file.file + " were kept";
  return kept + (left == 0 ? ": all of them."
                           : "; " + commas(left) +
                                 (left == 1 ? " was left out, for the reason below."
                                            : " were left out, for the reasons below."));
}

std::string source_words(const BroughtFile& file) {
  return (file.source.empty() ? "" : file.source + " · ") + file.licence +
         (file.dated.empty() ? "" : " · " + file.dated) + " · brought in " + file.at.date().words();
}

void taken_for_granted(kit::Html& html, const std::vector<std::string>& remarks) {
  if (remarks.empty()) return;
  parts::heading(html, "What was taken for granted");
  parts::list(html, [&] {
    for (const auto& remark : remarks) parts::item(html, remark);
  });
}

}  // namespace compare
