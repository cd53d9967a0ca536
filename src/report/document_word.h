// A document as a plain page from which a word processor's file is made: headings, lists, tables, and drawings as pictures with words.
#pragma once
#include <string>

#include "parts/paper.h"
#include "report/document.h"

namespace report {

struct WordPage {
  std::string html;
  parts::PictureSheet pictures;  // in the order of their files: "picture-1.png" and on
};
enum class Pictures : std::uint8_t { drawn, left_out };  // left out: their words and figures stand alone
// Of a document of Word: no row of a table is divided between two pages, which pandoc has no word for.
std::string with_whole_rows(std::string xml);

WordPage as_word_page(const Document& document, Pictures pictures);

}  // namespace report
