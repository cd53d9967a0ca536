// A page that stands alone, for a printer or a word processor: its style and its drawings are in it, and it asks for nothing from
// anywhere.
#pragma once
#include <concepts>
#include <cstdint>
#include <map>
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
// A table for a word processor, with the share of the width that each column has.
struct PlainColumn {
  enum class Stands : std::uint8_t { left, right };
  std::string title;
  int share = 1;
  Stands stands = Stands::left;
};
class PlainTable {
 public:
  PlainTable(kit::Html& html, std::string_view caption, const std::vector<PlainColumn>& columns);
  ~PlainTable();
  PlainTable(const PlainTable&) = delete;
  PlainTable& operator=(const PlainTable&) = delete;
  template <std::invocable Inside>
  void row(Inside cells) {
    at_ = 0;
    html_.el("tr", cells);
  }
  template <std::invocable Inside>
  void head(Inside inside) {
    ++at_;
    html_.el("th", {{"scope", "row"}}, inside);
  }
  // It stands as its column does: a word processor asks each cell.
  template <std::invocable Inside>
  void cell(Inside inside) { html_.el("td", {{"align", "right", stands_[at_++] == PlainColumn::Stands::right}}, inside); }

 private:
  kit::Html& html_;
  std::vector<PlainColumn::Stands> stands_;
  std::size_t at_ = 0;
};

// A paragraph that stays on the page of what follows it.
template <std::invocable Inside>
void kept_paragraph(kit::Html& html, Inside inside) {
  html.open("div", {{"data-custom-style", "Kept with next"}}).el("p", inside).close("div");
}

// A picture that stands in a file beside the page. `wide`: in CSS pixels.
void picture(kit::Html& html, std::string_view file, std::string_view words, int wide);

// Drawings of one page, one below the other, of each of which a picture is to be taken. The same drawing is there once.
class PictureSheet {
 public:
  std::size_t add(const Chart& chart);  // its number, from 1
  std::size_t add(const Line& line);
  std::string html() const;
  const std::vector<kit::Box>& boxes() const { return boxes_; }

 private:
  std::size_t add(kit::Box box, const kit::Html& drawing);
  kit::Html body_;
  std::vector<kit::Box> boxes_;
  std::map<std::string, std::size_t> numbers_;  // by drawing
};

}  // namespace parts
