#include "explore/nothing_yet.h"

#include "compare/brought_in.h"
#include "parts/text.h"

namespace explore {

parts::Page nothing_yet(std::string title, const std::string& question) {
  auto page = compare::page_of_comparing(std::move(title));
  parts::title(page.body, question);
  parts::lede(page.body, "There is nothing to compare with yet.");
  parts::paragraph(page.body, [&] {
    page.body.text("What is missing, and how to bring it in, stands under ");
    parts::link(page.body, "/compare", "Compare");
    page.body.text(".");
  });
  return page;
}

}  // namespace explore
