// The grid of figures: a row for each, with its fields as typed and what is wrong with each of them.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assess/picture.h"
#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"
#include "work/many_figures.h"

namespace work {

struct ManyLine {
  collect::Due due;
  collect::Typed typed;
  kit::Refusals no;
  bool is_conflict = false;  // someone else saved first: theirs is shown beside
};

struct ManyView {
  std::shared_ptr<const assess::Picture> picture;
  std::vector<ManyLine> lines;
  std::optional<calendar::Period> period;                          // of this one alone
  std::vector<std::pair<calendar::Period, std::size_t>> periods;   // in which figures wait, and how many
};
parts::Page many_page(const council::Desk& desk, const ManyView& view);

// A row as a form sends it.
struct TypedLine {
  std::string code;
  std::optional<calendar::Period> period;
  std::map<std::string, std::string> fields;  // "seen", "value", "note", "reason-outside_usual"; only those that were sent
};
std::vector<TypedLine> typed_lines(const kit::Request& asked);
// What the row comes to, over what its fields were made from.
collect::Typed over(const collect::Typed& made_from, const TypedLine& line);

// The same row as hidden fields, for a form that only confirms.
void carry_line(kit::Html& html, std::size_t row, const ManyLine& line);

}  // namespace work
