// A document as an HTML page: the reading form, and what is printed.
#pragma once
#include <functional>
#include <string>

#include "kit/html.h"
#include "report/document.h"

namespace report {

struct Surroundings {
  std::string csv;                                   // the address of its facts
  std::function<std::string(const Slot&)> write_at;  // where its words are written, or nowhere; none: places for words are not shown
  enum class On : std::uint8_t { screen, paper } on = On::screen;  // paper leads nowhere: it may be read far from the site
};

// Everything of a document below its page's title.
void tell(kit::Html& html, const Document& document, const Surroundings& around);

// What stands in a report in few words, in many: for whoever reads it on the screen.
void how_to_read(kit::Html& html);

std::string full_title(const Document& document);  // "Quarterly performance report, 2025/26 Q1"
std::string looks_back_words(const Document& document);  // "All members · as at the end of 31 July 2025"
std::string as_at_line(const Document& document);  // on each page: "As at the end of 31 July 2025 · Public edition"
std::string looks_back_sentence(const Document& document);  // and what that means for later corrections

}  // namespace report
