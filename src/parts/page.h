// A page before the council's header and navigation are put round it (app/layout). What a page function answers.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kit/html.h"
#include "kit/http.h"
#include "kit/moment.h"

namespace parts {

// The part of the service that is marked in the navigation.
enum class Section { none, board, work, indicators, thread, set, reports, compare, import, cycle, account, help };

struct Page {
  std::string title;  // of the browser's tab; the heading is in the body
  Section section = Section::none;
  kit::Html body;     // what stands in <main>
  int status = 200;
  bool has_data = true;  // the same address answers .json and .csv
  int again_after = 0;   // seconds after which a browser asks for it again by itself; 0: never
  std::optional<kit::Moment> as_at;  // from which it looks, when that is not the moment that was asked for
};

using Reply = std::variant<Page, kit::Response>;

}  // namespace parts
