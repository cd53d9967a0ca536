// A page that stands alone, for a printer or a word processor: its style and its drawings are in it, and it asks for nothing from
// anywhere.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/browser.h"
#include "kit/html.h"
#include "parts/chart.h"
#include "parts/line.h"

namespace parts {

// What stands in the margins of each page: the council and the title above, the moment and the page's number below.
struct Paper {
  std::string title, council;
  std::string below;  // "As at the end of 31 July 2025 · Public edition"
};
kit::PrintedPage printed_page(const Paper& paper, const kit::Html& body);

// For a word processor: headings, lists, tables and pictures, without style.
std::string plain_page(std::string_view title, const kit::Html& body);
// A picture that stands in a file beside the page. `wide`: in CSS pixels.
void picture(kit::Html& html, std::string_view file, std::string_view words, int wide);

// Drawings of one page, one below the other, of each of which a picture is to be taken.
class PictureSheet {
 public:
  void add(const Chart& chart);
  void add(const Line& line);
  std::string html() const;
  const std::vector<kit::Box>& boxes() const { return boxes_; }

 private:
  template <class Draw>
  void add(kit::Box box, Draw draw);
  kit::Html body_;
  std::vector<kit::Box> boxes_;
};

}  // namespace parts
